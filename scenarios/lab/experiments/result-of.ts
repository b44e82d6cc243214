// The result of a scenario, with the machine and the time that it was had on.

import { cpus, release, totalmem } from "node:os";
import type { Result, ServerResult } from "../../../results/result.js";

export function resultOf(
  scenario: string,
  startedAt: string,
  start: number,
  servers: ServerResult[],
): Result {
  const machine = {
    os: `${process.platform} ${release()}`,
    cpus: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    node: process.versions.node,
  };
  return {
    format: "antre-result/1",
    scenario,
    startedAt,
    elapsedMs: performance.now() - start,
    machine,
    servers,
  };
}
