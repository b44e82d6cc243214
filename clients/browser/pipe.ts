// Chromium's DevTools protocol on a pipe: no port of its own is opened, and it ends when our end of the pipe closes,
// be it that we were killed.

import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

/** JSON messages, a zero byte after each: Chromium reads them from its file descriptor 3 and writes them to 4. */
export class Pipe implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #toBrowser: Writable;
  #pending = "";

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    toBrowser.on("error", () => {}); // it has ended: the other pipe closes, too
    fromBrowser.on("error", () => {});
    fromBrowser.on("close", () => this.onclose?.());
    fromBrowser.setEncoding("utf8").on("data", (text: string) => {
      const messages = (this.#pending + text).split("\0");
      this.#pending = messages.pop()!;
      // Each in a turn of its own: whoever awaits the one must be able to prepare for the next.
      for (const message of messages) setImmediate(() => this.onmessage?.(message));
    });
  }

  send(message: string): void {
    this.#toBrowser.write(`${message}\0`);
  }

  close(): void {
    this.#toBrowser.end();
  }
}
