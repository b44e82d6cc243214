// For the tests: servers of every manner, and another client who keeps one busy.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { dist, ENGLISH } from "./program.js";

/** A folder with these files, that goes with the test. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const path = mkdtempSync(join(tmpdir(), "antre-keyboard-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

/** Starts our own single server. Resolves with its port. */
export async function single(root: string, ...options: string[]): Promise<number> {
  const args = [dist("servers/main.js"), "single", "--port", "0", "--root", root, ...options];
  const server = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...ENGLISH },
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: server.stdout }), "line")) as [string];
  return Number(/Listening on [\d.]+:(\d+)/.exec(line)![1]);
}

export interface Peer {
  port: number;
  /** The connections, in the order in which they came. */
  sockets: Socket[];
  /** What they sent, together. */
  received: () => string;
  close: () => Promise<void>;
}

/** A server that does with every request whatever the test wants. */
export async function serve(
  answer: (request: string, socket: Socket) => void,
  host = "127.0.0.1",
): Promise<Peer> {
  const sockets: Socket[] = [];
  let received = "";
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      received += bytes.toString();
      if (bytes.toString().startsWith("GET")) answer(bytes.toString(), socket);
    });
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await once(server.listen(0, host), "listening");
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    received: () => received,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** A response with a length. */
export function page(body: string, ...fields: string[]): string {
  const lines = ["HTTP/1.1 200 OK", `Content-Length: ${Buffer.byteLength(body)}`, ...fields, "", body];
  return lines.join("\r\n");
}

/** Another client, connected and served, who stays. Returns what lets him leave. */
export async function holder(port: number): Promise<() => void> {
  const socket = connect({ port, host: "127.0.0.1" });
  onTestFinished(() => void socket.destroy());
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(socket, "data");
  return () => socket.end();
}
