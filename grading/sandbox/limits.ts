// What a program may use up. Rubric: `limits`.

export interface Limits {
  /** Of all its processes together. */
  memoryMiB: number;
  /** Processes and threads together. */
  processes: number;
  /** Its files all together, beside those that were handed in. */
  diskMiB: number;
  /** Processor time of one process, in seconds. */
  cpuSeconds: number;
  /** Open files of one process. */
  openFiles: number;
  /** For all the checks of one program, in seconds: what is not done by then is left for a human to decide. */
  seconds: number;
}

export const usualLimits: Limits = {
  memoryMiB: 512,
  processes: 256,
  diskMiB: 64,
  cpuSeconds: 60,
  openFiles: 1024,
  seconds: 120,
};

/** What a browser may use up, whatever it shows. An ordinary page takes a third of the memory, and a twentieth of the rest. */
export const browserLimits: Limits = {
  memoryMiB: 1536,
  processes: 1024,
  diskMiB: 256,
  cpuSeconds: 120,
  openFiles: 4096,
  seconds: 120,
};
const MIB = 2 ** 20;

/**
 * The words that go before a command to limit each of its processes: prlimit(1) of util-linux. No limit on address space:
 * Java and Node reserve far more than they use; instead on private memory, at twice what all may use together.
 */
export function prlimit(limits: Limits, countsProcesses: boolean): string[] {
  return [
    "prlimit",
    `--data=${2 * limits.memoryMiB * MIB}`,
    `--fsize=${limits.diskMiB * MIB}`,
    `--cpu=${limits.cpuSeconds}`,
    `--nofile=${limits.openFiles}`,
    // Not 0: where a program of the system's keeps what is left of crashed processes, the kernel hands it 0 bytes or more all
    // the same; only 1 stops that, and is too little for a file (fs/coredump.c).
    "--core=1",
    ...(countsProcesses ? [`--nproc=${limits.processes}`] : []),
    "--",
  ];
}
