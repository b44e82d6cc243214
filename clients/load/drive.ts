// Starts the load client, and reads what it tells.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { LoadFigures, LoadPlan } from "./plan.js";

const built = fileURLToPath(new URL("./process.js", import.meta.url));
const PATIENCE_MS = 30_000;

/** Loads a server for the planned time. Throws when the load client fails, or is not done long after that time. */
export async function drive(plan: LoadPlan, client = built): Promise<LoadFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [client, JSON.stringify(plan)], {
    timeout: plan.seconds * 1000 + PATIENCE_MS,
    maxBuffer: 64 * 2 ** 20,
  });
  return JSON.parse(stdout) as LoadFigures;
}
