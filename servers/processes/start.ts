// Starts the processes of a preforked server, each of which inherits the listening socket, and replaces those that end.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Log } from "../log.js";
import type { Settings } from "../service.js";
import type { Listener } from "../sockets/tcp.js";
import { closeOnExec } from "./inherit.js";

const program = fileURLToPath(new URL("./process.js", import.meta.url));
/** A process that ends sooner than this is not replaced sooner either: what ended it may end the next one too. */
const TOO_SOON_MS = 1000;

/** What a process is given when it starts. */
export interface ProcessData {
  settings: Settings;
  parent: number;
}

/** Starts them, and never resolves: from now on this process only looks after them. */
export function startProcesses(settings: Settings, { socket }: Listener): Promise<never> {
  const log = new Log(settings.lang);
  const data: ProcessData = { settings, parent: process.pid };
  const words = [...process.execArgv, program, JSON.stringify(data)];
  closeOnExec(socket);

  function start(): void {
    const started = performance.now();
    const child = spawn(process.execPath, words, { stdio: ["pipe", "inherit", "inherit", socket] });
    const replace = (how: string) => {
      log.processEnded(child.pid, how);
      const lived = performance.now() - started;
      setTimeout(start, lived < TOO_SOON_MS ? TOO_SOON_MS - lived : 0);
    };
    child.stdin!.on("error", () => {}); // it is only there to break when one of us ends
    child.once("exit", (status, signal) => replace(signal ?? `${status}`));
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) replace(error.code ?? String(error)); // it could not be started: memory, or a limit
    });
  }

  for (let count = 0; count < settings.processes; count++) start();
  return new Promise(() => {});
}
