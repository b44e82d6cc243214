// A server whose delay is known, and how far from it the first byte is seen to come.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { TcpClient } from "../../clients/tcp.js";
import { openKernel } from "../lab/kernel/index.js";
import { launch, type RunningServer } from "../lab/launch.js";
import { otherServer } from "../servers.js";
import { sourcePath } from "../source-folder.js";

const WARM_UP = 10; // not counted: the code is still cold

/** The command of a server that thinks for so long before each answer. */
export const delaying = (milliseconds: number): string =>
  `python3 ${sourcePath("./delaying.py", import.meta.url)} ${milliseconds}`;

/** How much later than the delay alone the first byte came, in milliseconds: for our client and for a blocking one. */
export async function delayErrors(
  milliseconds: number,
  count: number,
): Promise<{ ours: number[]; blocking: number[] }> {
  const kernel = openKernel();
  const server = await launch(otherServer("delaying", delaying(milliseconds), null), kernel);
  try {
    const [ours, blocking] = [await firstBytes(server, count), await blockingFirstBytes(server, count)];
    const error = (time: number) => time - milliseconds;
    return { ours: ours.map(error), blocking: blocking.map(error) };
  } finally {
    await server.end();
    kernel.close();
  }
}

async function firstBytes({ endpoint }: RunningServer, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < WARM_UP + count) {
    const client = new TcpClient("client", endpoint, { keepBody: false });
    client.ask("/");
    if (!(await client.until(() => client.answered, 10_000))) throw new Error("no answer");
    times.push(client.times.firstByteMs!);
    await client.leave();
    await client.destroy();
  }
  return times.slice(WARM_UP);
}

async function blockingFirstBytes({ endpoint }: RunningServer, count: number): Promise<number[]> {
  const client = sourcePath("./blocking-client.py", import.meta.url);
  const { stdout } = await promisify(execFile)("python3", [client, `${endpoint.port}`, `${count}`]);
  return stdout.trim().split("\n").map(Number);
}
