// What a server says on standard output: who connected, what was asked, who left.

import { writeSync } from "node:fs";
import type { Reason } from "./http/refusal.js";
import type { SessionLog } from "./http/session.js";
import type { RequestLine } from "./http/syntax.js";
import type { Address } from "./sockets/platform.js";
import { type Language, type ServerTexts, texts } from "./texts/texts.js";

export class Log {
  readonly texts: ServerTexts;
  readonly #quiet: boolean;

  /** `quiet`: says nothing of clients and what they ask. */
  constructor(lang: Language, quiet = false) {
    this.texts = texts[lang];
    this.#quiet = quiet;
  }

  listening({ address, port }: Address): void {
    say(this.texts.listening(address, port));
  }

  /** `byLimit`: more were allowed, but the system's limit on descriptors stands against them. */
  threads(busy: number, byLimit: boolean): void {
    say(byLimit ? this.texts.descriptors(busy) : this.texts.ceiling(busy));
  }

  /** `pid` is undefined when the process could not even be started. */
  processEnded(pid: number | undefined, how: string): void {
    say(this.texts.processEnded(`${pid ?? "?"}`, how));
  }

  client(peer: Address): ClientLog {
    return this.#quiet ? SILENT : new SpokenLog(this.texts, `${peer.address}:${peer.port}`);
  }
}

/** The log of one connection. */
export interface ClientLog extends SessionLog {
  connected(): void;
  failed(reason: string): void;
}

const SILENT: ClientLog = { connected() {}, asked() {}, refused() {}, left() {}, failed() {} };

class SpokenLog implements ClientLog {
  readonly #texts: ServerTexts;
  readonly #who: string;

  constructor(texts: ServerTexts, who: string) {
    this.#texts = texts;
    this.#who = who;
  }

  connected(): void {
    say(this.#texts.connected(this.#who));
  }

  asked({ method, target, version }: RequestLine, status: number): void {
    say(this.#texts.asked(this.#who, `${method} ${target} HTTP/${version}`, status));
  }

  refused(status: number, reason: Reason | string): void {
    const why = reason in this.#texts.reasons ? this.#texts.reasons[reason as Reason] : reason;
    say(this.#texts.refused(this.#who, status, why));
  }

  left(how: "exit" | "close" | "half"): void {
    const { exited, left, leftHalf } = this.#texts;
    say({ exit: exited, close: left, half: leftHalf }[how](this.#who));
  }

  failed(reason: string): void {
    say(this.#texts.failed(this.#who, reason));
  }
}

/**
 * One line, written at once: a thread that blocks in the kernel never returns to the event loop, which would have to
 * carry console.log out of a Worker. When nobody reads the log any more, the server ends, as a program does that
 * writes to a closed pipe.
 */
function say(line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      else if (code === "EPIPE") process.kill(process.pid, "SIGTERM");
      else throw error;
    }
  }
}
