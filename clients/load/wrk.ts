// wrk, where it is installed: it costs a sixth of the processor time of autocannon, which on two processors takes as much
// as the server that it loads, so that every server looks alike. It does not tell its connections apart.

import { execFile } from "node:child_process";
import type { LoadPlan, Target } from "./plan.js";

export type WrkPlan = Omit<Target, "bytes" | "expected"> & Pick<LoadPlan, "connections" | "kept" | "seconds">;

export interface WrkFigures {
  completed: number;
  /** Connections that were lost, time-outs, and answers that were not 2xx. */
  failed: number;
  requestsPerSecond: number;
  /** Heads and bodies of all answers. wrk rounds this to a hundredth of its unit, less than a percent. */
  bytesReceived: number;
}

/** Loads a server, which must say how long its answers are. null: there is no wrk. Throws what wrk says when it fails. */
export async function wrk({
  endpoint,
  path,
  connections,
  kept,
  seconds,
}: WrkPlan): Promise<WrkFigures | null> {
  const words = [
    ...["--threads", "1"],
    ...["--connections", `${connections}`],
    ...["--duration", `${seconds}s`],
    ...["--timeout", "10s"], // wrk would count an answer after 2 s as none, though it comes
    ...(kept ? [] : ["--header", "Connection: close"]),
    `http://${endpoint.address}:${endpoint.port}${path}`,
  ];
  const report = await new Promise<string | null>((resolve, reject) => {
    execFile("wrk", words, (error, stdout) => {
      if (error?.code === "ENOENT") resolve(null);
      else if (error) reject(error);
      else resolve(stdout);
    });
  });
  return report === null ? null : read(report);
}

const UNITS: Record<string, number> = { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 };

/** What wrk prints at its end. */
export function read(report: string): WrkFigures {
  const figure = (pattern: RegExp) => Number(pattern.exec(report)?.[1] ?? 0);
  const [, ...lost] =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(report) ?? [];
  const not2xx = figure(/Non-2xx or 3xx responses: (\d+)/);
  const [, amount = "0", unit = "B"] = /, ([\d.]+)([KMGT]?B) read/.exec(report) ?? [];
  return {
    completed: figure(/(\d+) requests in/) - not2xx,
    failed: lost.reduce((sum, count) => sum + Number(count), not2xx),
    requestsPerSecond: figure(/Requests\/sec:\s+([\d.]+)/),
    bytesReceived: Number(amount) * UNITS[unit]!,
  };
}
