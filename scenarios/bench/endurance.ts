// What many connections cost, and whether anything grows while millions of requests go by.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { median } from "../../results/statistics.js";
import { type Kernel, openKernel } from "../lab/kernel/index.js";
import { launch, type RunningServer } from "../lab/process/launch.js";
import { ownServer } from "../servers.js";
import { load } from "./load.js";
import type { Line } from "./main.js";
import { page, path, site } from "./site.js";
import { atMost, figures } from "./words.js";

const IDLE = 10_000;
const GUESTS = 50;
/** ANTRE_BENCH_MINUTES=30 sends as many requests as the server answers in half an hour. */
const MINUTES = Number(process.env.ANTRE_BENCH_MINUTES ?? 1);
const SLICE_SECONDS = 2;
/**
 * V8 leaves garbage lie for millions of requests, and doubles and halves its young generation when it pleases: a program's
 * memory goes up and down by half, and says nothing. With each collection a full one, and a young generation that has
 * its full size (its default, MiB) from the start, what is left is what the server holds.
 */
const TIDY = ["--gc-global", "--min-semi-space-size=16", "--max-semi-space-size=16"];

export const endurance: Line[] = [
  {
    name: `events with ${IDLE} idle connections`,
    measure: () =>
      withServer("events", async (server, kernel) => {
        const idle: Socket[] = [];
        try {
          while (idle.length < IDLE) idle.push(await connected(server));
          const memory = memoryMiB(kernel, server);
          const answers: number[] = [];
          while (answers.length < GUESTS) answers.push(await firstByteMs(server));
          return (
            `${memory.toFixed(0)} MiB, goal 200: ${atMost(memory, 200)}; a new client's first byte after ` +
            `${figures(answers, 2)} ms, goal 5: ${atMost(median(answers), 5)}`
          );
        } finally {
          for (const socket of idle) socket.destroy();
        }
      }),
  },
  ...["single", "multi", "pool", "prefork", "events"].map((name) => ({
    name: `memory of ${name}, ${MINUTES} minute(s) at full speed`,
    measure: async () => {
      const shoot = (server: RunningServer) => {
        const connections = name === "single" ? 1 : 4;
        return load(server, path, page, { connections, kept: true, seconds: SLICE_SECONDS });
      };
      const fullSpeed = await withServer(name, async (server) => {
        await shoot(server); // not counted
        return (await shoot(server)).requestsPerSecond;
      });
      const wanted = Math.round(fullSpeed * MINUTES * 60);
      const memory: number[] = [];
      await withServer(
        name,
        async (server) => {
          for (let done = 0; done < wanted; done += (await shoot(server)).completed)
            memory.push(ownMiB(server));
        },
        TIDY,
      );
      const third = Math.floor(memory.length / 3);
      const growth = median(memory.slice(-third)) / median(memory.slice(third, 2 * third));
      return (
        `${wanted} requests, ${figures(memory, 0)} MiB; in the last third ` +
        `${growth.toFixed(3)} times as much as in the second, goal 1.05: ${atMost(growth, 1.05)}`
      );
    },
  })),
];

async function withServer<T>(
  name: string,
  use: (server: RunningServer, kernel: Kernel) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const kernel = openKernel();
  const program = ownServer(name, site, flags);
  const command = `${program.command} --backlog 4096 --quiet > /dev/null`;
  const server = await launch({ ...program, command }, kernel);
  try {
    return await use(server, kernel);
  } finally {
    await server.end();
    kernel.close();
  }
}

async function connected({ endpoint: { address, port } }: RunningServer): Promise<Socket> {
  const socket = connect({ host: address, port });
  await once(socket, "connect");
  return socket;
}

/** A new client, from its connect to the first byte of its answer. */
async function firstByteMs({ endpoint: { address, port } }: RunningServer): Promise<number> {
  const start = performance.now();
  const socket = connect({ host: address, port });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${address}:${port}\r\nConnection: close\r\n\r\n`);
  await once(socket, "data");
  socket.destroy();
  return performance.now() - start;
}

function memoryMiB(kernel: Kernel, server: RunningServer): number {
  const memory = kernel.memory(server.pids());
  if (memory === null) throw new Error("this system does not say how much memory a program takes");
  return memory.bytes / 2 ** 20;
}

/** What is its own alone: its part of the pages that it shares depends on how many others share them just then. */
function ownMiB(server: RunningServer): number {
  const kib = server.pids().map((pid) => {
    const [, anonymous] =
      /^Pss_Anon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    if (anonymous === undefined)
      throw new Error("this system does not say how much memory is a program's own");
    return Number(anonymous);
  });
  return kib.reduce((sum, one) => sum + one, 0) / 1024;
}
