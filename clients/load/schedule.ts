// Requests at the moments of a schedule, whether the server keeps up or not. Each one's latency is counted from its planned
// moment: to count from the moment it is sent would leave out the time for which a slow answer before it has kept it waiting
// (coordinated omission). Both are told.

import { setTimeout as delay, setImmediate as turn } from "node:timers/promises";
import { Latencies } from "./latencies.js";
import type { Line } from "./line.js";
import { servedLines } from "./lines.js";
import { FAILURES, type Failure, type ScheduleFigures, type SchedulePlan } from "./plan.js";
import type { Report } from "./process.js";

/** A timer may be late by a millisecond or two: so long before the planned moment the clock is looked at in every turn. */
const SPIN_MS = 2;

/** Who has no answer when the schedule ends is waited for, so many times as long as it took. */
const PATIENCE = 3;
const LEAST_PATIENCE_MS = 1000;

export async function schedule(plan: SchedulePlan, report: Report): Promise<ScheduleFigures> {
  const { lines, firstFailures } = await servedLines(plan, report);
  const run = new Run(plan, lines);
  report.mark("begin");
  const before = process.cpuUsage();
  const began = performance.now();
  await run.carryOut(began);
  const { user, system } = process.cpuUsage(before);
  const tookMs = performance.now() - began;
  report.mark("end");
  for (const line of lines) line.close();
  return { ...run.figures(), firstFailures, tookMs, generatorCpuMs: (user + system) / 1000 };
}

class Run {
  readonly #plan: SchedulePlan;
  readonly #free: Line[];
  readonly #lines: number;
  /** Planned moments of the requests that no connection was free for, the oldest first from `#head` on. */
  readonly #queue: number[] = [];
  #head = 0;
  readonly #asked = new Map<Line, { planned: number; sent: number }>();
  readonly #fromPlan = new Latencies();
  readonly #fromSend = new Latencies();
  readonly #late = new Latencies();
  readonly #failures: Record<Failure, number> = { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 };
  #planned = 0;
  #completed = 0;
  #completedInTime = 0;
  #inSystemMs = 0;
  #changed = 0;
  #endOfPlan = Infinity;
  #backlogAtEnd = 0;

  constructor(plan: SchedulePlan, lines: Line[]) {
    this.#plan = plan;
    this.#lines = lines.length;
    this.#free = [...lines]; // whoever closes them all at the end must not miss one that is busy then
    for (const line of lines) line.onDone(this.#answered);
  }

  /** Follows the schedule, then waits for those that are late. */
  async carryOut(began: number): Promise<void> {
    const { perSecond, seconds } = this.#plan;
    const gap = 1000 / perSecond;
    const count = this.#lines === 0 ? 0 : Math.floor(perSecond * seconds);
    this.#changed = began;
    while (this.#planned < count) {
      for (;;) {
        const now = performance.now();
        const next = began + this.#planned * gap;
        if (next > now || this.#planned === count) break;
        this.#begin(next, now);
      }
      const wait = began + this.#planned * gap - performance.now();
      if (wait > 2 * SPIN_MS) await delay(wait - SPIN_MS);
      else await turn();
    }
    const end = began + seconds * 1000;
    while (performance.now() < end) await turn();
    this.#endOfPlan = performance.now();
    this.#note(this.#endOfPlan);
    this.#backlogAtEnd = this.#inSystem();
    this.#completedInTime = this.#completed;
    const deadline = this.#endOfPlan + Math.max(LEAST_PATIENCE_MS, PATIENCE * seconds * 1000);
    while (this.#inSystem() > 0 && performance.now() < deadline) await turn();
  }

  figures(): Omit<ScheduleFigures, "firstFailures" | "generatorCpuMs" | "tookMs"> {
    const seconds = this.#plan.seconds;
    return {
      lines: this.#lines,
      planned: this.#planned,
      completed: this.#completed,
      failed: this.#failed(),
      failures: { ...this.#failures },
      unfinished: this.#inSystem(),
      backlogAtEnd: this.#backlogAtEnd,
      answeredPerSecond: this.#completedInTime / seconds,
      inSystem: this.#inSystemMs / (seconds * 1000),
      fromPlanUs: this.#fromPlan.moments(),
      fromSendUs: this.#fromSend.moments(),
      lateUs: this.#late.moments(),
      distribution: this.#fromPlan.distribution(),
      elapsedMs: seconds * 1000,
    };
  }

  /** A planned moment has come: its request goes out over a free connection, or waits for one. */
  #begin(planned: number, now: number): void {
    this.#note(planned);
    this.#planned++;
    this.#late.record(now - planned);
    const line = this.#free.pop();
    if (line === undefined) this.#queue.push(planned);
    else this.#send(line, planned);
  }

  #send(line: Line, planned: number): void {
    this.#asked.set(line, { planned, sent: performance.now() });
    line.ask();
  }

  readonly #answered = (line: Line, failure: Failure | null): void => {
    const now = performance.now();
    const asked = this.#asked.get(line)!;
    this.#note(now);
    if (failure === null) {
      this.#completed++;
      this.#fromPlan.record(now - asked.planned);
      this.#fromSend.record(now - asked.sent);
    } else this.#failures[failure]++;
    const next = this.#queue[this.#head];
    if (next === undefined) this.#free.push(line);
    else {
      this.#head++;
      this.#send(line, next);
    }
  };

  /** Planned, and neither answered nor failed: on its way, or waiting for a connection. */
  #inSystem(): number {
    return this.#planned - this.#completed - this.#failed();
  }

  #failed(): number {
    return FAILURES.reduce((sum, why) => sum + this.#failures[why], 0);
  }

  /**
   * Adds up how many there were for how long, as far as the schedule goes. A request whose planned moment has passed
   * before anybody looked was there since then: it is added afterwards.
   */
  #note(moment: number): void {
    const until = Math.min(moment, this.#endOfPlan);
    if (until > this.#changed) {
      this.#inSystemMs += this.#inSystem() * (until - this.#changed);
      this.#changed = until;
    } else this.#inSystemMs += this.#changed - until;
  }
}
