// Where a program runs: the command that starts it in its sandbox, or without one, and what its building gives.

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { isProgram } from "../../cli/find.js";
import type { ServerProgram } from "../../scenarios/servers.js";
import { type Form, filled, type Values } from "../forms/form.js";
import type { ControlGroup } from "../sandbox/cgroup.js";
import { writeEtc } from "../sandbox/etc.js";
import {
  asUser,
  type Enclosure,
  enclosed,
  HOME,
  pathInside,
  STARTED_FD,
  WRAPPERS,
} from "../sandbox/inner.js";
import { prlimit } from "../sandbox/limits.js";
import { commandLine, quoted, typing } from "../sandbox/quote.js";
import { writeFilter } from "../sandbox/system-calls.js";
import { unpack } from "../submission/archive.js";
import { TYPESCRIPT } from "../submission/languages.js";
import { typescript, typescriptFolder } from "../submission/typescript.js";
import type { Job } from "./job.js";
import { type Built, runToEnd } from "./run.js";

/** Where a server listens that wants to be told. */
const SERVER_VALUES: Values = { host: "127.0.0.1", port: 8080, file: "" };

const windows = process.platform === "win32";
/** Where servers of the system keep their pages. Not the root: who opens /NAME has forgotten to take the / away. */
const PLACES = /^\/(var|srv|www|data|home)\/./;

export class ProgramRunner {
  readonly #job: Job;
  readonly #group: ControlGroup | null;
  #folder: string;
  /** The program gets a terminal as its keyboard, and not a pipe. */
  terminal = false;
  #scripts = 0;
  /** Pages outside of its own folder: by where they appear. */
  readonly #pages: Record<string, string> = {};
  /** By the line that starts a program: the file that tells whether it was started. */
  readonly #starts = new Map<string, string>();

  /** `group`: what programs enter when they are started. */
  constructor(job: Job, group: ControlGroup | null = null) {
    this.#job = job;
    this.#folder = job.folder;
    this.#group = group;
  }

  /**
   * Puts the pages also where the program looks for them, as it sees its folders. False: they are there, or nobody may
   * put anything there.
   */
  putPages(folders: readonly string[]): boolean {
    const { site, folder } = this.#job;
    const names = [...Object.values(site.pages), site.huge].map((path) => basename(path));
    const inHome = folders.filter((one) => one === HOME || one.startsWith(`${HOME}/`));
    const lacking = inHome
      .map((one) => join(this.#folder, one.slice(HOME.length)))
      .filter((to) => names.some((name) => !existsSync(join(to, name))));
    for (const to of lacking) {
      mkdirSync(to, { recursive: true });
      for (const name of names) copyFileSync(join(folder, name), join(to, name));
    }
    const elsewhere = folders.filter((one) => PLACES.test(one) && !inHome.includes(one));
    for (const at of elsewhere) for (const name of names) this.#pages[join(at, name)] = join(folder, name);
    return lacking.length + elsewhere.length > 0;
  }

  /** So many processes stand around the program. */
  get wrappers(): number {
    return this.#job.confinement === "sandbox" ? WRAPPERS : 0;
  }

  /** The server, started in this form. */
  server(form: Form): ServerProgram {
    const { role, program } = this.#job;
    const command = this.serverCommand(form);
    return {
      name: role,
      command: this.line(this.terminal ? onTerminal(command) : command),
      model: null,
      source: null,
      port: program.port,
      wrappers: this.wrappers,
    };
  }

  /** The command that starts a server in this form. */
  serverCommand({ words, lines = [] }: Form): string {
    const said = words.map((word) => quoted(filled(word, SERVER_VALUES)));
    const command = [filled(this.#job.program.run, SERVER_VALUES, quoted), ...said].join(" ");
    return typing(
      lines.map((line) => filled(line, SERVER_VALUES)),
      command,
    );
  }

  /** The line that starts a client in this form. */
  client(form: Form, values: Values): string {
    const words = form.words.map((word) => quoted(filled(word, values)));
    const command = [filled(this.#job.program.run, values, quoted), ...words].join(" ");
    return this.line(this.terminal ? onTerminal(command) : command);
  }

  /** The line that starts a command where the program is to run. It is kept in a script: it may be long. */
  line(command: string): string {
    const { confinement, scratch } = this.#job;
    if (windows) return this.#batch(command);
    const script = join(scratch, `start-${this.#scripts++}.sh`);
    const line = commandLine(["/bin/sh", script]);
    if (confinement === "sandbox") {
      const started = `${script}.started`;
      this.#starts.set(line, started);
      writeFileSync(script, `exec ${STARTED_FD}>${quoted(started)}\n${this.#enclosed(command)}\n`);
    } else writeFileSync(script, `${this.#plain(command)}\n`);
    return line;
  }

  /**
   * To be called when such a line has ended. Throws where the sandbox failed before it had started the program: nothing
   * that a program prints can look so. `words`: what was said.
   */
  mustHaveStarted(line: string, words: readonly string[]): void {
    const started = this.#starts.get(line);
    if (started !== undefined && readFileSync(started, "utf8") === "")
      throw new Error(`The sandbox could not be set up: ${words.at(-1) ?? "no reason was given"}`);
  }

  /**
   * Builds the program, where it has to be built: in the sandbox, from which only an archive comes out. Throws where
   * nothing can be started at all, which is no fault of the program.
   */
  async build(): Promise<Built> {
    const { program, confinement, scratch } = this.#job;
    if (confinement !== "sandbox") {
      this.#folder = join(scratch, "work");
      await cp(this.#job.folder, this.#folder, { recursive: true });
      if (this.#job.uid !== null) this.#give(this.#folder);
    }
    const { needs } = program;
    if (needs !== null && !windows && !this.#has(needs)) return { ok: false, words: [], missing: needs };
    if (confinement !== "sandbox") {
      const stands = await runToEnd(this.line("exit 0"));
      if (!stands.ok) throw new Error(`no program can be started here: ${stands.words.join(" ")}`);
    }
    if (program.build === null) return { ok: true, words: [] };
    if (confinement !== "sandbox") return withMissing(await runToEnd(this.line(program.build)));
    const archive = join(scratch, "built.tar");
    const pack = this.line(`{ ${program.build}\n} >&2; status=$?; cd ${HOME} && tar -cf - . && exit $status`);
    const built = await runToEnd(pack, archive);
    this.mustHaveStarted(pack, built.words);
    if (!built.ok) return withMissing(built);
    const to = join(scratch, "built");
    await unpack(archive, to);
    this.#folder = to;
    return built;
  }

  /** Is there a tool of this name where the program is to run? A sandbox shows the same folders under the same names. */
  #has(tool: string): boolean {
    const { confinement, toolchains } = this.#job;
    const folders =
      confinement === "sandbox" ? pathInside(toolchains) : (process.env.PATH ?? "").split(delimiter);
    return folders.some((folder) => isProgram(join(folder, tool)));
  }

  #enclosed(command: string): string {
    const { scratch, program, site, limits, hidden, toolchains } = this.#job;
    const secret = join(scratch, site.secret.name);
    writeFileSync(secret, site.secret.content, { mode: 0o644 });
    const enclosure: Enclosure = {
      folder: this.#folder,
      within: program.within,
      etc: writeEtc(join(scratch, "etc"), this.#job.uid ?? 1000),
      shown: { ...this.#pages, ...typescript(program.build), [`/home/${site.secret.name}`]: secret },
      toolchains,
      hidden,
      limits,
      filter: writeFilter(scratch),
      rooms: join(scratch, "rooms"),
      group: this.#group?.enter ?? [],
      uid: this.#job.uid,
      alone: false,
    };
    return `exec ${commandLine(enclosed(command, enclosure, readdirSync("/etc")))}`;
  }

  #plain(command: string): string {
    const { program, limits, confinement } = this.#job;
    const go = `cd ${quoted(join(this.#folder, program.within))} || exit 126`;
    command = command.replaceAll(TYPESCRIPT, typescriptFolder() ?? TYPESCRIPT);
    if (confinement === "none") return `${go}\n${command}`;
    const environment = ["env", "-i", `PATH=${process.env.PATH ?? ""}`, "LANG=C.UTF-8", "PYTHONUNBUFFERED=1"];
    const user = this.#job.uid === null ? [] : asUser(this.#job.uid);
    const words = [...environment, ...user, ...prlimit(limits, user.length > 0), "/bin/sh", "-c", command];
    return `${go}\nexec ${commandLine(words)}`;
  }

  /** On Windows, where only one's own program is run: what the shell there understands of it. */
  #batch(command: string): string {
    const { scratch, program } = this.#job;
    const script = join(scratch, `start-${this.#scripts++}.cmd`);
    const line = command
      .replace(/^exec /, "")
      .replace(/^mkdir -p (\S+) && /, (_, path) => `(if not exist ${path} mkdir ${backslashed(path)}) && `)
      .replaceAll(/\bcp (\S+) (\S+) &&/g, (_, from, to) => `copy /y ${backslashed(`${from} ${to}`)} >nul &&`)
      .replace(/^env (\w+=\S+) (?=python3 )/, 'set "$1" && ')
      .replace(/(^|&& )python3 /, "$1python ")
      .replace(/(^|&& )cc /, "$1gcc ") // MinGW has no cc
      .replaceAll("./", ".\\");
    writeFileSync(script, `@cd /d "${join(this.#folder, program.within)}"\r\n@${line}\r\n`);
    return `"${script}"`;
  }

  /** Makes the other user the owner of his copy. */
  #give(folder: string): void {
    const { status } = spawnSync("chown", ["-R", `${this.#job.uid}:${this.#job.uid}`, folder]);
    if (status !== 0) throw new Error(`${folder} can't be given to another user`);
  }
}

/** Where a shell ended with the status for it (POSIX, 2.8.2), it has said which program is not there. */
function withMissing(built: Built): Built {
  if (built.status !== 127) return built;
  const said = built.words.map(
    (line) => /(?:^|: )([\w.+/-]+): (?:command |inaccessible or )?not found\b/.exec(line)?.[1],
  );
  const missing = said.find(Boolean);
  return missing === undefined ? built : { ...built, missing };
}

/** The shell's own commands take a / for an option. */
const backslashed = (paths: string): string => paths.replaceAll("/", "\\");

/** By script(1) of util-linux. What is typed is not shown, and lines end as on a pipe. */
const onTerminal = (command: string): string =>
  `exec script -qec ${quoted(`stty -echo -onlcr; ${command}`)} /dev/null`;
