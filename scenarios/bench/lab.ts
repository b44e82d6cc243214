// How fast and how true the lab's own instruments are.

import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { median, quantile, ratioWithRange } from "../../results/statistics.js";
import { examine } from "../lab/examine.js";
import { openKernel } from "../lab/kernel/index.js";
import { ClientFactory } from "../lab/observe/client-factory.js";
import { launch } from "../lab/process/launch.js";
import { siteWithLargeFile } from "../lab/site.js";
import { otherServer, ownServer } from "../servers.js";
import { delayErrors, delaying } from "../testing/delay.js";
import { texts } from "../texts/texts.js";
import { zoo } from "../zoo.js";
import type { Line } from "./main.js";
import { atMost, figures } from "./words.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const compiler = join(root, "node_modules/typescript/bin/tsc");
const ROUNDS = 5;

/** What the machine takes for something else, and took where the goals in seconds were set: machines are not alike. */
interface Yardstick {
  name: string;
  seconds: number;
}
const NO_BUILD: Yardstick = { name: "a build that finds nothing to do", seconds: 0.07 };
const THREAD: Yardstick = { name: "the start of a Worker", seconds: 0.025 };

const site = siteWithLargeFile();

export const lab: Line[] = [
  {
    name: "npm run scenario two-clients",
    measure: async () => {
      const whole: number[] = [];
      const builds: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const times = [
          timeOf("npm", ["run", "--silent", "scenario", "two-clients"]),
          timeOf(process.execPath, [compiler, "-b"]),
        ];
        if (round === 0) continue; // a warm-up
        whole.push(times[0]!);
        builds.push(times[1]!);
      }
      return `${figures(whole, 2)} s, goal 1.0: ${atMost(median(whole), 1)}; ${yardstick(whole, builds, 1, NO_BUILD)}`;
    },
  },
  ...[
    ownServer("single", site),
    ownServer("multi", site),
    ownServer("events", site),
    otherServer("one that thinks for 5 ms", delaying(5), null),
  ].map((program) => ({
    name: `model and four holds of ${program.name}`,
    measure: async () => {
      const kernel = openKernel();
      const equipment = {
        kernel,
        clientFactory: new ClientFactory([]),
        texts: texts.en,
        timeToSpare: () => {},
        waiting: () => {},
      };
      const times: number[] = [];
      const threads: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        threads.push(await startOfThread());
        const start = performance.now();
        const how = {
          programs: [program],
          trials: 3,
          progress: () => {},
          path: "/index.html",
          largePath: "/large",
        };
        const { server } = await examine(program, zoo, how, equipment);
        if (server.failure !== undefined) throw new Error(server.failure);
        times.push((performance.now() - start) / 1000);
      }
      kernel.close();
      return `${figures(times, 2)} s, goal 3: ${atMost(median(times), 3)}; ${yardstick(times, threads, 3, THREAD)}`;
    },
  })),
  {
    name: "a look at the kernel",
    measure: async () => {
      const kernel = openKernel();
      const server = await launch(ownServer("multi"), kernel);
      const client = connect({ host: server.endpoint.address, port: server.endpoint.port });
      await once(client, "connect");
      const end = { address: client.localAddress!, port: client.localPort! };
      const pids = server.pids();
      const looks = {
        connection: () => kernel.connection(server.endpoint, end),
        listener: () => kernel.listener(server.endpoint),
        counts: () => kernel.counts(pids),
        resting: () => kernel.resting(pids),
        processes: () => server.pids(),
      };
      const told = Object.entries(looks).map(([name, look]) => {
        const ms = cost(look);
        return `${name} ${(ms * 1000).toFixed(0)} µs (${atMost(ms, 0.2)})`;
      });
      client.destroy();
      await server.end();
      kernel.close();
      return `${told.join(", ")}; goal 200 µs each`;
    },
  },
  ...[5, 50, 500].map((milliseconds) => ({
    name: `error of the first byte's time, known delay of ${milliseconds} ms`,
    measure: async () => {
      const { ours, bare, blocking } = await delayErrors(milliseconds, milliseconds < 100 ? 100 : 30);
      const middleAndLast = (errors: number[]) =>
        `${median(errors).toFixed(2)} and ${quantile(errors, 0.99).toFixed(2)}`;
      return (
        `${middleAndLast(ours)} ms, the median and the 99th percentile, goal 1: ${atMost(quantile(ours, 0.99), 1)} ` +
        `(a bare socket of Node's: ${middleAndLast(bare)}; a blocking client in Python: ${middleAndLast(blocking)})`
      );
    },
  })),
];

/** In how many times the yardstick the goal was set, and in how many it was done. */
function yardstick(
  times: number[],
  ofYardstick: number[],
  goal: number,
  { name, seconds }: Yardstick,
): string {
  const { ratio } = ratioWithRange(times, ofYardstick);
  const most = goal / seconds;
  return `${ratio.toFixed(1)} times ${name}, goal ${most.toFixed(1)}: ${atMost(ratio, most)}`;
}

/** How long a program takes, in seconds. */
function timeOf(program: string, words: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    shell: program === "npm" && process.platform === "win32",
  });
  if (status !== 0)
    throw new Error(`${program} ${words.join(" ")} ended with exit status ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

/** How long a Worker that does nothing takes to start, in seconds: the median of a few. */
async function startOfThread(): Promise<number> {
  const times: number[] = [];
  while (times.length < ROUNDS) {
    const start = performance.now();
    const worker = new Worker("require('node:worker_threads').parentPort.postMessage(0)", { eval: true });
    await once(worker, "message");
    times.push((performance.now() - start) / 1000);
    await worker.terminate();
  }
  return median(times);
}

/** Milliseconds that a call takes, the middle of many. */
function cost(look: () => unknown): number {
  const times: number[] = [];
  for (let turn = 0; turn < 2000; turn++) {
    const start = performance.now();
    look();
    times.push(performance.now() - start);
  }
  return median(times);
}
