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

/** An account of so many connections, each of which has asked. */
function asked(connections: number): Tally {
  const tally = new Tally(connections);
  for (let connection = 0; connection < connections; connection++) tally.sent(connection);
  return tally;
}

test("before anything is sent, nothing is on its way, and all are starved", () => {
  expect(new Tally(3).figures()).toMatchObject({
    sent: 0,
    inFlight: 0,
    failures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
    otherStatus: null,
    otherBodies: 0,
    unasked: 0,
    perConnection: [0, 0, 0],
    distribution: [],
    starved: 3,
  });
});

test.each([
  [199, 0],
  [200, 1],
  [299, 1],
  [300, 0],
])("an answer with the status %i counts for completed: %i", (status, completed) => {
  const tally = asked(1);
  tally.answered(0, status, 1, "right");
  expect(tally.figures()).toMatchObject({
    completed,
    failed: 1 - completed,
    failures: { not2xx: 1 - completed },
    otherStatus: completed ? null : status,
    inFlight: 0,
    starved: 0, // it was answered, with whatever status
  });
});

test("of several other statuses the most frequent is told", () => {
  const tally = asked(4);
  for (const [connection, status] of [503, 404, 404, 500].entries())
    tally.answered(connection, status, 1, "right");
  expect(tally.figures()).toMatchObject({ otherStatus: 404, failures: { not2xx: 4 } });
});

test("a body of another length is a wrong answer, one of other bytes is only remarked", () => {
  const tally = asked(4);
  tally.answered(0, 200, 1, "other length");
  tally.answered(1, 200, 1, "other bytes");
  for (const connection of [2, 3]) tally.answered(connection, 200, 1, "right");
  expect(tally.figures()).toMatchObject({ completed: 3, failures: { wrong: 1 }, otherBodies: 1 });
});

test("an answer that nobody had asked for is counted apart", () => {
  const tally = asked(1);
  tally.unasked();
  expect(tally.figures()).toMatchObject({ unasked: 1, inFlight: 1, failed: 0 });
});

test("what fails where nothing was asked is no failure", () => {
  const tally = new Tally(1);
  tally.failed(0, "lost");
  expect(tally.figures().failed).toBe(0);
  tally.lostInTime();
  expect(tally.figures().failures).toMatchObject({ lost: 0, timedOut: 0 });
});

test("a connection is starved that had no answer since it was made, nor since the count began", () => {
  const tally = asked(3);
  tally.answered(0, 200, 1, "right");
  tally.answered(1, 404, 1, "right");
  expect(tally.figures().starved).toBe(1);
  tally.begin();
  expect(tally.figures().starved).toBe(1);
  tally.connecting(0); // made anew, and not heard again
  expect(tally.figures().starved).toBe(2);
  tally.sent(0);
  tally.answered(0, 200, 1, "right");
  expect(tally.figures().starved).toBe(1);
});

test("a connection that was answered in this count is not starved when it is made anew", () => {
  const tally = asked(2);
  tally.answered(0, 200, 1, "right");
  tally.connecting(0);
  expect(tally.figures().starved).toBe(1);
});

test("the count begins with what is on its way, and forgets what was before", () => {
  const tally = asked(3);
  tally.answered(0, 500, 1, "right");
  tally.answered(1, 200, 1, "other bytes");
  tally.unasked();
  tally.begin();
  const { sent, inFlight, failures, otherStatus, otherBodies, unasked, latencyUs } = tally.figures();
  expect({ sent, inFlight }).toEqual({ sent: 1, inFlight: 1 });
  expect(failures).toEqual({ lost: 0, timedOut: 0, not2xx: 0, wrong: 0 });
  expect({ otherStatus, otherBodies, unasked, latencyUs }).toEqual({
    otherStatus: null,
    otherBodies: 0,
    unasked: 0,
    latencyUs: null,
  });
});

test("who waits until all are served waits for the last first answer", async () => {
  const tally = asked(2);
  let served = false;
  const waiting = tally.served().then(() => {
    served = true;
  });
  tally.answered(0, 200, 1, "right");
  await new Promise(setImmediate);
  expect(served).toBe(false);
  tally.answered(1, 404, 1, "right");
  await waiting;
});

test("figures are a copy, which later events do not change", () => {
  const tally = asked(1);
  const before = tally.figures();
  tally.answered(0, 500, 1, "right");
  expect(before).toMatchObject({ completed: 0, failures: { not2xx: 0 }, perConnection: [0] });
});
