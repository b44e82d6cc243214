// For the tests: a grade with every kind of result, and texts in it as a hostile program would write them.

import type { CheckResult, Grade } from "../grade.js";

const HOSTILE =
  '</script><img src=x onerror=alert(1)> & "quoted" | `ticks` \u001b[31mred\u001b[0m \u202eturned';

function check(id: string, more: Partial<CheckResult>): CheckResult {
  const status = more.status ?? "pass";
  return {
    id,
    title: `Title of ${id}`,
    status,
    points: status === "pass" ? 5 : 0,
    max: 5,
    extra: false,
    expected: "Something.",
    got: "Something else.",
    hint: status === "pass" ? "" : "Do this.",
    evidence: {},
    ...more,
  };
}

const client = {
  name: "client 1",
  kind: "tcp" as const,
  outcome: "answered" as const,
  startMs: 0,
  connectedMs: 0.2,
  acceptedMs: 0.4,
  firstByteMs: 1.1,
  lastByteMs: 1.2,
  closedMs: 151,
  status: 200,
  bytes: 512,
};
const second = {
  ...client,
  name: "client 2",
  outcome: "blocked" as const,
  startMs: 2,
  blockedBy: "client 1",
  waitedMs: 149,
  firstByteMs: 149.5,
  lastByteMs: 150,
  acceptedMs: 149.2,
};

export const sample: Grade = {
  format: "antre-grade/1",
  submission: "anna & <b>",
  score: 12.5,
  max: 30,
  models: { single: "iterative", multi: null },
  programs: {
    single: { file: "server_single.py", command: `python3 'a b.py' ${HOSTILE}`, told: { by: "name" } },
    multi: { file: null, command: null, told: null },
    client: {
      file: `client.py ${HOSTILE}`,
      command: "python3 client.py",
      told: { by: "content", does: "connects" },
    },
  },
  checks: [
    check("single.starts", {}),
    check("single.page", {
      status: "fail",
      got: HOSTILE,
      evidence: { output: [HOSTILE, "\u0000\u0007]]>"], words: ["word"] },
    }),
    check("single.second-waits", { points: 7.5, max: 10, evidence: { clients: [client, second] } }),
    check("single.large", { max: 1, points: 1, extra: true }),
    check("multi.starts", { status: "skipped", got: "Not there." }),
    check("multi.page", { status: "skipped", got: "Not there." }),
    check("multi.two-browsers", { status: "skipped", max: 0, hint: "", got: "No browser." }),
    check("client.get", { status: "inconclusive", got: "2 of 3 attempts went well." }),
  ],
  flags: [`The multi server was not found. ${HOSTILE}`],
  without: null,
  gradedAt: "2026-11-22T07:00:00.000Z",
  elapsedMs: 4321,
};

export const perfect: Grade = {
  ...sample,
  submission: "=cmd|' /C calc'!A0",
  score: 5,
  max: 5,
  models: { single: "iterative", multi: "thread-per-connection" },
  checks: [check("single.starts", {})],
  flags: [],
};
