// For the tests: a user at a real terminal. tmux is the terminal; its keys are what he types, its pane is what he sees.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { dist, ENGLISH } from "./program.js";

/** A user at a terminal of so many columns, who has just started the client, or another program. */
export class User {
  readonly #folder = mkdtempSync(join(tmpdir(), "antre-tmux-"));
  /** A tmux of his own, that no tmux of the machine's owner knows. */
  readonly #socket = join(this.#folder, "socket");

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
    return this.#tmux("capture-pane", "-p").replace(/ +$/gm, "").trimEnd();
  }

  /** The same, with the escape sequences of its colours. */
  colours(): string {
    return this.#tmux("capture-pane", "-p", "-e");
  }

  /** Waits until the screen looks so. */
  async sees(pattern: RegExp): Promise<void> {
    await expect.poll(() => this.screen(), { timeout: 15_000, interval: 30 }).toMatch(pattern);
  }

  #tmux(...args: string[]): string {
    return execFileSync("tmux", ["-S", this.#socket, ...args], { encoding: "utf8" });
  }
}
