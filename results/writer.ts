// Writes results in a thread of its own: the drawing library takes longer to load than an experiment to make, and
// whoever measures must not be kept from looking.

import { Worker } from "node:worker_threads";
import type { Attachments, Result } from "./result.js";
import type { Language } from "./texts/texts.js";

export interface WriteRequest {
  result: Result;
  folder: string;
  language: Language;
  attachments: Attachments;
}

export type WriteAnswer = { paths: string[] } | { failure: string };

export class Writer {
  readonly #thread = new Worker(new URL("./writer-thread.js", import.meta.url));

  constructor() {
    this.#thread.unref(); // nobody need wait for it who has nothing to write
  }

  /** Writes every format, as `writeResult` does. Answers the paths, or what failed, in the reader's language. */
  write(request: WriteRequest): Promise<WriteAnswer> {
    return new Promise((resolve, reject) => {
      this.#thread.ref();
      this.#thread.once("error", reject);
      this.#thread.once("message", (answer: WriteAnswer) => {
        this.#thread.off("error", reject);
        this.#thread.unref();
        resolve(answer);
      });
      this.#thread.postMessage(request);
    });
  }
}
