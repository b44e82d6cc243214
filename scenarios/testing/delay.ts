// A server whose delay is known, and how far from it the first byte is seen to come.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { Endpoint } from "../../clients/client.js";
import { get, TcpClient } from "../../clients/tcp.js";
import { openKernel } from "../lab/kernel/index.js";
import { launch } from "../lab/process/launch.js";
import { otherServer } from "../servers.js";
import { sourcePath } from "../source-folder.js";

const WARM_UP = 10; // not counted: the code is still cold

/** The command of a server that thinks for so long before each answer. */
export const delaying = (milliseconds: number): string =>
  `python3 ${sourcePath("./delaying.py", import.meta.url)} ${milliseconds}`;

/**
 * How much later than the delay alone the first byte came, in milliseconds: for our client, for a socket of Node's with
 * nothing around it, and for a client that blocks, with nothing between it and the system.
 */
export interface DelayErrors {
  ours: number[];
  bare: number[];
  blocking: number[];
}

/** They take turns, so that all are hit alike by whatever else wants the processor. */
export async function delayErrors(milliseconds: number, count: number): Promise<DelayErrors> {
  const kernel = openKernel();
  const server = await launch(otherServer("delaying", delaying(milliseconds), null), kernel);
  const blocking = new BlockingClient(server.endpoint);
  try {
    const errors: DelayErrors = { ours: [], bare: [], blocking: [] };
    for (let turn = 0; turn < WARM_UP + count; turn++) {
      errors.ours.push((await firstByte(server.endpoint)) - milliseconds);
      errors.bare.push((await bareFirstByte(server.endpoint)) - milliseconds);
      errors.blocking.push((await blocking.firstByte()) - milliseconds);
    }
    const counted = (those: number[]) => those.slice(WARM_UP);
    return {
      ours: counted(errors.ours),
      bare: counted(errors.bare),
      blocking: counted(errors.blocking),
    };
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

async function bareFirstByte(endpoint: Endpoint): Promise<number> {
  const start = performance.now();
  const socket = connect({ host: endpoint.address, port: endpoint.port });
  socket.write(get("/", endpoint));
  await once(socket, "data");
  const firstByteMs = performance.now() - start;
  socket.resume().end();
  await once(socket, "close");
  return firstByteMs;
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
