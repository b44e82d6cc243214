// Our servers against their peers, under the same load, pair by pair.

import { type Load, load } from "../../clients/load.js";
import { ratioWithRange } from "../../results/statistics.js";
import { openKernel } from "../lab/kernel/index.js";
import { launch } from "../lab/launch.js";
import { otherServer, ownServer, type ServerProgram } from "../servers.js";
import { sourcePath } from "../source-folder.js";
import type { Line } from "./main.js";

const ROUNDS = 5;
const SECONDS = 2;

const peers = sourcePath("../peers", import.meta.url);
const quiet = (program: ServerProgram): ServerProgram => ({
  ...program,
  command: `${program.command} > /dev/null`,
});
const single = quiet(ownServer("single", null));
const multi = quiet(ownServer("multi", null));
const pythonSingle = quiet(
  otherServer("Python single", `python3 ${peers}/report.py single 0 --length`, null),
);
const pythonMulti = quiet(
  otherServer("Python threading", `python3 ${peers}/report.py multi 0 --length`, null),
);
const nodeHttp = quiet(otherServer("node:http", `${process.execPath} ${peers}/node-http.mjs 0`, null));

interface Comparison {
  ours: ServerProgram;
  theirs: ServerProgram;
  connections: number;
  kept: boolean;
  /** The ratio that we mean to reach. */
  goal: number;
}

const comparisons: Comparison[] = [
  { ours: multi, theirs: pythonMulti, connections: 16, kept: true, goal: 3 },
  { ours: multi, theirs: nodeHttp, connections: 16, kept: true, goal: 1 },
  { ours: multi, theirs: pythonMulti, connections: 16, kept: false, goal: 2 },
  { ours: single, theirs: pythonSingle, connections: 1, kept: true, goal: 1.2 },
  { ours: single, theirs: pythonSingle, connections: 1, kept: false, goal: 1 },
];

export const servers: Line[] = comparisons.map((comparison) => ({
  name: nameOf(comparison),
  measure: () => compare(comparison),
}));

function nameOf({ ours, theirs, connections, kept }: Comparison): string {
  const kind = kept ? "kept" : "one request each";
  return `${ours.name} / ${theirs.name}, ${connections} connection(s), ${kind}`;
}

async function compare({ ours, theirs, goal, ...how }: Comparison): Promise<string> {
  const kernel = openKernel();
  const servers = [await launch(ours, kernel), await launch(theirs, kernel)];
  const plan: Load = { path: "/index.html", seconds: SECONDS, ...how };
  const rates: number[][] = [[], []];
  try {
    for (const server of servers) await load(server.endpoint, { ...plan, seconds: 1 }); // not counted: warm-up
    for (let round = 0; round < ROUNDS; round++) {
      for (const [which, server] of servers.entries()) {
        const { requestsPerSecond, errors } = await load(server.endpoint, plan);
        if (errors > 0) throw new Error(`${server.program.name}: ${errors} requests failed`);
        rates[which]!.push(requestsPerSecond);
      }
    }
  } finally {
    for (const server of servers) await server.end();
    kernel.close();
  }
  const { ratio, low, high } = ratioWithRange(rates[0]!, rates[1]!);
  return (
    `${ratio.toFixed(2)} times (${low.toFixed(2)} to ${high.toFixed(2)}), ` +
    `goal ${goal}: ${ratio >= goal ? "reached" : "missed"}`
  );
}
