// For the tests: a machine of one's own, whose PATH holds Node.js and what a test puts there. The folders of the system's own
// daemons, where Antre looks besides, are the real ones, except inside `hidden`.

import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const dist = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).pathname;

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export const isRoot = process.getuid?.() === 0;

export class FakeMachine {
  readonly #root = mkdtempSync(join(tmpdir(), "antre-machine-"));
  readonly path = join(this.#root, "bin");
  readonly home = join(this.#root, "home");
  readonly #asked = join(this.#root, "asked");

  constructor() {
    for (const folder of [this.path, this.home]) mkdirSync(folder);
    writeFileSync(this.#asked, "");
    symlinkSync(process.execPath, join(this.path, "node"));
    onTestFinished(() => rmSync(this.#root, { recursive: true }));
  }

  /** A program of the shell on PATH, or in a folder below home. */
  program(name: string, script: string, folder = this.path): void {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** A program that writes down with which words it was called, and then does this. */
  recording(name: string, script = ""): void {
    this.program(name, `echo "${name} $*" >>'${this.#asked}'\n${script}`);
  }

  /** What was written down, a line each. */
  get asked(): string[] {
    return readFileSync(this.#asked, "utf8").split("\n").filter(Boolean);
  }

  /** Linux: the numbers of the processes that were started here, and have not ended. */
  processes(): string[] {
    return readdirSync("/proc").filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(this.#root);
      } catch (error) {
        // it has ended, or is another user's
        if (!["ENOENT", "ESRCH", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
        return false;
      }
    });
  }

  get env(): NodeJS.ProcessEnv {
    return { PATH: this.path, HOME: this.home, LANG: "C" };
  }

  run(main: "doctor" | "setup", args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return run([process.execPath, dist(`cli/${main}.js`), ...args], { ...this.env, ...env });
  }

  /** The same for somebody who is not root, whoever runs the tests. */
  runAsUser(main: "doctor" | "setup", args: string[] = []): Promise<Run> {
    const user = isRoot ? ["/usr/bin/unshare", "--user"] : [];
    return run([...user, process.execPath, dist(`cli/${main}.js`), ...args], this.env);
  }

  /** A command of the shell where nothing lies in /usr/sbin, for somebody who is root there, in a network of his own. */
  hidden(script: string): Promise<Run> {
    const root = isRoot ? [] : ["--unshare-user", "--uid", "0", "--gid", "0"];
    const words = ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--tmpfs", "/usr/sbin", ...root, "--"];
    return run([...words, "sh", "-c", script], { ...this.env, PATH: `${this.path}:${process.env.PATH}` });
  }
}

function run([program, ...args]: string[], env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
}
