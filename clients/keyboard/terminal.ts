// The user's side: lines in, answers out, and on a terminal the prompt, the history, and a line that counts while one waits.
// Answers go to standard output. All else goes to standard error, so that `npm run client ... > answers.txt` still prompts.

import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline";
import { type Colour, type Ink, ink } from "../../results/ink.js";
import { width, wrap } from "../../results/words.js";

const FIRST_TICK_MS = 300;
const TICK_MS = 100;

export class Terminal {
  /** Is there a person at a keyboard? */
  readonly interactive = Boolean(process.stdin.isTTY && process.stderr.isTTY);
  /** Colours for standard output. */
  readonly ink: Ink = ink(colourful(process.stdout));
  readonly #noteInk: Ink = ink(colourful(process.stderr));
  /** Is told that the user wants to leave now, whatever is going on. */
  onLeave: (how: "interrupted" | "exit") => void = () => {};
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
      if (this.interactive) this.#leave("exit");
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
  note(text: string, colour?: Colour): void {
    const lines = this.interactive ? text.split("\n").flatMap(fold) : [text];
    const painted = lines.map((line) => (colour === undefined ? line : this.#noteInk(colour, line)));
    this.#above(() => process.stderr.write(`${painted.join("\n")}\n`));
  }

  /**
   * Shows a line that changes, until the returned function is called. It is readline's prompt: what the user types
   * meanwhile stands behind it, and is still there when the real prompt comes back.
   */
  counting(text: () => string): () => void {
    if (!this.interactive) return () => {};
    const tick = () => {
      this.#prompt(this.#noteInk("yellow", text()));
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
    this.#erase();
    this.#prompting = false;
    this.#readline.close();
  }

  #received(line: string): void {
    if (this.#taker !== null) {
      this.#prompting = false;
      this.#take(line);
    } else if (line === "exit" && this.#prompting) {
      this.#prompting = false;
      this.onLeave("exit"); // typed at the counting line: who is tired of waiting need not wait for that
    } else if (line !== "") {
      this.#lines.push(line); // typed, pasted or piped ahead; Enter alone is only impatience
    }
  }

  #take(line: string | null): void {
    const taker = this.#taker;
    this.#taker = null;
    taker?.(line);
  }

  #leave(how: "interrupted" | "exit"): void {
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

function colourful({ isTTY }: { isTTY?: boolean }): boolean {
  return Boolean(isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}

/** A line in as many as the terminal needs; a terminal alone would break it within a word. */
function fold(line: string): string[] {
  const columns = process.stderr.columns || 80;
  return width(line) > columns ? wrap(line, columns) : [line];
}
