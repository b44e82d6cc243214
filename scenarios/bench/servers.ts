// Our servers against their peers, under the same load, pair by pair: the same page, and every answer whole.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ratioWithRange } from "../../results/statistics.js";
import { openKernel } from "../lab/kernel/index.js";
import { launch, type RunningServer } from "../lab/process/launch.js";
import { freePort } from "../lab/zoo-run.js";
import { otherServer, ownServer, type ServerProgram } from "../servers.js";
import { sourcePath } from "../source-folder.js";
import { load } from "./load.js";
import type { Line } from "./main.js";
import { folder, page, path, site } from "./site.js";

const ROUNDS = 5;
const SECONDS = 2;
/** Each thread compiles its own code, while it runs: sixteen of them take their time. */
const WARM_UP_SECONDS = 5;

const peers = sourcePath("../peers", import.meta.url);

type Prepare = () => ServerProgram | Promise<ServerProgram>;
const quiet = (program: ServerProgram): ServerProgram => ({
  ...program,
  command: `${program.command} > /dev/null`,
});
const ours = (name: string): Prepare => {
  const program = ownServer(name, site);
  return () => quiet({ ...program, command: `${program.command} --backlog 511 --quiet` });
};
const python = (model: string) => () =>
  quiet(otherServer(`Python ${model}`, `python3 ${peers}/report.py ${model} 0 ${site} --length`, null));
const nodeHttp = () =>
  quiet(otherServer("node:http", `${process.execPath} ${peers}/node-http.mjs 0 ${site}`, null));

/** nginx with one worker, as Debian sets it up, but for its access log. */
async function nginx(): Promise<ServerProgram> {
  const words: Record<string, string> = { port: `${await freePort()}`, site, folder };
  const stock = readFileSync(join(peers, "nginx.conf"), "utf8");
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    stock.replace(/\{(\w+)\}/g, (_, name) => words[name]!),
  );
  return otherServer("nginx", `nginx -c ${config}`, Number(words.port));
}

interface Comparison {
  ours: Prepare;
  theirs: Prepare;
  name: string;
  connections: number;
  kept: boolean;
  /** The ratio that we mean to reach. */
  goal: number;
}

const kept16 = { connections: 16, kept: true };
const fresh16 = { connections: 16, kept: false };
const one = { connections: 1, kept: true };
const comparisons: Comparison[] = [
  { name: "multi / Python threading", ours: ours("multi"), theirs: python("multi"), ...kept16, goal: 3 },
  { name: "multi / node:http", ours: ours("multi"), theirs: nodeHttp, ...kept16, goal: 1 },
  { name: "events / node:http", ours: ours("events"), theirs: nodeHttp, ...kept16, goal: 1 },
  { name: "events / nginx", ours: ours("events"), theirs: nginx, ...kept16, goal: 1 },
  { name: "multi / Python threading", ours: ours("multi"), theirs: python("multi"), ...fresh16, goal: 2 },
  { name: "pool / Python threading", ours: ours("pool"), theirs: python("multi"), ...fresh16, goal: 2 },
  { name: "events / Python threading", ours: ours("events"), theirs: python("multi"), ...fresh16, goal: 2 },
  { name: "pool / nginx", ours: ours("pool"), theirs: nginx, ...fresh16, goal: 0.9 },
  { name: "single / Python single", ours: ours("single"), theirs: python("single"), ...one, goal: 1.2 },
  {
    name: "single / Python single",
    ours: ours("single"),
    theirs: python("single"),
    ...one,
    kept: false,
    goal: 1,
  },
];

export const servers: Line[] = comparisons.map((comparison) => ({
  name: nameOf(comparison),
  measure: () => compare(comparison),
}));

function nameOf({ name, connections, kept }: Comparison): string {
  const count = connections === 1 ? "1 connection" : `${connections} connections`;
  return `${name}, ${count}, ${kept ? "kept" : "one request each"}`;
}

/** What a server answered in a second, and the processor time that it took for each request, in microseconds. */
interface Round {
  perSecond: number;
  cpuUs: number | null;
}

async function compare({ ours, theirs, goal, connections, kept }: Comparison): Promise<string> {
  const kernel = openKernel();
  const shoot = async (server: RunningServer, seconds: number): Promise<Round> => {
    const cpuMs = () => kernel.cpuTimeMs(server.pids());
    const before = cpuMs();
    const figures = await load(server, path, page, { connections, kept, seconds });
    const after = cpuMs();
    const spent = before === null || after === null ? null : after - before;
    return {
      perSecond: figures.requestsPerSecond,
      cpuUs: spent === null ? null : (1000 * spent) / figures.completed,
    };
  };
  const servers: RunningServer[] = [];
  const rounds: Round[][] = [[], []];
  try {
    for (const prepare of [ours, theirs]) servers.push(await launch(await prepare(), kernel));
    for (const server of servers) await shoot(server, WARM_UP_SECONDS); // not counted
    for (let round = 0; round < ROUNDS; round++) {
      for (const [which, server] of servers.entries()) rounds[which]!.push(await shoot(server, SECONDS));
    }
  } finally {
    for (const server of servers) await server.end();
    kernel.close();
  }
  const [mine, others] = rounds as [Round[], Round[]];
  const { ratio, low, high } = ratioWithRange(
    mine.map(({ perSecond }) => perSecond),
    others.map(({ perSecond }) => perSecond),
  );
  return (
    `${ratio.toFixed(2)} times (${low.toFixed(2)} to ${high.toFixed(2)}), ` +
    `goal ${goal}: ${ratio >= goal ? "reached" : "missed"}${cost(mine, others)}`
  );
}

/** Where the load client is the slower one, both servers wait for it: what each takes of a processor still tells them apart. */
function cost(mine: readonly Round[], others: readonly Round[]): string {
  const each = [mine, others].map((rounds) => rounds.flatMap(({ cpuUs }) => cpuUs ?? []));
  if (each.some((rounds) => rounds.length < ROUNDS)) return "";
  const { ratio } = ratioWithRange(each[0]!, each[1]!);
  return `; processor time for each request: ${ratio.toFixed(2)} times`;
}
