// What a browser has got of an answer, put together from what it tells by and by.

import type { HTTPResponse } from "puppeteer-core";
import type { Answer } from "../client.js";
import type { Seen } from "./page.js";

export class Received {
  /** The text of the page, as a person could read it now; empty: nothing is shown. */
  text = "";
  finished = false;
  broken: string | null = null;
  #status: number | null = null;
  #length: number | null = null;
  #chunked = false;
  #counted = 0;

  /** The head of an answer; after a redirect, of the next one. */
  head(response: HTTPResponse): void {
    const headers = response.headers();
    const length = headers["content-length"];
    this.#status = response.status();
    this.#length = length === undefined ? null : Number(length);
    this.#chunked = headers["transfer-encoding"] !== undefined;
    // 204 has no body: the browser stays on its old page, and calls that a failure.
    this.finished = this.#status === 204;
  }

  /** Has the text changed? */
  seen({ text, bytes }: Seen): boolean {
    const changed = text !== this.text;
    this.text = text;
    this.#counted = bytes;
    return changed;
  }

  /** It could not be had, or not whole. */
  failed(error: string): void {
    // An error answer without a body is sound HTTP, and Chromium's own page about it is none of the server's.
    if (this.#status !== null && /HTTP_RESPONSE_CODE_FAILURE/.test(error)) {
      this.finished = true;
      return;
    }
    if (this.#status !== null || /INVALID/.test(error)) this.broken = error;
  }

  get answer(): Answer | null {
    if (this.#status === null && this.broken === null) return null;
    return {
      status: this.#status ?? 0,
      // Both browsers count the body only when they have all of it, Chromium some time after.
      bytes: this.#counted || (this.finished && this.#length) || Buffer.byteLength(this.text),
      complete: this.finished,
      openEnded: !this.finished && !this.#chunked && this.#length === null,
      broken: this.broken,
    };
  }
}
