// Waits for a server to come to rest, and says how long that is done.

import { setTimeout as delay } from "node:timers/promises";

/** How long a server may be at work before it is waited for no longer, in milliseconds. */
export interface LongestWork {
  /** So long by the clock at the least. */
  clock: number;
  /** And until it has had so much of a processor meanwhile, for a busy machine lets it wait; where that can be told. */
  processor?: number;
  /** But no longer than so, by the clock. */
  last?: number;
}

/** One that is at work may yet answer. */
export const MAY_YET_ANSWER: LongestWork = { clock: 10_000, processor: 10_000, last: 30_000 };
/** Who has been at work for longer turns for ever. */
export const TURNS_FOR_EVER: LongestWork = { clock: 2000, processor: 1000, last: 10_000 };

/** One that rests soon is looked at often, and one that works for long less and less often: to look takes processor time, too. */
const LOOK_EVERY_MS = 1;
const LOOK_EVERY_PART = 1 / 50;

/** A server as it is seen at one moment. null: the system can't say. */
interface Seen {
  /** Does every thread of it sleep? */
  resting(): boolean | null;
  /** What it has had of a processor, in milliseconds. */
  cpuTimeMs(): number | null;
}

/** Looks at a server until it rests; false: that was waited for long enough, or `unless` says so. null: the system can't say. */
export async function untilIdle(
  server: Seen,
  { clock, processor = 0, last = clock }: LongestWork,
  unless = () => false,
): Promise<boolean | null> {
  const started = performance.now();
  let usedBefore: number | null = null;
  const hasUsed = (most: number) => {
    const used = server.cpuTimeMs();
    return used === null || usedBefore === null || used - usedBefore >= most;
  };
  for (let quiet = 0; ; ) {
    const resting = server.resting();
    if (resting === null) return null;
    quiet = resting ? quiet + 1 : 0;
    if (quiet === 2) return true;
    usedBefore ??= server.cpuTimeMs();
    const atWorkMs = performance.now() - started;
    if (unless() || (atWorkMs > clock && (atWorkMs > last || hasUsed(processor)))) return false;
    await delay(Math.max(LOOK_EVERY_MS, LOOK_EVERY_PART * atWorkMs));
  }
}
