import fc from "fast-check";
import { expect, test } from "vitest";
import { Tally } from "./tally.js";

test("whatever happens, all that was sent is completed, failed or in flight", () => {
  const event = fc.tuple(fc.constantFrom("sent", "completed", "failed", "begin"), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 100 }), (events) => {
      const tally = new Tally(4);
      const pending = [false, false, false, false];
      for (const [what, connection] of events) {
        if (what === "begin") tally.begin();
        else if (what === "sent") tally.sent(connection);
        else if (what === "failed") tally.failed(connection, "not2xx");
        else if (pending[connection]) tally.answered(connection, 200, 1, "right"); // an answer comes to a question only
        if (what !== "begin") pending[connection] = what === "sent";
      }
      const { sent, completed, failed, inFlight } = tally.figures();
      expect(completed + failed + inFlight).toBe(sent);
    }),
  );
});

test("percentiles are those of the latencies, to a thousandth", () => {
  const tally = new Tally(1);
  for (let ms = 1; ms <= 1000; ms++) {
    tally.sent(0);
    tally.answered(0, 200, ms, "right");
  }
  const { p50, p90, p99, max } = tally.figures().latencyUs!;
  for (const [seen, is] of [
    [p50, 500_000],
    [p90, 900_000],
    [p99, 990_000],
    [max, 1_000_000],
  ] as const) {
    expect(Math.abs(seen / is - 1)).toBeLessThan(0.002);
  }
});

test("nothing answered has no latency", () => {
  const tally = new Tally(2);
  tally.sent(0);
  expect(tally.figures()).toMatchObject({ sent: 1, inFlight: 1, latencyUs: null, perConnection: [0, 0] });
});

test("every connection has asked when it is made, and is served when it has its first answer", async () => {
  const tally = new Tally(2);
  for (const connection of [0, 1]) {
    tally.sent(connection);
    tally.connected(connection);
  }
  await tally.asked();
  tally.answered(0, 200, 1, "right");
  const served = tally.served();
  tally.answered(1, 200, 1, "right");
  await served;
  tally.begin();
  expect(tally.figures()).toMatchObject({ sent: 0, completed: 0, perConnection: [0, 0] });
});

test("a request that times out is not counted as lost as well", () => {
  const tally = new Tally(1);
  tally.sent(0);
  tally.sent(0); // autocannon tells of the new connection first
  tally.lostInTime();
  expect(tally.figures()).toMatchObject({
    sent: 2,
    failed: 1,
    failures: { lost: 0, timedOut: 1 },
    inFlight: 1,
  });
});
