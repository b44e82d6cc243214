// Questions and answers over one connection, one at a time: the next question goes out when the last was answered, so
// that no answer can be taken for another's. (Two requests sent at once may be taken for one by a server that reads
// once and answers; from then on every answer would belong to the question before.)

import type { Response } from "../response.js";
import { get, type TcpClient } from "../tcp.js";

export interface Question {
  path: string;
  /** performance.now() */
  askedAt: number;
}

/** "answered": all of it is here. "silent": nothing more came. "ended": the connection did. "broken": it isn't HTTP. */
export type Progress = "answered" | "silent" | "ended" | "broken";

/** How long a server that promised no length must be silent until its answer is taken for complete. */
const QUIET_MS = 500;

/** Longer than any session, and the longest time that a timer can take: a longer one would fire at once. */
export const FOR_EVER = 2 ** 31 - 1;

export class Conversation {
  readonly client: TcpClient;
  /** What was asked and may still be answered. */
  question: Question | null = null;
  /** Has any question been answered over this connection? */
  used = false;
  readonly #host: string;

  /** Over a connection that is established. The host is named to the server as the user named it. */
  constructor(client: TcpClient, host: string) {
    this.client = client;
    this.#host = host;
  }

  /** Can another question be asked here, and its answer be told from all else? */
  get ready(): boolean {
    const { response, broken } = this.client.reader;
    const closing = /\bclose\b/i.test(response?.headers.get("connection") ?? "");
    return this.open && !closing && this.question === null && this.surplus === 0 && broken === null;
  }

  get open(): boolean {
    return this.client.ending === null;
  }

  /** Bytes after the end of the answer, which nobody asked for. */
  get surplus(): number {
    return this.question === null ? this.client.reader.unread.length : 0;
  }

  /** The answer as far as it has come; after it, the last one. */
  get response(): Response | null {
    return this.client.reader.response;
  }

  /** Milliseconds from the question to the last byte that came, or to now while none did. */
  waitedMs({ askedAt }: Question): number {
    const { startedAt, times } = this.client;
    const last = startedAt + (times.lastByteMs ?? 0);
    return (last > askedAt ? last : performance.now()) - askedAt;
  }

  ask(path: string): Question {
    this.client.reader.next();
    this.question = { path, askedAt: performance.now() };
    void this.client.send(get(path, { address: this.#host, port: this.client.endpoint.port }));
    return this.question;
  }

  /** Waits until the question is answered or cannot be any more, or no byte has come for so long: then it stays asked. */
  async wait(patienceMs: number): Promise<Progress> {
    const asked = this.question;
    for (;;) {
      const { times } = this.client;
      const heard = times.lastByteMs;
      const endless = this.response?.framing === "silence";
      const patience = endless ? Math.min(QUIET_MS, patienceMs) : patienceMs;
      const moved = await this.client.until(
        () => this.#settled() !== null || times.lastByteMs !== heard,
        patience,
      );
      const progress = this.#settled() ?? (moved ? null : endless ? "answered" : "silent");
      if (progress === null) continue;
      if (progress !== "silent" && this.question === asked) this.question = null;
      if (progress === "answered") this.used = true;
      return progress;
    }
  }

  /** Resolves when the server has closed, or the connection is lost. */
  async ended(): Promise<void> {
    await this.client.until(() => this.#over, FOR_EVER);
  }

  /** That we leave ourselves is no news. */
  get #over(): boolean {
    return !this.open && this.client.ending !== "client";
  }

  #settled(): Progress | null {
    const { response, broken, unread } = this.client.reader;
    if (response?.complete) return "answered";
    if (broken !== null && unread.length > 0) return "broken";
    return this.#over ? "ended" : null;
  }
}
