import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Probe, ProbeStep } from "../../../../results/result.js";
import { classify } from "./classify.js";

const NOBODY = { threads: 1, processes: 1, dedicated: 0, owners: 0, onSockets: 1, onLocks: 0 };

/** One step for none held, one for one … `more`: what was seen with so many held. */
function steps(most: number, more: (held: number) => Partial<ProbeStep> = () => ({})): ProbeStep[] {
  return Array.from({ length: most + 1 }, (_, held) => ({ held, ...NOBODY, ...more(held) }));
}

function probe(change: Partial<Probe> = {}): Probe {
  return {
    steps: steps(12),
    limit: null,
    turnedAway: false,
    waiting: null,
    endsWithItsClient: false,
    shrank: null,
    ...change,
  };
}

const LIMIT_1: Partial<Probe> = {
  steps: steps(1),
  limit: 1,
  waiting: { accepted: false, lock: false, answeredAfterRelease: true },
};
const iterative = probe(LIMIT_1);
const threads = probe({ steps: steps(12, (held) => ({ threads: 1 + held, onSockets: 1 + held })) });
const loop = probe();

describe("one that serves a single client", () => {
  test("and ends with it is a single shot, whatever else was seen", () => {
    expect(classify(probe({ ...LIMIT_1, endsWithItsClient: true, turnedAway: true }))).toEqual({
      model: "single-shot",
      size: 1,
      reason: "ends",
    });
  });

  test.each([
    [{ accepted: false, lock: false, answeredAfterRelease: true }, "one in turn"],
    [{ accepted: false, lock: true, answeredAfterRelease: true }, "one in turn"], // whoever waits for the lock is another
    [{ accepted: true, lock: false, answeredAfterRelease: true }, "one in turn"],
    [{ accepted: null, lock: true, answeredAfterRelease: true }, "one in turn"],
    [{ accepted: true, lock: true, answeredAfterRelease: true }, "lock"],
    [{ accepted: true, lock: true, answeredAfterRelease: false }, "forgotten"],
    [null, "one in turn"],
  ] as const)("is iterative; where the next one fares so: %j, because: %s", (waiting, reason) => {
    expect(classify(probe({ ...LIMIT_1, waiting }))).toEqual({ model: "iterative", size: null, reason });
  });
});

describe("one that turns clients away", () => {
  test("is known by how it serves the others, of whom it takes three or more", () => {
    const three = steps(3, (held) => ({ threads: 1 + held, onSockets: 1 + held }));
    expect(classify(probe({ turnedAway: true, limit: 3, steps: three }))).toEqual({
      model: "thread-per-connection",
      size: null,
      reason: "turned away",
    });
    expect(classify(probe({ turnedAway: true, limit: 2, steps: three }))).toMatchObject({ model: "unknown" });
    expect(classify(probe({ turnedAway: true, limit: 1, steps: steps(1) }))).toEqual({
      model: "unknown",
      size: null,
      reason: "turned away",
    });
    expect(classify(probe({ turnedAway: true, limit: null, steps: three }))).toMatchObject({
      model: "unknown",
    });
  });

  test("is unknown where nobody can count its threads", () => {
    expect(
      classify(probe({ turnedAway: true, limit: 5, steps: steps(5, () => ({ threads: null })) })),
    ).toEqual({ model: "unknown", size: null, reason: "turned away" });
  });
});

describe("where the system can't say what it starts", () => {
  test.each<Partial<ProbeStep>>([{ threads: null }, { processes: null }])(
    "only the limit is known: %j",
    (unseen) => {
      expect(
        classify(
          probe({
            limit: 3,
            steps: steps(3, () => unseen),
          }),
        ),
      ).toEqual({
        model: "unknown",
        size: 3,
        reason: "limit only",
      });
      expect(classify(probe({ steps: steps(12, () => unseen) }))).toEqual({
        model: "unknown",
        size: null,
        reason: "no limit only",
      });
    },
  );

  test("nothing is said of processes that were not counted at last", () => {
    const unseen = steps(3, (held) => (held < 3 ? {} : { processes: null }));
    expect(classify(probe({ limit: 3, steps: unseen }))).toMatchObject({ reason: "limit only" });
    const threads = steps(3, (held) => (held < 3 ? {} : { threads: null }));
    expect(classify(probe({ turnedAway: true, limit: 3, steps: threads }))).toMatchObject({
      model: "unknown",
    });
  });

  test("nothing is said of processes that were not counted at first", () => {
    const unseen = steps(3, (held) => (held === 0 ? { processes: null } : { processes: 4 }));
    expect(classify(probe({ limit: 3, steps: unseen }))).toMatchObject({
      model: "unknown",
      reason: "limit only",
    });
  });
});

describe("one that serves so many and no more", () => {
  const upTo = (limit: number, more: (held: number) => Partial<ProbeStep>) =>
    classify(probe({ limit, steps: steps(limit, more) }));

  test("and starts a process for each is a process per connection", () => {
    expect(upTo(4, (held) => ({ processes: 1 + held, owners: held }))).toEqual({
      model: "process-per-connection",
      size: 4,
      reason: "processes up to",
    });
    expect(upTo(4, (held) => ({ processes: 2 + held, owners: held })).model).toBe("process-per-connection");
  });

  test("with as many processes that have its clients as clients is preforked", () => {
    const expected = { model: "prefork", size: 4, reason: "workers are processes" };
    expect(upTo(4, (held) => ({ processes: 5, threads: 5, owners: held }))).toEqual(expected);
    // One process may have been started since: that is not one for each.
    expect(upTo(4, (held) => ({ processes: held === 0 ? 2 : 5, owners: held }))).toEqual(expected);
    // Where the owners can't be told the processes count.
    expect(upTo(4, () => ({ processes: 4, owners: null }))).toEqual(expected);
  });

  test("with fewer processes that have its clients is a pool of threads, if enough wait on sockets", () => {
    const expected = { model: "thread-pool", size: 4, reason: "workers are threads" };
    expect(upTo(4, () => ({ processes: 5, owners: 1, threads: 4, onSockets: 4 }))).toEqual(expected);
    expect(upTo(4, () => ({ owners: 1, threads: 4, onSockets: null }))).toEqual(expected);
    expect(upTo(4, () => ({ owners: 3, threads: 9, onSockets: 5 }))).toEqual(expected);
  });

  test("by fewer threads that wait on sockets is a loop that limits its connections", () => {
    const expected = { model: "event-loop", size: null, reason: "limit without workers" };
    expect(upTo(4, () => ({ owners: 1, threads: 9, onSockets: 3 }))).toEqual(expected);
    expect(upTo(4, () => ({ owners: 3, threads: 3, onSockets: null }))).toEqual(expected);
  });
});

describe("one that serves all who come", () => {
  const serves = (more: (held: number) => Partial<ProbeStep>, most = 12) =>
    classify(probe({ steps: steps(most, more) }));

  test("and whose processes grow with them is a process per connection", () => {
    const expected = { model: "process-per-connection", size: null, reason: "processes grow" };
    expect(serves((held) => ({ processes: 1 + held, threads: 1 + held, owners: held }))).toEqual(expected);
  });

  test("and whose threads grow with them, and wait on sockets, is a thread per connection", () => {
    const expected = { model: "thread-per-connection", size: null, reason: "threads grow" };
    expect(serves((held) => ({ threads: 1 + held, onSockets: 1 + held }))).toEqual(expected);
    expect(serves((held) => ({ threads: 1 + held, onSockets: null }))).toEqual(expected);
  });

  test("is judged by the second half of the steps, for spare threads hide the first few clients", () => {
    const spare = (held: number) => ({ threads: Math.max(7, 1 + held), onSockets: Math.max(7, 1 + held) });
    expect(serves(spare).model).toBe("thread-per-connection");
    // It grows at first, and then no more.
    expect(serves((held) => ({ threads: Math.min(6, held), onSockets: 1 })).model).toBe("event-loop");
  });

  test("grows where three of four that came last have brought a thread", () => {
    // With 12 steps the second half begins with 6 held.
    const brought = (threads: number) => (held: number) => ({
      threads: held < 12 ? 1 : 1 + threads,
      onSockets: held < 12 ? 1 : 1 + threads,
    });
    expect(serves(brought(5)).model).toBe("thread-per-connection");
    expect(serves(brought(4)).model).toBe("event-loop");
    const eight = (threads: number) => (held: number) => ({
      threads: held < 8 ? 1 : 1 + threads,
      onSockets: null,
    });
    expect(serves(eight(3), 8).model).toBe("thread-per-connection"); // exactly three of four
    expect(serves(eight(2), 8).model).toBe("event-loop");
  });

  test("with a process for three of four is preforked, with a thread for as many a pool", () => {
    const many = { model: "prefork", size: null, reason: "many workers" };
    expect(serves((held) => ({ processes: 20, owners: Math.ceil(0.75 * held) }))).toEqual(many);
    expect(serves((held) => ({ threads: 40, onSockets: 40, dedicated: Math.ceil(0.75 * held) }))).toEqual({
      ...many,
      model: "thread-pool",
    });
    expect(serves((held) => ({ processes: 20, owners: Math.min(8, held) })).model).toBe("event-loop");
    expect(serves((held) => ({ threads: 40, dedicated: Math.min(8, held) })).model).toBe("event-loop");
  });

  test("without a worker for each is a loop, also where threads grow that have nothing to do with sockets", () => {
    expect(serves(() => ({}))).toEqual({ model: "event-loop", size: null, reason: "nothing grows" });
    expect(serves((held) => ({ threads: 1 + held, onSockets: 1 }))).toEqual({
      model: "event-loop",
      size: null,
      reason: "threads grow elsewhere",
    });
    expect(serves(() => ({ owners: null, dedicated: null }))).toMatchObject({ model: "event-loop" });
  });

  test("is the same whatever else its processes did before anybody came", () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.nat({ max: 5 }), (spareThreads, spareProcesses) => {
        const grow = (held: number) => ({
          threads: 1 + spareThreads + held,
          onSockets: 1 + spareThreads + held,
          processes: 1 + spareProcesses,
        });
        expect(serves(grow).model).toBe("thread-per-connection");
      }),
    );
  });
});

describe("of clients that rest and clients that ask", () => {
  test("those that rest decide, unless a loop watches them", () => {
    expect(classify(iterative, threads)).toEqual(classify(iterative));
    expect(classify(threads, iterative)).toEqual(classify(threads));
    expect(classify(loop)).toEqual({ model: "event-loop", size: null, reason: "nothing grows" });
    expect(classify(loop, loop)).toEqual(classify(loop));
    expect(classify(loop, null)).toEqual(classify(loop));
  });

  test("those that ask decide where no other can hold it", () => {
    expect(classify(null, threads)).toEqual(classify(threads));
    expect(classify(null)).toEqual({ model: "unknown", size: null, reason: "not held" });
  });

  test("a loop in which half a request is in the way serves one request in turn", () => {
    expect(classify(loop, iterative)).toEqual({
      model: "event-loop",
      size: null,
      reason: "one request in turn",
    });
    // A client that has sent nothing is in nobody's way in a loop.
    expect(classify(loop, iterative, "idle")).toEqual({ ...classify(iterative), whileAsking: true });
  });

  test("a loop that has threads only while clients ask is told by these", () => {
    expect(classify(loop, threads)).toEqual({ ...classify(threads), whileAsking: true });
  });
});
