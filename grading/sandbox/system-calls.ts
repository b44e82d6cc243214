// System calls that no server and no client of a course needs, and that reach beyond the sandbox or hide what is used up.
// A filter (seccomp(2)) refuses them; it is put together here, as instructions of the kernel's packet filter.

import { writeFileSync } from "node:fs";
import { endianness } from "node:os";
import { join } from "node:path";

/**
 * end: nobody makes it by chance, so the program is ended (SIGSYS), and that is told. missing: a runtime may try whether the
 * kernel has it, and goes on without. denied: it may be asked for and refused.
 */
type Answer = "end" | "missing" | "denied";

interface Refused {
  why: string;
  answer: Answer;
  /** Their names, and their numbers on x86-64 and on arm64 (asm/unistd_64.h, asm-generic/unistd.h). */
  calls: Record<string, readonly [x64: number | null, arm64: number]>;
}

export const REFUSED: readonly Refused[] = [
  {
    why: "keys of the lecturer's session could be read, changed and left behind, and would be a channel between submissions",
    answer: "end",
    calls: { add_key: [248, 217], request_key: [249, 218], keyctl: [250, 219] },
  },
  {
    why: "mounts could take memory without a limit and cover what is shown",
    answer: "end",
    calls: {
      mount: [165, 40],
      umount2: [166, 39],
      pivot_root: [155, 41],
      move_mount: [429, 429],
      open_tree: [428, 428],
      fsopen: [430, 430],
      fsconfig: [431, 431],
      fsmount: [432, 432],
      fspick: [433, 433],
      mount_setattr: [442, 442],
    },
  },
  {
    why: "in namespaces of its own a program is root: of mounts, networks and users",
    answer: "end",
    calls: { unshare: [272, 97], setns: [308, 268] },
  },
  {
    why: "its flags can't be looked at by a filter; the C library goes on with clone, whose flags can",
    answer: "missing",
    calls: { clone3: [435, 435] },
  },
  {
    why: "other processes could be read, changed and robbed of their open files",
    answer: "denied",
    calls: {
      ptrace: [101, 117],
      process_vm_readv: [310, 270],
      process_vm_writev: [311, 271],
      pidfd_getfd: [438, 438],
      kcmp: [312, 272],
    },
  },
  {
    why: "large parts of the kernel with a history of holes, which servers of a course don't use",
    answer: "end",
    calls: { bpf: [321, 280], userfaultfd: [323, 282], perf_event_open: [298, 241] },
  },
  {
    why: "what it does is seen by no filter; runtimes go on without it",
    answer: "missing",
    calls: { io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427] },
  },
  {
    why: "files without a name in memory could be sent away and closed, and would belong to no process; runtimes use /tmp instead",
    answer: "missing",
    calls: { memfd_create: [319, 279], memfd_secret: [447, 447] },
  },
  {
    why: "the machine itself: its kernel, clock, disks and names",
    answer: "end",
    calls: {
      kexec_load: [246, 104],
      kexec_file_load: [320, 294],
      init_module: [175, 105],
      finit_module: [313, 273],
      delete_module: [176, 106],
      reboot: [169, 142],
      swapon: [167, 224],
      swapoff: [168, 225],
      acct: [163, 89],
      settimeofday: [164, 170],
      clock_settime: [227, 112],
      sethostname: [170, 161],
      setdomainname: [171, 162],
      quotactl: [179, 60],
      iopl: [172, -1],
      ioperm: [173, -1],
      syslog: [103, 116],
    },
  },
  {
    why: "files could be opened past the folders that are shown, or watched for the whole machine",
    answer: "denied",
    calls: { open_by_handle_at: [304, 265], name_to_handle_at: [303, 264], fanotify_init: [300, 262] },
  },
];

/** The calls for which a program is ended, by name. */
export const ENDING: readonly string[] = REFUSED.filter(({ answer }) => answer === "end").flatMap(
  ({ calls }) => Object.keys(calls),
);

/** clone(2) may make processes and threads, but no namespaces. */
const CLONE = [56, 220] as const;
const NEW_NAMESPACES = 0x7e020000; // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET

/** linux/audit.h, AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64. */
const ARCHITECTURES = { x64: 0xc000003e, arm64: 0xc00000b7 };
/** On x86-64, numbers from here on are those of its 32-bit pointers (x32), which would pass by other numbers. */
const X32 = 0x40000000;

/** linux/seccomp.h and errno.h. */
const ANSWERS = {
  allow: 0x7fff0000,
  end: 0x80000000,
  missing: 0x00050000 | 38,
  denied: 0x00050000 | 1,
};

export type Instruction = [code: number, yes: number, no: number, value: number];

/** linux/filter.h: load a word of seccomp_data, jump if equal, greater or equal, or any bit set, and return. */
const [LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN] = [0x20, 0x15, 0x35, 0x45, 0x06];
/** Where seccomp_data has the number, the architecture, and the lower half of the first argument. */
const [NUMBER, ARCHITECTURE, FIRST_ARGUMENT] = [0, 4, 16];

/**
 * Writes the filter into a folder. Answers its path; null: nobody knows this processor's numbers here. `gentle`: for a
 * browser, which tries what it may do for a sandbox of its own, and goes on without.
 */
export function writeFilter(folder: string, { gentle = false } = {}): string | null {
  const filter = filterOfSystemCalls(process.arch, gentle ? ANSWERS.denied : ANSWERS.end);
  if (filter === null) return null;
  const path = join(folder, gentle ? "system-calls-of-browsers" : "system-calls");
  writeFileSync(path, filter, { mode: 0o644 });
  return path;
}

/** The filter, as bubblewrap takes it from a file; null: nobody knows this processor's numbers here. `end`: what ends a program. */
export function filterOfSystemCalls(processor = process.arch as string, end = ANSWERS.end): Buffer | null {
  if (!(processor in ARCHITECTURES) || endianness() !== "LE") return null;
  const at = processor === "x64" ? 0 : 1;
  const answers = { ...ANSWERS, end };
  const program: Instruction[] = [
    [LOAD, 0, 0, ARCHITECTURE],
    [EQUAL, 1, 0, ARCHITECTURES[processor as keyof typeof ARCHITECTURES]],
    [RETURN, 0, 0, ANSWERS.end], // 32-bit programs have other numbers
    [LOAD, 0, 0, NUMBER],
  ];
  if (at === 0) program.push([AT_LEAST, 0, 1, X32], [RETURN, 0, 0, ANSWERS.missing]);
  for (const { answer, calls } of REFUSED)
    for (const numbers of Object.values(calls)) {
      const number = numbers[at];
      if (number !== null && number! >= 0)
        program.push([EQUAL, 0, 1, number!], [RETURN, 0, 0, answers[answer]]);
    }
  program.push(
    [EQUAL, 0, 3, CLONE[at]!],
    [LOAD, 0, 0, FIRST_ARGUMENT],
    [ANY_BIT, 0, 1, NEW_NAMESPACES],
    [RETURN, 0, 0, end],
    [RETURN, 0, 0, ANSWERS.allow],
  );
  return assembled(program);
}

/** Instructions as the kernel takes them, 8 bytes each (struct sock_filter, linux/filter.h). */
export function assembled(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  for (const [index, [code, yes, no, value]] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(yes, index * 8 + 2);
    bytes.writeUInt8(no, index * 8 + 3);
    bytes.writeUInt32LE(value, index * 8 + 4);
  }
  return bytes;
}
