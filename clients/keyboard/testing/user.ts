// For the tests: a user at a real terminal. tmux is the terminal; its keys are what he types, its pane is what he sees.

import { type ChildProcessByStdio, execFileSync, spawn, spawnSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { expect, onTestFinished } from "vitest";
import { dist, ENGLISH } from "./program.js";

const SOON_MS = 15_000;

/** A user at a terminal of so many columns, who has just started the client, or another program. */
export class User {
  readonly #folder = mkdtempSync(join(tmpdir(), "antre-tmux-"));
  /** A tmux of his own, that no tmux of the machine's owner knows. */
  readonly #socket = join(this.#folder, "socket");
  /** tmux in control mode (tmux(1)): it says when the screen changes, and answers commands without a start for each. */
  readonly #control: ChildProcessByStdio<Writable, Readable, null>;
  readonly #events = new EventEmitter<{ change: []; reply: [string[]] }>();

  constructor(
    args: (string | number)[],
    {
      env = {},
      columns = 100,
      program = [process.execPath, dist("clients/main.js")],
    }: { env?: NodeJS.ProcessEnv; columns?: number; program?: string[] } = {},
  ) {
    const command = [...program, ...args].map((word) => `'${word}'`).join(" ");
    execFileSync(
      "tmux",
      ["-S", this.#socket, "-f", "/dev/null", "new-session", "-d", "-x", `${columns}`, "-y", "60"].concat(
        `${command}; echo "status $?"; exec cat`,
      ),
      { env: { ...process.env, ...ENGLISH, ...env } },
    );
    this.#control = spawn("tmux", ["-S", this.#socket, "-C", "attach"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#listen();
    onTestFinished(() => {
      spawnSync("tmux", ["-S", this.#socket, "kill-server"]);
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  /** Types the text and presses Enter. */
  enter(text: string): void {
    this.type(text);
    this.press("Enter");
  }

  type(text: string): void {
    if (text !== "") this.#tmux("send-keys", "-l", text);
  }

  /** Keys as tmux names them: Enter, Up, C-c. */
  press(...keys: string[]): void {
    this.#tmux("send-keys", ...keys);
  }

  /** What is on the screen, without the spaces at the ends of lines. */
  screen(): string {
    return tidy(this.#tmux("capture-pane", "-p"));
  }

  /** The same, with the escape sequences of its colours. */
  colours(): string {
    return this.#tmux("capture-pane", "-p", "-e");
  }

  /** Waits until the screen looks so. */
  async sees(pattern: RegExp): Promise<void> {
    const signal = AbortSignal.timeout(SOON_MS);
    for (;;) {
      // Listened for before one looks: what comes meanwhile is looked at, too.
      const change = once(this.#events, "change", { signal }).then(
        () => true,
        () => false,
      );
      const reply = once(this.#events, "reply");
      this.#control.stdin.write("capture-pane -p\n");
      const [lines] = (await reply) as [string[]];
      const screen = tidy(lines.join("\n"));
      if (pattern.test(screen)) return;
      if (!(await change)) return expect(screen).toMatch(pattern);
    }
  }

  /** Reads what tmux says: what stands between %begin and %end is the reply to a command. */
  #listen(): void {
    let reply: string[] | null = null;
    createInterface({ input: this.#control.stdout }).on("line", (line) => {
      const [word, , , flags] = line.split(" ");
      if (word === "%begin") reply = [];
      else if (word === "%end" || word === "%error") {
        if (flags === "1" && reply !== null) this.#events.emit("reply", reply); // else to the words that started it
        reply = null;
      } else if (reply !== null) reply.push(line);
      else this.#events.emit("change");
    });
  }

  #tmux(...args: string[]): string {
    return execFileSync("tmux", ["-S", this.#socket, ...args], { encoding: "utf8" });
  }
}

/** Without the spaces at the ends of lines, and the empty lines below. */
const tidy = (screen: string): string => screen.replace(/ +$/gm, "").trimEnd();
