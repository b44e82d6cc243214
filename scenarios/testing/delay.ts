// A server whose delay is known, and how far from it the first byte is seen to come.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Endpoint } from "../../clients/client.js";
import { TcpClient } from "../../clients/tcp.js";
import { openKernel } from "../lab/kernel/index.js";
import { launch } from "../lab/launch.js";
import { otherServer } from "../servers.js";
import { sourcePath } from "../source-folder.js";

const WARM_UP = 10; // not counted: the code is still cold

/** The command of a server that thinks for so long before each answer. */
export const delaying = (milliseconds: number): string =>
  `python3 ${sourcePath("./delaying.py", import.meta.url)} ${milliseconds}`;

/**
 * How much later than the delay alone the first byte came, in milliseconds: for our client, and for one that blocks. They
 * take turns, so that both are hit alike by whatever else wants the processor.
 */
export async function delayErrors(
  milliseconds: number,
  count: number,
): Promise<{ ours: number[]; blocking: number[] }> {
  const kernel = openKernel();
  const server = await launch(otherServer("delaying", delaying(milliseconds), null), kernel);
  const blocking = new BlockingClient(server.endpoint);
  try {
    const errors = { ours: [] as number[], blocking: [] as number[] };
    for (let turn = 0; turn < WARM_UP + count; turn++) {
      errors.ours.push((await firstByte(server.endpoint)) - milliseconds);
      errors.blocking.push((await blocking.firstByte()) - milliseconds);
    }
    return { ours: errors.ours.slice(WARM_UP), blocking: errors.blocking.slice(WARM_UP) };
  } finally {
    blocking.end();
    await server.end();
    kernel.close();
  }
}

async function firstByte(endpoint: Endpoint): Promise<number> {
  const client = new TcpClient("client", endpoint, { keepBody: false });
  client.ask("/");
  if (!(await client.until(() => client.answered, 10_000))) throw new Error("no answer");
  await client.leave();
  await client.destroy();
  return client.times.firstByteMs!;
}

class BlockingClient {
  readonly #child;
  readonly #lines;

  constructor({ port }: Endpoint) {
    const program = sourcePath("./blocking-client.py", import.meta.url);
    this.#child = spawn("python3", [program, `${port}`], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  async firstByte(): Promise<number> {
    this.#child.stdin.write("again\n");
    const line = await this.#lines.next();
    if (line.done) throw new Error("the blocking client has ended");
    return Number(line.value);
  }

  end(): void {
    this.#child.stdin.end();
  }
}
