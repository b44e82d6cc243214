// What is being done and what is left, for whoever watches a terminal; in a file or a pipe only what has to be waited for.

import type { Ora } from "ora";

/** Nobody needs to be told what takes less. */
const QUIET_MS = 1000;

export class Progress {
  #text = "";
  #spinner: Ora | null = null;
  readonly #timer: NodeJS.Timeout | null;

  constructor() {
    // A terminal that does not know its width (script(1) makes one) would be cleared line by line without end.
    const shown = process.stderr.isTTY && process.stderr.columns > 0;
    this.#timer = shown ? setTimeout(() => void this.#appear(), QUIET_MS) : null;
  }

  say(text: string): void {
    this.#text = text;
    if (this.#spinner) this.#spinner.text = text;
  }

  /** What may take a minute is told to files and pipes, too. */
  tell(text: string): void {
    if (this.#timer === null) console.error(text);
    else this.say(text);
  }

  /** A line that stays, above what is being done. */
  note(text: string): void {
    this.#spinner?.clear();
    console.error(text);
    this.#spinner?.render();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#spinner?.stop();
    this.#spinner = null;
    this.#text = "";
  }

  async #appear(): Promise<void> {
    const { default: ora } = await import("ora");
    // Ctrl-C must reach us, so the spinner leaves standard input alone.
    if (this.#text !== "") this.#spinner = ora({ text: this.#text, discardStdin: false }).start();
  }
}
