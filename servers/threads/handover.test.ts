import { once } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { Connection } from "../sockets/tcp.js";
import { Handover, type SharedHandover } from "./handover.js";

const built = new URL("../../dist/servers/threads/handover.js", import.meta.url).href;

// The threads: one gives, as the one that accepts does; the others take and count. The last connection ends a taker.
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const addressOf = (socket) => [10, socket >> 16, (socket >> 8) & 255, socket & 255].join(".");
import(workerData).then(({ Handover }) => parentPort.on("message", (task) => {
  work(new Handover(task.shared), task);
  parentPort.postMessage("done");
}));
function work(handover, { role, count, threads, seen, wrong }) {
  const give = (socket) => {
    handover.awaitFree();
    handover.give({ socket, peer: { address: addressOf(socket), port: socket } });
  };
  if (role === "giver") {
    for (let socket = 0; socket < count; socket++) give(socket);
    for (let taker = 0; taker < threads; taker++) give(count);
    return;
  }
  for (;;) {
    const { socket, peer } = handover.take();
    if (socket === count) return;
    Atomics.add(seen, socket, 1);
    if (peer.port !== socket || peer.address !== addressOf(socket)) Atomics.add(wrong, 0, 1);
    handover.done();
  }
}
`;

const connection = (socket: number): Connection => new Connection(socket, { address: "10.0.0.1", port: 80 });

/** A thread that starts and has started. */
function newThread(handover: Handover): void {
  handover.starts();
  handover.started();
}

const sharedCells = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));

/** Hands `count` connections to so many threads; answers how often each was taken, and how many were garbled. */
async function handOver(workers: Worker[], threads: number, count: number, start: number) {
  const handover = new Handover(threads, threads, 1000);
  handover.shared.cells.fill(start, 1, 3); // both ends of the queue: as if so many had been served before
  const data = {
    shared: handover.shared,
    seen: sharedCells(count),
    wrong: sharedCells(1),
    threads,
    count,
  };
  const begin = (role: "giver" | "taker", worker: Worker) => {
    worker.postMessage({ ...data, role });
    return once(worker, "message");
  };
  const [giver, ...takers] = workers;
  const takings = takers.slice(0, threads).map((worker) => begin("taker", worker));
  for (const _ of takings) newThread(handover);
  await Promise.all([...takings, begin("giver", giver!)]);
  return { seen: [...data.seen], wrong: data.wrong[0], count: handover.count() };
}

describe("the queue", () => {
  test("loses none, hands none over twice and garbles none, with any number of threads", async () => {
    const start = fc.constantFrom(0, 1, 0x7fff_fff0, -16); // where the counters turn over
    const most = 6;
    const workers = Array.from(
      { length: 1 + most },
      () => new Worker(THREAD, { eval: true, workerData: built }),
    );
    onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.terminate()))));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: most }),
        fc.nat({ max: 3000 }),
        start,
        async (threads, count, from) => {
          const { seen, wrong, count: counted } = await handOver(workers, threads, count, from);
          expect(seen).toEqual(Array(count).fill(1));
          expect(wrong).toBe(0);
          expect(counted).toEqual({ threads, starting: 0, busy: threads }); // the last ones never said that they were done
        },
      ),
      { numRuns: 12 },
    );
  });

  test("hands over in the order in which they came", () => {
    const handover = new Handover(8, 8, 1000);
    for (let thread = 0; thread < 8; thread++) newThread(handover);
    for (let round = 0; round < 50; round++) {
      const sockets = Array.from({ length: 8 }, (_, index) => round * 8 + index);
      for (const socket of sockets) handover.give(connection(socket));
      expect(sockets.map(() => handover.take()!.socket)).toEqual(sockets);
      for (const _ of sockets) handover.done();
    }
  });

  test("keeps every address and port", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 65535 }), fc.nat(), (address, port, socket) => {
        const handover = new Handover(1, 1, 1000);
        newThread(handover);
        handover.give(new Connection(socket, { address, port }));
        expect(handover.take()).toMatchObject({ socket, peer: { address, port } });
      }),
    );
  });
});

describe("the count", () => {
  test("of threads and of those that have a client, as another thread sees it too", () => {
    const handover = new Handover(10_000, 16, 1000);
    for (let thread = 0; thread < 10_000; thread++) newThread(handover);
    for (let client = 0; client < 9_999; client++) handover.give(connection(client));
    const copy: SharedHandover = handover.shared;
    expect(new Handover(copy).count()).toEqual({ threads: 10_000, starting: 0, busy: 9_999 });
    handover.awaitFree(); // one is free: it does not wait
  });

  test("of a thread that starts is told, and nobody may be given to it yet", () => {
    const handover = new Handover(10, 3, 1000);
    handover.starts();
    handover.starts();
    expect(handover.count()).toEqual({ threads: 2, starting: 2, busy: 0 });
    handover.started();
    expect(handover.count()).toEqual({ threads: 2, starting: 1, busy: 0 });
    handover.awaitFree(); // one has started: it does not wait
    handover.give(connection(1));
    expect(handover.count()).toEqual({ threads: 2, starting: 1, busy: 1 });
  });

  test("decides which threads stay: as many as the cache holds, and the others end when nobody has come for a while", () => {
    const handover = new Handover(10, 3, 1);
    for (let thread = 0; thread < 10; thread++) newThread(handover);
    for (let client = 0; client < 10; client++) handover.give(connection(client));
    for (let client = 0; client < 10; client++) {
      expect(handover.take()!.socket).toBe(client);
      handover.done();
    }
    expect(handover.count()).toEqual({ threads: 10, starting: 0, busy: 0 });
    for (let end = 0; end < 7; end++) expect(handover.take()).toBeNull();
    expect(handover.count()).toEqual({ threads: 3, starting: 0, busy: 0 });
    handover.give(connection(5));
    expect(handover.take()!.socket).toBe(5);
  });
});
