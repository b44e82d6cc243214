import { describe, expect, test } from "vitest";
import { type CheckOutcome, failed, passed, type Symptom } from "../checks/check.js";
import { texts } from "../texts/texts.js";
import { agree } from "./attempts.js";

const pass = passed("well");
const fail = (cause: string, more: Partial<CheckOutcome> = {}): CheckOutcome => ({
  ...failed(cause, cause, "hint"),
  ...more,
});
const unsure: CheckOutcome = { ...fail("?"), status: "inconclusive" };

/** What is made of these attempts, and how many of them were needed. The first is on a used server, or on a fresh one. */
async function made(used: boolean, ...attempts: CheckOutcome[]) {
  return madeKnowing([], used, ...attempts);
}

async function madeKnowing(known: Symptom[], used: boolean, ...attempts: CheckOutcome[]) {
  const fresh: boolean[] = [];
  const finding = await agree(
    async (on) => {
      fresh.push(on);
      return attempts[fresh.length - 1] ?? expect.unreachable();
    },
    () => used,
    texts.en,
    new Set(known),
  );
  const { status, cause, got, hint } = finding;
  return { status, cause, got, hint, attempts: fresh.length, fresh };
}

describe("several attempts", () => {
  test("are not needed where the first goes well", async () => {
    expect(await made(true, pass)).toMatchObject({ status: "pass", attempts: 1 });
  });

  test("are not needed where the kernel's word is behind a failure", async () => {
    expect(await made(true, fail("silent", { sure: true }))).toMatchObject({ status: "fail", attempts: 1 });
  });

  test("are not needed where other checks have shown the same of the server", async () => {
    const blocks = fail("blocks", { shows: "one at a time" });
    const known: Symptom[] = ["one at a time"];
    expect(await madeKnowing(known, true, blocks)).toMatchObject({ status: "fail", attempts: 1 });
    const fits = fail("1 of 10", { fits: "one at a time" });
    expect(await madeKnowing(known, true, fits)).toMatchObject({ status: "fail", attempts: 1 });
    expect(await madeKnowing(known, true, fail("a"), fail("a"))).toMatchObject({ attempts: 2 });
    expect(await made(true, blocks, blocks)).toMatchObject({ status: "fail", attempts: 2 });
  });

  test("confirm a failure on a fresh server", async () => {
    const { status, cause, fresh } = await made(true, fail("a"), fail("a"));
    expect({ status, cause, fresh }).toEqual({ status: "fail", cause: "a", fresh: [false, true] });
  });

  test("forgive what goes wrong only on a server that others have used", async () => {
    expect(await made(true, fail("a"), pass, pass)).toMatchObject({ status: "pass", attempts: 3 });
  });

  test("that fail each time in another way have failed", async () => {
    expect(await made(true, fail("a"), fail("b"), fail("c"), fail("d"))).toMatchObject({
      status: "fail",
      cause: "d",
    });
  });

  test.each([
    [false, [fail("a"), pass, pass]],
    [false, [fail("a"), pass, fail("a")]],
    [true, [fail("a"), pass, fail("a"), pass]],
    [true, [fail("a"), pass, fail("b"), fail("b")]],
    [false, [unsure, unsure, unsure]],
    [true, [unsure, unsure, pass, fail("a")]],
  ])("that disagree on fresh servers are for a human to decide (used: %s)", async (used, attempts) => {
    expect(await made(used, ...attempts)).toMatchObject({ status: "inconclusive" });
  });

  test("that could not be decided at first are decided by two that agree", async () => {
    expect(await made(true, unsure, pass, pass)).toMatchObject({ status: "pass" });
    expect(await made(true, unsure, fail("a"), fail("a"))).toMatchObject({ status: "fail", cause: "a" });
  });

  test("are not needed where nothing could be tried", async () => {
    expect(await made(true, { ...fail("no browser"), status: "skipped" })).toMatchObject({
      status: "skipped",
      attempts: 1,
    });
  });

  test("end with one behind which the kernel's word is, whatever came before", async () => {
    expect(await made(false, fail("a"), fail("b", { sure: true }))).toMatchObject({
      status: "fail",
      cause: "b",
      attempts: 2,
    });
  });

  test("that can't be decided do not agree with each other, and are made until there are enough", async () => {
    expect(await made(false, unsure, unsure, unsure)).toMatchObject({ attempts: 3 });
    expect(await made(true, unsure, unsure, unsure, unsure)).toMatchObject({ attempts: 4 });
  });

  test("agree only where both status and cause do", async () => {
    const same = { ...unsure, cause: "a" };
    // What can't be decided on a used server has the cause of the failure after it, and is no second failure.
    expect(await made(true, same, fail("a"), fail("b"), fail("c"))).toMatchObject({
      attempts: 4,
      cause: "c",
    });
  });

  test("that disagree say how many went well, and what went wrong otherwise", async () => {
    const { got, hint, cause } = await made(false, fail("a"), pass, fail("b"));
    expect({ got, hint, cause }).toEqual({
      got: texts.en.got.disagree(1, 3, "a"),
      hint: texts.en.hints.undecided,
      cause: "disagree",
    });
    expect(await made(false, unsure, pass, fail("b"))).toMatchObject({
      got: texts.en.got.disagree(1, 3, "?"),
    });
  });
});
