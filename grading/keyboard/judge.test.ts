// What is said of a client, from what was seen of it. Real clients: client.test.ts.

import { describe, expect, test } from "vitest";
import { failed, passed } from "../checks/check.js";
import { texts } from "../texts/texts.js";
import { judge, judgeInPieces, wantsConsole } from "./judge.js";
import { transcript } from "./transcript.test-data.js";

type Change = Parameters<typeof transcript>[0];

const say = texts.en;
const { got, hints } = say;
const judged = (change: Change = {}) => judge(transcript(change), say);
const ENDED = { status: 3, signal: null };
const WELL = { status: 0, signal: null };
const output = ["Client siap", "one two"];
const evidence = { output, words: [got.typed(transcript().typed)] };
const neverAsked = {
  status: "inconclusive",
  cause: "never asked",
  got: got.neverAsked,
  hint: hints.neverAsked,
  evidence,
};

test("a client that does all right has done all", () => {
  expect(judged()).toEqual({
    connects: passed(got.connected("127.0.0.1"), evidence),
    get: expect.objectContaining({ status: "pass" }),
    exit: passed(got.left("exit status 0")),
    prints: passed(got.printed(2), { output }),
    "shows-404": passed(got.shown404, evidence),
    "asks-again": passed(got.askedAgain, evidence),
  });
});

test("where nothing was typed, nothing is said to have been", () => {
  expect(judged({ typed: [] }).connects!.evidence).toEqual({ output, words: [] });
});

describe("a client that did not connect", () => {
  const connects = (change: Change) => {
    const findings = judged({ port: null, ...change });
    expect(Object.keys(findings)).toEqual(["connects"]);
    return findings.connects!;
  };

  test("waits, or has ended", () => {
    expect(connects({})).toEqual(failed("waiting", got.notConnected.waiting(), hints.connects, evidence));
    expect(connects({ early: ENDED })).toEqual(
      failed("ended", got.notConnected.ended("exit status 3"), hints.connects, evidence),
    );
  });

  test("has crashed where a signal ended it, or it shows the error of its language", () => {
    expect(connects({ early: { status: null, signal: "SIGSEGV" } }).hint).toBe(hints.clientCrashed);
    const trace = { output: ["x", "Traceback (most recent call last):", "  File"] };
    expect(connects({ ...trace, early: ENDED }).hint).toBe(hints.clientCrashed);
    expect(connects(trace).hint).toBe(hints.connects);
  });

  test("for want of a console, of something on this machine, or of a network is for a human", () => {
    const undecided = (change: Change, cause: string, got: string, hint: string) =>
      expect(connects(change)).toMatchObject({ status: "inconclusive", cause, got, hint });
    const javaConsole = 'Cannot invoke "java.io.Console.readLine()"';
    undecided(
      { output: ["x", `java.lang.NullPointerException: ${javaConsole}`, "\tat C.main"], early: ENDED },
      "no console",
      got.noConsole,
      hints.noConsole,
    );
    const lacks = ["x", "ModuleNotFoundError: No module named 'requests'", "last"];
    undecided(
      { output: lacks, early: ENDED },
      "lacking",
      got.lacks.dependency("requests"),
      hints.lacks.dependency,
    );
    const shell = { status: 127, signal: null };
    undecided(
      { output: [], early: shell },
      "lacking",
      got.notConnected.ended("exit status 127"),
      hints.lacks.dependency,
    );
    expect(connects({ output: lacks })).toMatchObject({ status: "fail" }); // it still runs
    undecided({ output: ["x", "Network is unreachable", "last"] }, "network", "last", hints.network);
  });

  test("and asked what nobody knows is for a human", () => {
    expect(connects({ strange: true })).toEqual({
      status: "inconclusive",
      cause: "strange",
      got: `${got.notConnected.waiting()} ${got.strange}`,
      hint: hints.strange,
      evidence,
    });
  });
});

test("Java's console is wanted where it is missing, and not where it is spoken of", () => {
  const wants = (...output: string[]) => wantsConsole(transcript({ output }));
  expect(wants("x", 'NullPointerException: Cannot invoke "java.io.Console.readLine()"')).toBe(true);
  expect(wants('because the return value of "java.lang.System.console()" is null')).toBe(true);
  expect(wants("NullPointerException")).toBe(false);
  expect(wants("Console siap", "NullPointerException: Consoles")).toBe(false);
});

test("a port that was typed, or is written in the program, is not the one it was given", () => {
  for (const source of ["keyboard", "itself"] as const)
    expect(judged({ source }).connects).toEqual(
      failed(source, got.connectedBy[source](40_123), hints.connects, evidence),
    );
});

describe("a client without a request", () => {
  const none = { first: { request: null }, left: null };

  test("is not judged by what would have come after it", () => {
    expect(Object.keys(judged(none))).toEqual(["connects", "get", "exit"]);
  });

  test("that asked what nobody knows is not judged by its exit either", () => {
    expect(Object.keys(judged({ ...none, strange: true }))).toEqual(["connects", "get"]);
  });

  test("has not left at exit where it had ended before", () => {
    expect(judged({ ...none, early: ENDED }).exit).toEqual(
      failed("stayed", got.endedAtOnce("exit status 3"), hints.exit, evidence),
    );
    expect(judged({ ...none, early: ENDED, unended: Buffer.from("GET") }).exit).toEqual(
      failed("stayed", got.endedEarly("exit status 3"), hints.exit, evidence),
    );
  });
});

describe("exit", () => {
  const exit = (change: Change) => judged({ left: null, ...change }).exit;
  const unasked = { request: null };

  test("is missed by one that goes on", () => {
    expect(exit({})).toEqual(failed("stayed", got.stayed, hints.exit, evidence));
  });

  test("was not tried where it had ended after its first answer, or after the 404", () => {
    expect(exit({ early: ENDED, missing: { ...unasked, typed: false } })).toEqual(
      failed("ended", got.notAskedAgain["ended at once"], hints.asksAgain, evidence),
    );
    expect(exit({ early: ENDED, second: { ...unasked, typed: false } })).toEqual(
      failed("ended", got.notAskedAgain.ended, hints.asksAgain, evidence),
    );
  });

  test("is undecided where it may have taken a name for something else, and ended by that", () => {
    const missing = { ...unasked, typed: true };
    expect(exit({ early: ENDED, missing, second: { ...unasked, typed: false } })).toEqual(neverAsked);
    expect(exit({ early: ENDED, second: unasked })).toEqual(neverAsked);
  });

  test("came too late for one that had ended after all pages", () => {
    expect(exit({ early: ENDED })).toEqual(
      failed("ended", got.endedEarly("exit status 3"), hints.exit, evidence),
    );
  });
});

describe("a client that goes on with a connection that was closed", () => {
  const gone = { output: ["x", "EPIPE"], closed: true, early: ENDED, left: null };
  const closed = expect.objectContaining({
    status: "fail",
    cause: "closed",
    got: got.wentOnClosed,
    hint: hints.wentOnClosed,
  });

  test("is told so where it fails by that", () => {
    const findings = judged({ ...gone, missing: { request: null }, second: { request: null, typed: false } });
    expect(findings["shows-404"]).toEqual(closed);
    expect(findings["asks-again"]).toEqual(closed);
    expect(findings.exit).toEqual(closed);
  });

  test.each<[string, Change]>([
    ["nobody had closed it", { closed: false }],
    ["it did not end", { early: null }],
    ["it ended well", { early: WELL }],
    ["it does not say so", { output }],
  ])("is not told so where %s", (_, change) => {
    const missing = { request: null };
    expect(judged({ ...gone, missing, ...change })["shows-404"]).toMatchObject({ cause: "never asked" });
  });

  test("is told so where its request came too late for an answer", () => {
    const request = { head: Buffer.from(""), path: "/x", tooLate: true };
    expect(judged({ missing: { request, shown: "no" } })["shows-404"]).toEqual(closed);
    expect(judged({ missing: { request, shown: "perhaps" } })["shows-404"]).toEqual(closed);
    expect(judged({ missing: { request, shown: "yes" } })["shows-404"]).toMatchObject({ status: "pass" });
    expect(judged({ second: { request, printed: [] } })["asks-again"]).toEqual(closed);
    expect(judged({ second: { request } })["asks-again"]).toMatchObject({ status: "pass" });
  });
});

test("a 404 is shown, is not, or may have been", () => {
  expect(judged({ missing: { shown: "no" } })["shows-404"]).toEqual(
    failed("not shown", got.notShown404, hints.shows404, evidence),
  );
  expect(judged({ missing: { shown: "perhaps" } })["shows-404"]).toEqual({
    status: "inconclusive",
    cause: "perhaps",
    got: got.perhaps404,
    hint: hints.shows404,
    evidence,
  });
  expect(judged({ missing: { request: null } })["shows-404"]).toEqual(neverAsked);
});

describe("asking again", () => {
  const again = (change: Change) => judged(change)["asks-again"];
  const bad = (how: keyof typeof got.notAskedAgain) =>
    failed(how, got.notAskedAgain[how], hints.asksAgain, evidence);
  const idle = { request: null, typed: false };

  test("is not done by one that ends after its first answer, or after the 404", () => {
    expect(again({ early: ENDED, missing: idle, second: idle })).toEqual(bad("ended at once"));
    expect(again({ early: ENDED, second: idle })).toEqual(bad("ended"));
    expect(again({ missing: idle, second: idle })).toEqual(neverAsked); // it runs
    expect(again({ early: ENDED, missing: { request: null }, second: idle })).toEqual(neverAsked);
    expect(again({ early: ENDED, second: { request: null } })).toEqual(neverAsked);
  });

  test("is enough where no page is printed at all; otherwise this one is to be printed, too", () => {
    expect(again({ first: { printed: [] }, second: { printed: [] } })).toEqual(
      passed(got.onlyAskedAgain, evidence),
    );
    expect(again({ second: { printed: [] } })).toEqual(bad("not printed"));
    expect(again({ second: { printed: ["one"] } })).toEqual(passed(got.askedAgain, evidence));
  });
});

test("a page is printed whole, or in part, or not at all", () => {
  expect(judged({ first: { printed: ["one"] } }).prints).toEqual(
    failed("not printed", got.printedSome(1, 2), hints.prints, { output }),
  );
  expect(judged({ first: { printed: [] } }).prints).toEqual(
    failed("not printed", got.printedSome(0, 2), hints.printsNothing, { output }),
  );
});

test("a page that came in pieces is printed whole or not; one that was not asked for says nothing", () => {
  const { first } = transcript();
  expect(judgeInPieces(first, say, output)).toEqual(passed(got.printed(2), { output }));
  expect(judgeInPieces({ ...first, printed: ["one"] }, say, output)).toEqual(
    failed("in pieces", got.printedInPieces(1, 2), hints.prints, { output }),
  );
  expect(judgeInPieces({ ...first, request: null }, say, output)).toBeNull();
});
