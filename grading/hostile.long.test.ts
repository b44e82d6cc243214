// Programs that want more of the machine than they may have, by ways that belong to no process: what they get, what is said,
// and that nothing of them runs when the grader has exited.
// @module-tag bwrap
// @module-tag python3

import { randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { find } from "../cli/find.js";
import { readProc } from "../scenarios/lab/kernel/proc.js";
import { groupPlace } from "./sandbox/cgroup.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";
import { Traces } from "./testing/left-over.js";

const RUBRIC = "limits: { memoryMiB: 96, diskMiB: 16 }\nsingle: { starts: 1, page: 1 }\n";
const FORKS = 30;

/** A server that does this before it listens; `many`: in so many processes, each of which then waits. */
const program = (script: string, many: boolean): string => `
import ctypes, mmap, os, select, socket, time
c = ctypes.CDLL(None, use_errno=True)
c.shmat.restype = ctypes.c_void_p

def hostile():
    ${script.trim().replaceAll("\n", "\n    ")}

if ${many ? `any(os.fork() == 0 for _ in range(${FORKS}))` : "False"}:
    hostile()
    time.sleep(1000)
${many ? "time.sleep(5)" : "hostile()"}
server = socket.create_server(("", 4321))
while True:
    connection, _ = server.accept()
    connection.close()
`;

/** Grades single servers that do these things; what is said of each, when nothing of them is left. */
async function graded(scripts: Record<string, { script: string; many: boolean }>) {
  const [all, out, mark] = [folder(), folder(), randomUUID()];
  for (const [name, { script, many }] of Object.entries(scripts)) {
    mkdirSync(join(all, name));
    writeFileSync(join(all, name, "server.py"), program(script, many));
    writeFileSync(join(all, name, "antre.yaml"), `single: python3 server.py ${mark}\n`);
  }
  const rubric = join(folder(), "rubric.yaml");
  writeFileSync(rubric, RUBRIC);
  const traces = new Traces();
  const { stderr } = await runGrade([all, "--out", out, "--rubric", rubric, "--jobs", "2"], traces.env);
  const left = named(mark); // at once: when the grader has exited, nothing runs
  expect(left).toEqual([]);
  expect(stderr).not.toContain("    at ");
  await expect.poll(() => traces.files()).toEqual([]);
  const grades = [...gradesIn(out)].map(([name, { checks, flags }]) => {
    const said = checks.map(({ got }) => got).join("\n");
    expect(said).not.toMatch(/grader itself failed/);
    const output = checks.flatMap(({ evidence }) => evidence.output ?? []);
    return [name, { said, output, flags: flags.join("\n") }] as const;
  });
  return Object.fromEntries(grades);
}

/** The processes that have this word in their command. */
const named = (word: string): string[] =>
  readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && readProc(`/proc/${pid}/cmdline`)?.includes(word));

const SOCKETS = `
kept = [socket.socketpair() for _ in range(400)]
for one, _ in kept:
    one.setblocking(False)
    try:
        while True:
            one.send(bytes(65536))
    except BlockingIOError:
        pass`;

const TABLES = `
memory = mmap.mmap(-1, 1 << 36, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
for at in range(0, len(memory), 1 << 21):
    memory[at]`;

/** Lists of the kernel's, which only a control group sees. */
const LISTS = `
watched = [os.eventfd(0) for _ in range(500)]
kept = [select.epoll() for _ in range(500)]
for one in kept:
    for file in watched:
        one.register(file)`;

const FILES = `
for place in ("/tmp", "/dev/shm", "."):
    made = 0
    try:
        while made < 1000000:
            open(f"{place}/{made}", "w").close()
            made += 1
    except OSError as error:
        print(place, made, error.errno, flush=True)`;

const BY_NUMBER = `
taken = 0
while taken < 1024 and (id := c.shmget(0, 16 << 20, 0o1600)) >= 0:
    ctypes.memset(c.shmat(id, None, 0), 1, 16 << 20)
    taken += 16
print("shared by number:", taken, flush=True)
print("without a name:", c.memfd_create(b"x", 0), ctypes.get_errno(), flush=True)`;

test.skipIf(process.platform !== "linux")(
  "a program takes no more than it may of what belongs to no process, and nothing of it runs when the grader has exited",
  async () => {
    const { sockets, tables, lists, files, number, refused } = await graded({
      sockets: { script: SOCKETS, many: true },
      tables: { script: TABLES, many: true },
      lists: { script: LISTS, many: true },
      files: { script: FILES, many: false },
      number: { script: BY_NUMBER, many: false },
      refused: { script: "\nc.unshare(0x10000000)", many: false },
    });
    const ended = /^single server: The program was ended/;
    expect(sockets).toMatchObject({
      said: expect.stringMatching(/it had \d{3,} sockets|used \d{3,} MiB of memory/),
      flags: expect.stringMatching(ended),
    });
    expect(tables).toMatchObject({
      said: expect.stringMatching(/used \d{3,} MiB of memory/),
      flags: expect.stringMatching(ended),
    });
    if (groupPlace() !== null)
      expect(lists).toMatchObject({
        said: expect.stringMatching(/used \d{3,} MiB of memory/),
        flags: expect.stringMatching(ended),
      });

    const counts = files!.output.flatMap(
      (line) => /^\S+ (\d+) (\d+)$/.exec(line)?.slice(1).map(Number) ?? [],
    );
    expect(new Set(counts.filter((_, at) => at % 2 === 1))).toEqual(new Set([constants.errno.ENOSPC]));
    expect(Math.max(...counts)).toBeLessThanOrEqual(20_000);

    expect(number!.output).toContain(`without a name: -1 ${constants.errno.ENOSYS}`);
    const [taken] = number!.output.flatMap(
      (line) => /^shared by number: (\d+)/.exec(line)?.slice(1).map(Number) ?? [],
    );
    expect(taken).toBeLessThanOrEqual(64);

    const call = find(["strace"]) === null ? "a system call" : "the system call unshare";
    expect(refused!.said).toContain(`The system ended it (SIGSYS), because it made ${call}`);
  },
);

// Only root can lay submissions where every sandbox sees the system's software.
test.skipIf(process.platform !== "linux" || process.getuid?.() !== 0)(
  "a program sees no other submission and no result, also where they lie among the system's software behind a link",
  async () => {
    const real = mkdtempSync("/usr/share/antre-test-");
    onTestFinished(() => rmSync(real, { recursive: true, force: true }));
    chmodSync(real, 0o755);
    for (const name of ["ann", "ben"]) {
      mkdirSync(join(real, "class", name), { recursive: true });
      const script = `
for folder, _, names in os.walk(${JSON.stringify(real)}):
    for name in names:
        print("found", os.path.join(folder, name), flush=True)
print("looked", flush=True)`;
      writeFileSync(join(real, "class", name, "server_single.py"), program(script, false));
    }
    symlinkSync(join(real, "class"), join(real, "link"));
    const [out, rubric] = [join(real, "results"), join(folder(), "rubric.yaml")];
    writeFileSync(rubric, RUBRIC);
    await runGrade([join(real, "link"), "--out", out, "--rubric", rubric, "--jobs", "1"]);
    const grades = [...gradesIn(out).values()];
    const output = grades.flatMap(({ checks }) => checks.flatMap(({ evidence }) => evidence.output ?? []));
    expect(output.filter((line) => line === "looked").length).toBeGreaterThanOrEqual(2);
    expect(output.filter((line) => line.startsWith("found"))).toEqual([]);
  },
);
