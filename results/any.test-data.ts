// Every result that the types allow, for properties: nulls anywhere, long and odd names, no clients at all.

import fc from "fast-check";
import type { ClientResult, Result, ServerResult } from "./result.js";

const ms = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 20_000, noNaN: true }));
const maybe = fc.option(ms, { nil: null });
const name = fc.oneof(
  fc.constantFrom(
    "single",
    "client 1",
    "日本語のサーバー",
    "👩‍👩‍👧 server",
    "",
    "x".repeat(200),
    "a `|` <b> *c*",
  ),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const outcome = fc.constantFrom(
  "answered",
  "blocked",
  "refused",
  "silent",
  "broken",
  "inconclusive" as const,
);
const verdict = fc.constantFrom("blocks", "concurrent", "inconclusive", "failed" as const);
const count = fc.nat({ max: 100_000 });

export const anyClient: fc.Arbitrary<ClientResult> = fc.record(
  {
    name,
    kind: fc.constantFrom("tcp", "browser"),
    outcome,
    startMs: ms,
    connectedMs: maybe,
    acceptedMs: maybe,
    firstByteMs: maybe,
    lastByteMs: maybe,
    closedMs: maybe,
    status: fc.option(fc.integer({ min: 100, max: 599 }), { nil: null }),
    bytes: count,
    holdingMs: ms,
    releasedMs: ms,
    blockedBy: name,
    waitedMs: ms,
    waitedIn: fc.constantFrom("accept queue", "server", null),
    kernel: fc.record({
      accepted: fc.boolean(),
      acceptQueue: count,
      unreadBytes: count,
      threads: count,
      processes: count,
    }),
  },
  {
    requiredKeys: [
      "name",
      "kind",
      "outcome",
      "startMs",
      "connectedMs",
      "acceptedMs",
      "firstByteMs",
      "lastByteMs",
      "closedMs",
      "status",
      "bytes",
    ],
  },
);

const clients = fc.array(anyClient, { maxLength: 4 });

export const anyServer: fc.Arbitrary<ServerResult> = fc.record({
  name,
  command: name,
  model: fc.option(fc.oneof(name, fc.constantFrom("iterative", "event loop", "preforked")), { nil: null }),
  verdict,
  expected: fc.option(verdict, { nil: null }),
  asExpected: fc.boolean(),
  hold: fc.constantFrom("kept", "idle", "partial", "unread"),
  trials: count,
  agreeing: count,
  answerMs: maybe,
  patienceMs: maybe,
  clients,
  eachTrial: fc.array(fc.record({ outcome, clients }), { maxLength: 3 }),
  report: fc.option(verdict, { nil: null }),
  notes: fc.array(fc.record({ key: fc.constantFrom("few-trials", "not-200", "no-kernel-evidence") }), {
    maxLength: 3,
  }),
  failure: name,
});

export const anyResult: fc.Arbitrary<Result> = fc.record({
  format: fc.constant("antre-result/1"),
  scenario: fc.constantFrom("two-clients", "missing-file"),
  startedAt: fc.constant("2026-11-22T07:00:00.000Z"),
  elapsedMs: ms,
  machine: fc.record({ os: name, cpus: count, memoryMiB: count, node: name }),
  servers: fc.array(anyServer, { maxLength: 5 }),
});
