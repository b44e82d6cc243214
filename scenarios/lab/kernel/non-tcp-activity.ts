// What a Linux program does that listens on no TCP port: it waits for input, or its ports are UDP's.

import { numbersIn, readProc, socketsOf } from "./proc.js";
import { parseTable } from "./proc-net.js";
import { systemCall } from "./system-calls.js";
import type { NonTcpActivity } from "./types.js";

/** What these processes do instead of listening. */
export function nonTcpActivity(pids: readonly number[]): NonTcpActivity {
  const inodes = new Set(pids.flatMap((pid) => [...(socketsOf(pid) ?? [])]));
  const bound = ([4, 6] as const).flatMap((family) =>
    parseTable(readProc(family === 4 ? "/proc/net/udp" : "/proc/net/udp6") ?? "", family),
  );
  const udpPorts = bound.filter(({ inode }) => inodes.has(inode)).map(({ own }) => own.port);
  return { readsInput: pids.some(readsInput), udpPorts: [...new Set(udpPorts)].sort((a, b) => a - b) };
}

/** Is a thread of it blocked in a read of descriptor 0? */
function readsInput(pid: number): boolean {
  return (numbersIn(`/proc/${pid}/task`) ?? []).some((tid) => {
    const [number, descriptor] = (readProc(`/proc/${pid}/task/${tid}/syscall`) ?? "").split(" ");
    return descriptor === "0x0" && systemCall(Number(number))?.name === "read";
  });
}
