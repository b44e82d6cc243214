// The user's side: lines in, answers out, and on a terminal the prompt, the history, and a line that counts while one waits.
// Answers go to standard output. All else goes to standard error, so that `npm run client ... > answers.txt` still prompts.

import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline";
import { type Ink, ink } from "../../results/ink.js";

const FIRST_TICK_MS = 300;
const TICK_MS = 100;

export class Terminal {
  /** Is there a person at a keyboard? */
  readonly interactive = Boolean(process.stdin.isTTY && process.stderr.isTTY);
  /** Colours for standard output. */
  readonly ink: Ink = ink(Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb");
  /** Is told that the user wants to leave now, whatever is going on. */
  onLeave: (how: "interrupted" | "end of input") => void = () => {};
  readonly #readline: Interface;
  readonly #lines: string[] = [];
  #taker: ((line: string | null) => void) | null = null;
  #closed = false;
  /** A prompt, or the counting line, is on the screen. */
  #prompting = false;

  constructor() {
    const input = process.stdin;
    this.#readline = this.interactive
      ? createInterface({ input, output: process.stderr, terminal: true, removeHistoryDuplicates: true })
      : createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.#readline.on("line", (line) => this.#received(line.trim()));
    this.#readline.on("SIGINT", () => this.#leave("interrupted"));
    this.#readline.on("close", () => {
      this.#closed = true;
      if (this.interactive) this.#leave("end of input");
      else this.#take(null);
    });
  }

  /** The next line, without the spaces around it; null at the end of the input. */
  line(prompt: string): Promise<string | null> {
    const early = this.#lines.shift();
    if (early !== undefined) {
      if (this.interactive) process.stderr.write(`${prompt}${early}\n`);
      return Promise.resolve(early);
    }
    if (this.#closed) return Promise.resolve(null);
    this.#prompt(prompt);
    return new Promise((taker) => {
      this.#taker = taker;
    });
  }

  /** Prints a part of an answer. */
  print(text: string): void {
    this.#above(() => process.stdout.write(text));
  }

  /** Says something to the user. */
  note(text: string): void {
    this.#above(() => process.stderr.write(`${text}\n`));
  }

  /**
   * Shows a line that changes, until the returned function is called. It is readline's prompt: what the user types
   * meanwhile stands behind it, and is still there when the real prompt comes back.
   */
  counting(text: () => string): () => void {
    if (!this.interactive) return () => {};
    const tick = () => {
      this.#prompt(text());
      timer = setTimeout(tick, TICK_MS);
    };
    let timer = setTimeout(tick, FIRST_TICK_MS);
    return () => {
      clearTimeout(timer);
      this.#erase();
      this.#prompting = false;
    };
  }

  /** Gives the terminal back as it was. */
  close(): void {
    this.onLeave = () => {};
    this.#readline.close();
  }

  #received(line: string): void {
    if (this.#taker !== null) {
      this.#prompting = false;
      this.#take(line);
    } else if (line !== "") {
      this.#lines.push(line); // typed, pasted or piped ahead; Enter alone is only impatience
    }
  }

  #take(line: string | null): void {
    const taker = this.#taker;
    this.#taker = null;
    taker?.(line);
  }

  #leave(how: "interrupted" | "end of input"): void {
    if (this.#prompting) process.stderr.write("\n");
    this.#prompting = false;
    this.onLeave(how);
  }

  #prompt(text: string): void {
    if (!this.interactive || this.#closed) return;
    this.#prompting = true;
    this.#readline.setPrompt(text);
    this.#readline.prompt(true);
  }

  /** Writes above the line that the user is typing, and puts that line back. */
  #above(write: () => void): void {
    const prompting = this.#prompting;
    if (prompting) this.#erase();
    write();
    if (prompting) this.#prompt(this.#readline.getPrompt());
  }

  #erase(): void {
    if (!this.#prompting) return;
    moveCursor(process.stderr, 0, -this.#readline.getCursorPos().rows);
    cursorTo(process.stderr, 0);
    clearScreenDown(process.stderr);
    // readline would go up again by the rows that it believes it has drawn, over what is printed now.
    (this.#readline as { prevRows?: number }).prevRows = 0;
  }
}
