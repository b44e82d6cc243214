// npm run bench: Antre's own speed against its peers. The machine's speed drifts, so that absolute figures say little:
// ours and theirs are measured in turn, A B A B, and compared as ratios, pair by pair.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Load, load } from "../clients/load.js";
import { median, ratioWithRange } from "../results/statistics.js";
import { openKernel } from "./lab/kernel/index.js";
import { launch } from "./lab/launch.js";
import { otherServer, ownServer, type ServerProgram } from "./servers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ROUNDS = 5;
const SECONDS = 2;

const peers = `${root}scenarios/peers`;
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

const kernel = openKernel();
for (const comparison of comparisons) await compare(comparison);
kernel.close();
endToEnd();

async function compare({ ours, theirs, goal, ...how }: Comparison): Promise<void> {
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
  }
  const { ratio, low, high } = ratioWithRange(rates[0]!, rates[1]!);
  const kind = how.kept ? "kept" : "one request each";
  console.log(
    `${ours.name} / ${theirs.name}, ${how.connections} connection(s), ${kind}: ` +
      `${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}), goal ${goal}: ${ratio >= goal ? "reached" : "missed"}`,
  );
}

/** The command a newcomer types, the build that finds nothing to do included. */
function endToEnd(): void {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "scenario", "two-clients"], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`two-clients ended with exit status ${status}: ${stderr}`);
    if (round > 0) times.push(performance.now() - start); // the first is a warm-up
  }
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  console.log(
    `npm run scenario two-clients: ${seconds(median(times))} s ` +
      `(${seconds(Math.min(...times))} to ${seconds(Math.max(...times))}), goal 1.0`,
  );
}
