import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NoBrowser } from "../../scenarios/lab/observe/client-factory.js";
import { type Ended, NotStarted } from "../../scenarios/lab/process/not-started.js";
import { ServerEnded } from "../../scenarios/lab/subject/ending.js";
import { NothingServed } from "../../scenarios/lab/subject/nothing-served.js";
import { NoLoneAnswer } from "../../scenarios/lab/subject/patience.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { NotHeld } from "../../scenarios/lab/trial/holding.js";
import { otherServer } from "../../scenarios/servers.js";
import { texts as scenarioTexts } from "../../scenarios/texts/texts.js";
import { failed } from "../checks/check.js";
import { folder } from "../testing/grade.js";
import { texts } from "../texts/texts.js";
import { findingOf, notBuilt, spared, wantsNetwork } from "./failure.js";
import type { Job } from "./job.js";

const { got, hints } = texts.en;
const LINES = Array.from({ length: 20 }, (_, number) => `line ${number}`);

/** A server that has started, and has written this. */
const subject = (output: string[]) =>
  ({
    equipment: { texts: scenarioTexts.en },
    endedWords: () => "it ended",
    server: { output: () => output },
  }) as unknown as ServerUnderTest;

const notStarted = (reason: NotStarted["reason"], output: string[], exitCode: number | null = null) => {
  const ended: Ended | null = exitCode === null ? null : { exitCode, signal: null };
  return new NotStarted(otherServer("single", "python3 server.py", null), reason, ended, output, null);
};
const found = (error: unknown, from: ServerUnderTest | null = null) => findingOf(error, "en", from);

test.each([
  ["OSError: [Errno 101] Network is unreachable", true],
  ["Error: connect ENETUNREACH 8.8.8.8:53", true],
  ["java.net.NoRouteToHostException: no route to host", true],
  ["connect EHOSTUNREACH", true],
  ["Connection refused", false],
])("%j is said of a network that reaches nobody: %s", (line, wants) => {
  expect(wantsNetwork(["first", line])).toBe(wants);
});

describe("a server that did not start", () => {
  test("has failed for the reason, surely unless it ended, with its last words", () => {
    const error = notStarted("no port", LINES);
    expect(found(error)).toEqual({
      status: "fail",
      cause: "no port",
      sure: true,
      got: scenarioTexts.en.notStarted(error),
      hint: hints.notStarted["no port"],
      evidence: { output: LINES.slice(8) },
    });
    expect(found(notStarted("ended", LINES, 1))).toMatchObject({
      status: "fail",
      cause: "ended",
      sure: false,
      hint: hints.notStarted.ended,
    });
  });

  test.each([
    ["taken", hints.taken, [...LINES, "OSError: [Errno 98] Address already in use"], 1],
    ["network", hints.network, [...LINES, "Network is unreachable"], 1],
    ["lacking", hints.lacks.dependency, LINES, 127],
  ] as const)("through no fault of its own is for a human: %s", (cause, hint, output, status) => {
    const error = notStarted("ended", [...output], status);
    expect(found(error)).toEqual({
      status: "inconclusive",
      cause,
      sure: true,
      got: scenarioTexts.en.notStarted(error),
      hint,
      evidence: { output: output.slice(-12) },
    });
  });

  test("and lacks something that has a name is for a human, who is told its name", () => {
    const output = [...LINES, "ModuleNotFoundError: No module named 'flask'"];
    expect(found(notStarted("ended", output, 1))).toEqual({
      status: "inconclusive",
      cause: "lacking",
      sure: true,
      got: got.lacks.dependency("flask"),
      hint: hints.lacks.dependency,
      evidence: { output: output.slice(-12) },
    });
  });

  test("and is still running lacks nothing that a status would tell", () => {
    expect(found(notStarted("no port", LINES, null))).toMatchObject({ status: "fail" });
  });
});

describe("a server that was asked", () => {
  test("and ended has crashed", () => {
    expect(found(new ServerEnded(), subject(LINES))).toEqual({
      status: "fail",
      cause: "ended",
      got: "it ended",
      hint: hints.crashed,
      evidence: { output: LINES.slice(8) },
    });
  });

  test("and did not answer is told what to do", () => {
    expect(found(new NoLoneAnswer("silent", null), subject(LINES))).toEqual({
      status: "fail",
      cause: "silent",
      got: scenarioTexts.en.noLoneAnswer.silent(null),
      hint: hints.noLoneAnswer.silent,
      evidence: { output: LINES.slice(8) },
    });
  });

  test("and did not let itself be held is for a human", () => {
    expect(found(new NotHeld("closed"))).toEqual({
      status: "inconclusive",
      cause: "closed",
      got: scenarioTexts.en.notHeld.closed,
      hint: hints.undecided,
      evidence: { output: [] },
    });
  });

  test("and failed otherwise has failed, without a hint", () => {
    expect(found(new NothingServed("busy"), subject(["x"]))).toEqual({
      status: "fail",
      cause: "unknown",
      got: scenarioTexts.en.nothingServed.busy(),
      hint: "",
      evidence: { output: ["x"] },
    });
  });
});

test("without a browser a check is skipped; one that can't be used may be usable the next time", () => {
  expect(found(new NoBrowser(null))).toEqual({
    status: "skipped",
    cause: "no browser",
    got: scenarioTexts.en.noBrowser(null),
    hint: "",
    evidence: {},
  });
  expect(found(new NoBrowser({ path: "/usr/bin/firefox", how: "idle", output: "" }))).toMatchObject({
    status: "inconclusive",
    cause: "no browser",
    hint: hints.undecided,
  });
});

test("a fault of ours is no finding; neither is the end of a server of which nobody can tell", () => {
  expect(found(new TypeError("ours"))).toBeNull();
  expect(found(new ServerEnded())).toBeNull();
});

describe("a program that was not built", () => {
  const job = (language: string | null) =>
    ({ program: { language }, language: "en", folder: folder() }) as Job;

  test("has failed with the compiler's words", () => {
    expect(notBuilt({ ok: false, words: ["error: ;"] }, job("C"))).toEqual({
      status: "fail",
      cause: "not built",
      got: got.notBuilt("C"),
      hint: hints.notBuilt,
      evidence: { words: ["error: ;"] },
    });
    expect(notBuilt({ ok: false, words: [] }, job(null)).got).toBe(got.notBuilt(""));
  });

  test("for want of a header of others is for a human, and for want of its own has failed", () => {
    const words = (header: string, line: string) => [
      `a.c:1:10: fatal error: ${header}: No such file or directory`,
      `    1 | #include ${line}`,
    ];
    expect(notBuilt({ ok: false, words: words("curl/curl.h", "<curl/curl.h>") }, job("C"))).toMatchObject({
      status: "inconclusive",
      got: got.lacks.dependency("curl/curl.h"),
    });
    expect(notBuilt({ ok: false, words: words("own.h", '"own.h"') }, job("C"))).toMatchObject({
      status: "fail",
    });
  });

  test("for want of the compiler is for a human", () => {
    expect(notBuilt({ ok: false, words: [], missing: "gcc" }, job("C"))).toEqual({
      status: "inconclusive",
      cause: "lacking",
      got: got.lacking("C", "gcc"),
      hint: hints.lacks.dependency,
      evidence: {},
    });
    expect(notBuilt({ ok: false, words: [], missing: "gradle" }, job("Java")).got).toBe(
      got.lacking("", "gradle"),
    );
  });

  test("for want of a library is told which file of the submission asks for it", () => {
    const at = folder();
    writeFileSync(join(at, "go.mod"), "module a\n\nrequire example.org/mux v1.8.0\n");
    const built = notBuilt({ ok: false, words: ["go: downloading example.org/mux v1.8.0"] }, {
      ...job("Go"),
      folder: at,
    } as Job);
    expect(built).toMatchObject({
      status: "inconclusive",
      got: got.lacks.dependency("example.org/mux", "go.mod"),
    });
  });
});

test("what needs a check that failed is skipped, and is undecided where that is", () => {
  const bar = failed("ended", "It ended.", "Look.");
  expect(spared(bar, texts.en)).toEqual({
    status: "skipped",
    cause: "ended",
    got: got.spared("It ended."),
    hint: hints.spared,
    evidence: {},
  });
  expect(spared({ ...bar, status: "inconclusive" }, texts.en)).toMatchObject({
    status: "inconclusive",
    hint: "Look.",
  });
});
