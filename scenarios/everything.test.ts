// What `all` makes of its parts, whatever becomes of them.

import { expect, test, vi } from "vitest";
import { run, single } from "../results/sample.test-data.js";
import { all } from "./all.js";
import { crowd } from "./crowd.js";
import { runEverything } from "./everything.js";
import type { Part, Task } from "./options.js";
import type { Session } from "./session.js";
import { twoClients } from "./two-clients.js";

const common = {
  path: "/",
  largePath: "/large",
  browsers: [],
  out: "out",
  json: false,
  trials: 1,
  programs: [],
};
const part = (scenario: Task["scenario"]): Part => ({ name: scenario.name, task: { ...common, scenario } });
const whole = (...parts: Part[]): Task => ({ ...common, scenario: all, parts });

/** A session that runs nothing: each scenario has the next of these outcomes. */
function session(...outcomes: (Awaited<ReturnType<Session["run"]>> | Error)[]) {
  return {
    run: vi.fn(async () => {
      const outcome = outcomes.shift()!;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    }),
    write: vi.fn(async () => {}),
    rest: () => {},
  };
}

const right = { result: run(single), attachments: new Map() };
const wrong = { result: run({ ...single, asExpected: false }), attachments: new Map() };
const missing = { result: run({ ...single, notCarriedOut: "not-started" as const }), attachments: new Map() };

test("a scenario that fails does not keep the next from being run, and neither does one that is left out", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const fake = session(new Error("a bug of ours"), right, wrong, missing);
  const parts = [
    part(crowd),
    { name: "report", why: "another server" },
    part(twoClients),
    part(twoClients),
    part(twoClients),
  ];
  const { conclusions } = await runEverything(whole(...parts), fake as unknown as Session, "en");
  complaint.mockRestore();
  expect(conclusions!.map(({ scenario, state, page }) => [scenario, state, page])).toEqual([
    ["crowd", "failed", null],
    ["report", "left out", null],
    ["two-clients", "as expected", "two-clients"],
    ["two-clients", "unexpected", "two-clients"],
    ["two-clients", "not carried out", "two-clients"],
  ]);
  expect(conclusions![0]!.why).toBe("a bug of ours");
  expect(conclusions![2]!.answer).toBe("One client makes the next one wait at single.");
});

test("each result is written as soon as it is there, and the index with it", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const fake = session(right, right);
  await runEverything(whole(part(twoClients), part(crowd)), fake as unknown as Session, "id");
  complaint.mockRestore();
  const written = fake.write.mock.calls.map((call) => {
    const [result] = call as unknown as [{ scenario: string; conclusions?: unknown[] }];
    return [result.scenario, result.conclusions?.length];
  });
  // The last index is written by who has asked for it.
  expect(written).toEqual([
    ["two-clients", undefined],
    ["all", 1],
    ["two-clients", undefined],
  ]);
});
