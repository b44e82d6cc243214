// A server for the tests that writes down who connects, what is asked on which connection, and who leaves.

import { createServer, type Server, type Socket } from "node:net";

export interface Knock {
  port: number;
  /** The first line of each request on this connection. */
  requests: string[];
  /** How the client's side ended; null: it has not. */
  ended: "FIN" | "RST" | null;
  socket: Socket;
}

export class LoggingServer {
  readonly knocks: Knock[] = [];
  readonly #server: Server;
  readonly #watchers = new Set<() => void>();

  /** `answer` is called with each request. */
  constructor(answer: (socket: Socket, path: string) => void) {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      const knock: Knock = { port: socket.remotePort!, requests: [], ended: null, socket };
      this.knocks.push(knock);
      socket.on("data", (bytes) => {
        const [line] = bytes.toString("latin1").split("\r\n");
        knock.requests.push(line!);
        answer(socket, line!.split(" ")[1]!);
        this.#look();
      });
      const end = (how: Knock["ended"]) => {
        knock.ended ??= how;
        socket.end();
        this.#look();
      };
      socket.on("end", () => end("FIN"));
      socket.on("error", () => end("RST"));
      this.#look();
    });
  }

  get endpoint() {
    return { address: "127.0.0.1", port: (this.#server.address() as { port: number }).port };
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  /** Resolves when the condition holds, looking whenever something happens here. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        const look = () => {
          this.#watchers.delete(look);
          resolve();
        };
        this.#watchers.add(look);
      });
    }
  }

  close(): void {
    for (const { socket } of this.knocks) socket.destroy();
    this.#server.close();
  }

  #look(): void {
    for (const look of [...this.#watchers]) look();
  }
}

export const page = (text: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>A page</title></head><body><h1>${text}</h1></body></html>`;

export function response(body: string, { status = "200 OK", length = true } = {}): string {
  const framing = length ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : "";
  return `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${framing}\r\n${body}`;
}
