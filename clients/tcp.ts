// The scripted client: connects, sends, receives and leaves when it is told to, and notes the moment of each.

import { connect as connectTo, type Socket } from "node:net";
import { setImmediate as afterPoll } from "node:timers/promises";
import type { Answer, Client, ClientTimes, Ending, Endpoint } from "./client.js";
import { ResponseReader } from "./response.js";
import { Watchers } from "./watchers.js";

/** How a client leaves: with FIN; with the line `exit` and FIN, as the course report's client does; with RST. */
export type Leaving = "close" | "exit" | "reset";

/** All clients read into one buffer: a new one for each read would call for the garbage collector, which takes its time. */
const buffer = Buffer.allocUnsafeSlow(64 * 1024);

export class TcpClient implements Client {
  readonly kind = "tcp";
  readonly name: string;
  readonly endpoint: Endpoint;
  /** performance.now() when connect was called. */
  startedAt = 0;
  readonly times: ClientTimes = { connectedMs: null, firstByteMs: null, lastByteMs: null, closedMs: null };
  readonly reader: ResponseReader;
  localPort: number | null = null;
  localAddress: string | null = null;
  ending: Ending | null = null;
  leftAt: number | null = null;
  /** The system's name for what broke the connection. */
  error: string | null = null;
  #socket: Socket | null = null;
  readonly #watchers = new Watchers();

  constructor(name: string, endpoint: Endpoint, options: { keepBody?: boolean } = {}) {
    this.name = name;
    this.endpoint = endpoint;
    this.reader = new ResponseReader(options.keepBody ?? true);
  }

  get answer(): Answer | null {
    const { response, broken } = this.reader;
    if (response === null) return broken === null ? null : { status: 0, bytes: 0, complete: false, broken };
    const { status, bytes, complete, framing } = response;
    return { status, bytes, complete, openEnded: framing === "silence" || framing === "close", broken };
  }

  get received(): number {
    return this.reader.received;
  }

  get answered(): boolean {
    return this.times.firstByteMs !== null;
  }

  async prepare(): Promise<void> {}

  ask(path: string): void {
    this.connect();
    void this.send(get(path, this.endpoint));
  }

  /**
   * Begins to connect. `reading: false`: never takes a byte from the kernel, so that its buffers fill; "by the byte": only
   * one whenever `takeOne` is called.
   */
  connect({ reading = true }: { reading?: boolean | "by the byte" } = {}): this {
    this.startedAt = performance.now();
    // Node makes a socket first, which takes longer than to connect; the system's connect is called in the next tick.
    process.nextTick(() => {
      this.startedAt = performance.now();
    });
    const { address: host, port } = this.endpoint;
    const onread =
      reading === "by the byte"
        ? { buffer: Buffer.alloc(1), callback: this.#takenOne }
        : { buffer, callback: this.#taken };
    const socket = connectTo({ host, port, noDelay: true, onread });
    this.#socket = socket;
    if (reading !== true) socket.pause();
    socket.on("connect", () => {
      this.times.connectedMs = this.#now();
    });
    // What is to be sent goes out between these two events.
    socket.on("ready", () =>
      this.#note(() => {
        this.localPort = socket.localPort ?? null;
        this.localAddress = socket.localAddress ?? null;
      }),
    );
    socket.on("end", () => this.#note(() => this.#ended("server")));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      this.#note(() => {
        this.error = error.code ?? error.message;
        this.#ended(this.times.connectedMs === null ? "refused" : "lost");
      }),
    );
    socket.on("close", () => this.#note(() => this.#ended("client")));
    return this;
  }

  /** Sends the pieces, each in a segment of its own. Resolves when the kernel has taken them all, or the connection is gone. */
  async send(...pieces: (string | Uint8Array)[]): Promise<void> {
    for (const piece of pieces) {
      await new Promise<void>((taken) => this.#socket!.write(piece, () => taken()));
      if (pieces.length > 1) await afterPoll();
    }
  }

  /** Takes one byte from the kernel, as soon as there is one. */
  takeOne(): void {
    this.#socket?.resume();
  }

  /** Resolves when so many milliseconds have passed since connect. */
  async at(milliseconds: number): Promise<void> {
    await this.until(() => false, milliseconds - this.#now());
  }

  until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    return this.#watchers.until(condition, timeoutMs);
  }

  /** Leaves. Resolves when the system has let go of the connection; a server that does not close its side is not waited for. */
  async leave(how: Leaving = "close"): Promise<void> {
    const socket = this.#socket;
    this.leftAt ??= performance.now();
    if (socket === null || this.times.closedMs !== null) return;
    if (how === "reset") {
      await new Promise<void>((gone) => socket.once("close", gone).resetAndDestroy());
      return;
    }
    await new Promise<void>((sent) => socket.end(how === "exit" ? "exit\r\n" : "", () => sent()));
    this.#note(() => this.#ended("client"));
    // A server that fills our buffers would not learn from a FIN that nobody will ever empty them.
    if (socket.isPaused()) socket.destroy();
  }

  async destroy(): Promise<void> {
    this.leftAt ??= performance.now();
    this.#socket?.destroy();
    this.#note(() => this.#ended("client")); // at once: whoever follows it must not look at it any more
  }

  #now(): number {
    return performance.now() - this.startedAt;
  }

  readonly #taken = (count: number): boolean => {
    this.#note(() => this.#received(Buffer.from(buffer.subarray(0, count))));
    return true; // go on
  };

  readonly #takenOne = (_count: number, one: Uint8Array): boolean => {
    this.#note(() => this.#received(Buffer.from(one)));
    return false; // and no more
  };

  #received(bytes: Buffer): void {
    if (this.leftAt !== null) return; // taken from the kernel, so that the server is not held up, and not heard
    this.times.firstByteMs ??= this.#now();
    this.times.lastByteMs = this.#now();
    this.reader.push(bytes);
  }

  #ended(ending: Ending): void {
    if (this.times.closedMs !== null) return;
    this.times.closedMs = this.#now();
    this.ending = this.leftAt === null ? ending : "client"; // the server may have answered its FIN before we saw it sent
    if (this.ending === "server") this.reader.end();
  }

  #note(event: () => void): void {
    event();
    this.#watchers.look();
  }
}

/** A GET as our own client sends it: HTTP/1.1, so that the connection stays open after the answer. */
export function get(path: string, { address, port }: Endpoint): string {
  const host = address.includes(":") ? `[${address}]` : address;
  return `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nUser-Agent: antre\r\nAccept: */*\r\n\r\n`;
}
