// One program's examination as the grader sees it: an examiner is started, listened to, and ended in any case.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ModelName } from "../results/result.js";
import { decode, encode, type Job, type Message } from "./examiner/job.js";
import type { CheckResult } from "./grade.js";
import { browsersOf, ControlGroup, groupPlace } from "./sandbox/cgroup.js";
import { inOwnNetwork, Network } from "./sandbox/outer.js";
import { tellReaper } from "./scratch.js";

const EXAMINER = fileURLToPath(new URL("./examiner/main.js", import.meta.url));
/** All checks of one program take about so many answers, one after the other: of a slow one they are waited for beyond its time. */
const ANSWERS = 40;
/** So long after its time is up an examiner may still tidy up. */
const TIDY_SECONDS = 20;
const COMPLAINT_BYTES = 4096;

export interface Examination {
  results: CheckResult[];
  model: ModelName | null;
  /** How it was started, where that had to be found out. */
  started: string | null;
  /** The program used up more than it may, and was ended. */
  exceeded: { got: string; hint: string } | null;
  /** How it ended before all was checked; null: it did not. */
  broken: "time up" | string | null;
}

export interface Listener {
  /** Called when a check begins. */
  doing(id: string): void;
  /** Called when it begins to do nothing but wait, and when it goes on. */
  idle(idle: boolean): void;
  /** Aborted: the examiner is ended at once. */
  signal: AbortSignal;
}

/** Examines one program. What could not be checked is missing among the results. */
export async function examine(job: Job, { doing, idle, signal }: Listener): Promise<Examination> {
  const examination: Examination = {
    results: [],
    model: null,
    started: null,
    exceeded: null,
    broken: null,
  };
  if (signal.aborted) return { ...examination, broken: "aborted" }; // while it stood in line
  const command = [process.execPath, EXAMINER];
  const [program, ...args] =
    job.confinement === "sandbox" ? [...job.begin, ...inOwnNetwork(command)] : command;
  tellReaper("+");
  const child = spawn(program!, args, { stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  child.stdin.on("error", () => {}); // it has ended: its status says why
  child.stdin.write(encode(job));
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_BYTES);
  });
  let done = false;
  let network: Network | null = null;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const message = readable(line);
    if (message === null) return; // it was cut off with the examiner
    if (message.type === "running") network = Network.of(message.pid);
    else if (message.type === "doing") doing(message.id);
    else if (message.type === "slow") limit(job.limits.seconds * 1000 + ANSWERS * message.answerMs);
    else if (message.type === "idle") idle(message.idle);
    else if (message.type === "checked") examination.results.push(message.result);
    else if (message.type === "model") examination.model = message.model;
    else if (message.type === "started") examination.started = message.command;
    else if (message.type === "exceeded") examination.exceeded = message;
    else done = true;
  });
  // With its standard input closed it ends by itself, and all that it has started; if it does not, it is killed.
  const stop = (why: string) => {
    examination.broken ??= why;
    child.stdin.end();
    setTimeout(() => child.kill("SIGKILL"), TIDY_SECONDS * 1000).unref();
  };
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => stop("time up"), started + milliseconds - performance.now());
  };
  limit(job.limits.seconds * 1000);
  const abort = () => stop("aborted");
  signal.addEventListener("abort", abort, { once: true });
  const [status, killed] = await ended;
  // Where the examiner was ended itself, the kernel may still be at its programs.
  await (network as Network | null)?.end();
  if (status !== 0) await endGroup(job);
  if (status === 0) tellReaper("-");
  clearTimeout(timer);
  signal.removeEventListener("abort", abort);
  if (!done) examination.broken ??= sentenceIn(complaint) ?? `${killed ?? status}`;
  return examination;
}

/** A group that the examiner has made, and could not end. */
async function endGroup({ group, confinement }: Job): Promise<void> {
  const place = confinement === "sandbox" ? groupPlace() : null;
  if (place === null) return;
  for (const name of [group, browsersOf(group)]) await ControlGroup.at(place, name).end();
}

/** What an uncaught error says, without where it was thrown: that helps nobody who reads a grade. Null: nothing. */
function sentenceIn(complaint: string): string | null {
  const lines = complaint.split("\n").filter((line) => line.trim() !== "");
  const said = lines.map((line) => /^(?:\w*Error(?: \[\w+\])?|bwrap): (.*)/.exec(line)?.[1]).find(Boolean);
  return said ?? lines[0] ?? null;
}

function readable(line: string): Message | null {
  try {
    return decode<Message>(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
