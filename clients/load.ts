// The load client: as many requests as a server answers, from several connections, for a stated time, on loopback only.

import { execFile } from "node:child_process";
import { connect } from "node:net";
import type { Endpoint } from "./client.js";
import { ResponseReader } from "./response.js";
import { get } from "./tcp.js";

export interface Load {
  path: string;
  connections: number;
  seconds: number;
  /** Are connections kept, or made anew for each request? */
  kept: boolean;
}

export interface LoadResult {
  requestsPerSecond: number;
  completed: number;
  /** Connections that were lost, time-outs, and answers that were not 2xx: a figure with any of these is worth nothing. */
  errors: number;
}

/** Loads one server. It must send Content-Length: without it autocannon completes nothing and reports no error. */
export async function load(endpoint: Endpoint, plan: Load): Promise<LoadResult> {
  return plan.kept ? loadKept(endpoint, plan) : loadFresh(endpoint, plan);
}

async function loadKept(endpoint: Endpoint, { path, connections, seconds }: Load): Promise<LoadResult> {
  const url = `http://${endpoint.address}:${endpoint.port}${path}`;
  const wrk = await loadWithWrk(url, connections, seconds, []);
  if (wrk !== null) return wrk;
  const { default: autocannon } = await import("autocannon");
  const result = await autocannon({ url, connections, duration: seconds });
  const completed = result["2xx"];
  return {
    requestsPerSecond: completed / result.duration,
    completed,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}

/**
 * The same by wrk, where it is installed: it costs a sixth of the processor time of autocannon, which on two processors
 * takes as much as the server that it loads, so that every server looks alike. Null: there is no wrk.
 */
async function loadWithWrk(
  url: string,
  connections: number,
  seconds: number,
  headers: string[],
): Promise<LoadResult | null> {
  const fields = headers.flatMap((field) => ["--header", field]);
  const args = [
    "--threads",
    "1",
    "--connections",
    `${connections}`,
    "--duration",
    `${seconds}s`,
    ...fields,
    url,
  ];
  const report = await new Promise<string | null>((resolve, reject) => {
    execFile("wrk", args, (error, stdout) => {
      if (error?.code === "ENOENT") resolve(null);
      else if (error) reject(error);
      else resolve(stdout);
    });
  });
  if (report === null) return null;
  const figure = (pattern: RegExp) => Number(pattern.exec(report)?.[1] ?? 0);
  const [, ...failures] =
    /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(report) ?? [];
  const not2xx = figure(/Non-2xx or 3xx responses: (\d+)/);
  const completed = figure(/(\d+) requests in/) - not2xx;
  return {
    requestsPerSecond: figure(/Requests\/sec:\s+([\d.]+)/),
    completed,
    errors: failures.reduce((sum, count) => sum + Number(count), not2xx),
  };
}

/** One request on each connection. autocannon does not count the answer after which it reconnects, so this is ours. */
async function loadFresh(endpoint: Endpoint, { path, connections, seconds }: Load): Promise<LoadResult> {
  const url = `http://${endpoint.address}:${endpoint.port}${path}`;
  const wrk = await loadWithWrk(url, connections, seconds, ["Connection: close"]);
  if (wrk !== null) return wrk;
  const start = performance.now();
  const end = start + seconds * 1000;
  const request = get(path, endpoint);
  let completed = 0;
  let errors = 0;
  const visitor = async () => {
    while (performance.now() < end) {
      if (await visit(endpoint, request)) completed++;
      else errors++;
    }
  };
  await Promise.all(Array.from({ length: connections }, visitor));
  return { requestsPerSecond: (completed * 1000) / (performance.now() - start), completed, errors };
}

/** Connects, asks once, and leaves when the whole answer has come. True: it came, with status 200. */
function visit({ address, port }: Endpoint, request: string): Promise<boolean> {
  return new Promise((resolve) => {
    const reader = new ResponseReader(false);
    const socket = connect({ host: address, port });
    socket.on("connect", () => socket.write(request));
    socket.on("data", (bytes) => {
      reader.push(bytes);
      if (reader.response?.complete) socket.end();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve(reader.response?.complete === true && reader.response.status === 200));
  });
}
