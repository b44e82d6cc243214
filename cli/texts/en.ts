// What doctor and setup say in English: the reference for every other language.

import type { ToolName } from "../tools.js";

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const common = {
  unknownOption: (option: string) => `There is no option ${option}. --help lists the options.`,
  missingValue: (option: string) => `The option ${option} needs a value. --help lists the options.`,
  noValue: (option: string) => `The option ${option} takes no value.`,
  badLanguage: (value: string) => `The option --lang is en or id, not "${value}".`,
};

const eatenByNpm = (command: string) => (option: string) =>
  `npm took the option ${option} for itself. Write -- before the options: npm run ${command} -- ${option} ... (in PowerShell: npm.cmd run ...).`;

export const en = {
  doctor: {
    ...common,
    usage: `Usage: npm run doctor [-- options]

Says what Antre can do on this machine, what is missing for the rest, and how
to get it. Nothing is installed or changed.

Options:
  --timeout SECONDS  how long programs may take to answer (default 1.5)
  --json             print it as JSON
  --lang en|id       the language
  --help             this text

Exit status: 0 the scenarios can run, 2 wrong usage, 3 they can't.`,
    eatenByNpm: eatenByNpm("doctor"),
    surplus: (word: string) => `"${word}" was not expected here. --help shows how the command is used.`,

    badTimeout: (value: string) =>
      `The option --timeout is a number of seconds from 0.1 to 600, not "${value}".`,

    canRun: "The scenarios can run on this machine.",
    cannotRun: (names: readonly string[]) =>
      `The scenarios can't run on this machine, because of: ${list(names)}.`,
    allThere: "Nothing is missing.",
    lacking: (names: readonly string[], all: number) =>
      names.length > 4
        ? `Not ready for other uses: ${names.length} of ${all}.`
        : `Not ready for other uses: ${list(names)}.`,

    head: ["", "on this machine", "needed for"],
    missing: "missing",
    missingAmong: (names: readonly string[]) => `missing: ${names.join(", ")}`,
    notOnPath: (what: string) => `${what}, but not on PATH`,
    broken: "does not run",
    there: "yes",
    not: "no",
    tooOld: (version: string) => `${version}: too old`,
    cpus: (count: number) => `${count} ${count === 1 ? "processor" : "processors"}`,
    kernel: { sock_diag: "complete (sock_diag)", "proc/net": "partial (/proc/net)", none: "none" },
    sandbox: {
      works: "works",
      slow: "unknown: no answer in time (--timeout)",
      not: "can't be made",
      elsewhere: "only on Linux",
      unbounded: "none",
    },
    free: "free",
    lingering: "free, but closed connections linger (TIME_WAIT)",
    taken: (owner: { pid: number; command: string | null } | null) =>
      owner === null
        ? "used by another program"
        : `used by process ${owner.pid}${owner.command ? ` (${owner.command})` : ""}`,
    forbidden: (why: string) => `can't be used (${why})`,

    rows: {
      node: "Node.js",
      system: "system",
      calls: "system calls",
      kernel: "kernel evidence",
      sandbox: "sandbox",
      groups: "control groups",
      zoo: "zoo",
      port: (port: number) => `port ${port}`,
    },
    purposes: {
      node: "everything (from 20.19)",
      system: "",
      calls: "the servers and the evidence",
      kernel: "where a client waits",
      sandbox: "grading others' programs",
      groups: "bounding what programs take",
      port: (server: string) => `npm run server ${server}`,
      zoo: "the scenario zoo",
      chromium: "scenarios with browsers",
      firefox: "a second kind of browser",
      bubblewrap: "the sandbox",
      ip: "grading some programs",
      strace: "pages in folders of their own",
      python: "programs in Python",
      java: "programs in Java",
      c: "programs in C",
      cpp: "programs in C++",
      php: "programs in PHP",
      ruby: "programs in Ruby",
      go: "programs in Go",
      rust: "programs in Rust",
      ps: "tests",
      tmux: "tests",
      wrk: "tests, npm run bench",
      parallel: "tests, grading in parts",
    },

    remediesTitle: (system: string) => `To get what is missing on ${system}:`,
    addToPath: (folder: string) =>
      process.platform === "win32"
        ? `$env:Path += ";${folder}"   (in PowerShell)`
        : `export PATH="${folder}:$PATH"`,
    said: (path: string, said: string) => `${path} said: ${said}`,
    remedies: {
      groups:
        "The system gives you no control group, so memory that belongs to no process (SECURITY.md names it) is not bounded: grade as root, in a session of systemd, or in a machine of its own.",
      node: "https://nodejs.org/en/download",
      calls: (why: string) => `npm ci   (${why})`,
      kernel: {
        linux: "The system forbids sock_diag, as some containers do. What /proc/net tells is used instead.",
        win32: "Only Linux tells. In WSL it does: wsl --install, then Antre in there.",
        other: "Only Linux tells: run Antre in a virtual machine or a container with Linux.",
      },
      taken: (pid: number | null) =>
        pid === null
          ? "end that program, or choose another port with --port"
          : process.platform === "win32"
            ? `taskkill /pid ${pid}, or another port with --port`
            : `kill ${pid}, or another port with --port`,
    },
    atOnce: "npm run setup installs all of it that has a package.",
    setupLess: "You need only what you use: npm run setup java, for example, installs Java alone.",
  },

  setup: {
    ...common,
    usage: `Usage: npm run setup [WHAT...] [-- options]

Installs what is missing, with the system's own packages (apt, dnf, pacman,
Homebrew or winget). It first says what it will do, and asks.

WHAT is what it is for, or what it is (default: grading tests):
{what}

Options:
  --yes         do not ask
  --dry-run     only say what would be done
  --system      install also what lies only in your home folder (pyenv, say)
  --lang en|id  the language
  --help        this text

Exit status: 0 all is there, 2 wrong usage, 3 something could not be
installed.`,
    eatenByNpm: eatenByNpm("setup"),
    unknown: (word: string, known: string) => `There is no "${word}" to install. There is: ${known}.`,

    nothing: "Nothing to do: all that can be installed here is there.",
    plan: (names: readonly string[]) => `Missing: ${list(names)}. This will be done:`,
    asRoot: "As root: sudo will ask for your password.",
    quiet: "Servers among these packages are not started.",
    elsewhere: (manager: string) => `${manager} does not have these:`,
    ask: "Go on? [y/N] ",
    yes: /^y(es)?$/i,
    left: "Nothing was installed.",
    noTerminal:
      "There is nobody to ask: this is no terminal. Add --yes to install: npm run setup -- --yes (in PowerShell: npm.cmd run setup -- --yes).",
    dryRun: "Nothing was installed: --dry-run.",
    unknownSystem: (names: readonly string[]) =>
      `Which packages this system has is not known here. Missing: ${list(names)}. Elsewhere they are called:`,
    noManager: {
      brew: "Homebrew is missing, which installs on macOS: https://brew.sh tells how to get it.",
      winget: 'winget is missing, which installs on Windows: get "App Installer" from the Microsoft Store.',
      other: (program: string) => `${program}, which installs on this system, was not found on PATH.`,
    },
    noSudo: "This must be done as root, and there is no sudo here. Run the same command as root.",
    failed: (command: string, how: string) => `This failed (${how}): ${command}`,
    done: "All is there now.",
    stillMissing: (names: readonly string[]) =>
      `Still missing: ${list(names)}. Open a new terminal, and look again with npm run doctor.`,
  },
};

type Purposes = typeof en.doctor.purposes;
/** Every tool has its purpose, or is one of the zoo. */
export type Purpose = Extract<keyof Purposes, ToolName>;
