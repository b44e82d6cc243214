// A program that did not become a server: what it did instead, and what it said.

import type { ServerProgram } from "../../servers.js";
import type { NonTcpActivity, PortUse } from "../kernel/index.js";

/** How a program ended. */
export interface Ended {
  exitCode: number | null;
  signal: string | null;
}

/** What systems and languages say of a port that cannot be had. */
const TAKEN = /address already in use|EADDRINUSE|BindException|alamat sudah/i;

/** A server that could not be started; the texts say it in words. */
export class NotStarted extends Error {
  readonly program: ServerProgram;
  readonly reason: "ended" | "no port" | "other port";
  readonly ended: Ended | null;
  readonly output: string[];
  /** Who keeps the port that it could not have, as far as that is known. */
  portOwners: PortUse[] = [];
  /** What it did instead of listening; null: it listens, has ended, or this system can't say. */
  readonly nonTcpActivity: NonTcpActivity | null;

  constructor(
    program: ServerProgram,
    reason: NotStarted["reason"],
    ended: Ended | null,
    output: string[],
    nonTcpActivity: NonTcpActivity | null,
  ) {
    super(`${program.name} was not started: ${reason}`);
    this.nonTcpActivity = nonTcpActivity;
    this.program = program;
    this.reason = reason;
    this.ended = ended;
    this.output = output;
  }

  /** It says that its port is taken. */
  get portTaken(): boolean {
    return this.output.some((line) => TAKEN.test(line));
  }
}
