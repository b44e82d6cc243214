// What became of a crowd, summed up.

import type { CrowdFigures, CrowdLife } from "../../../../clients/load/plan.js";
import type { CrowdResult } from "../../../../results/result.js";
import { quantile } from "../../../../results/statistics.js";

/** Of crowds up to so many, each client's wait is kept. */
const EACH = 100;
/** A connection on this machine is made at once, or not before the system tries again: after a second, on Linux. */
const TURNED_AWAY_MS = 900;

export interface CrowdSize {
  clients: number;
  stayMs: number;
  limitMs: number;
}

/** The round whose last client waited the median time stands for all. */
export function crowdOf(size: CrowdSize, rounds: readonly CrowdFigures[]): CrowdResult {
  const all = rounds.map((figures) => roundOf(size, figures));
  const sorted = all.toSorted((a, b) => last(a) - last(b));
  const shown = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return {
    ...shown,
    rounds: all.length,
    lastMsLow: sorted[0]!.waitMs?.last ?? null,
    lastMsHigh: sorted.at(-1)!.waitMs?.last ?? null,
  };
}

/** A crowd of which somebody still waits has waited longest. */
const last = ({ waiting, waitMs }: CrowdResult): number => (waiting > 0 ? Infinity : (waitMs?.last ?? 0));

function roundOf(size: CrowdSize, { lives, elapsedMs, generatorCpuMs }: CrowdFigures): CrowdResult {
  const count = (fate: CrowdLife["fate"]) => lives.filter((life) => life.fate === fate).length;
  const waits = lives
    .filter(({ fate }) => fate === "answered")
    .map(({ startMs, firstByteMs }) => firstByteMs! - startMs)
    .toSorted((a, b) => a - b);
  const at = (fraction: number) => quantile(waits, fraction);
  const starts = lives.map(({ startMs }) => startMs);
  return {
    ...size,
    rounds: 1,
    answered: waits.length,
    lost: count("lost"),
    wrong: count("wrong"),
    otherStatus: otherStatus(lives),
    waiting: count("waiting"),
    waitMs: waits.length === 0 ? null : { first: at(0), p50: at(0.5), p90: at(0.9), last: at(1) },
    lastMsLow: null,
    lastMsHigh: null,
    ...(lives.length <= EACH && { waitsMs: waits }),
    atOnce: atOnce(lives),
    turnedAway: lives.filter(
      ({ startMs, connectedMs }) => connectedMs !== null && connectedMs - startMs > TURNED_AWAY_MS,
    ).length,
    arrivalMs: Math.max(...starts) - Math.min(...starts),
    elapsedMs,
    generatorCpuMs,
  };
}

/** The most frequent status that is not 2xx. */
function otherStatus(lives: readonly CrowdLife[]): number | null {
  const counts = new Map<number, number>();
  for (const { status } of lives) {
    if (status !== null && (status < 200 || status > 299)) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The most that were between their first byte and their leave at the same time. */
function atOnce(lives: readonly CrowdLife[]): number {
  const changes = lives
    .filter(({ firstByteMs }) => firstByteMs !== null)
    .flatMap(({ firstByteMs, leftMs }) => [
      { at: firstByteMs!, by: 1 },
      { at: leftMs ?? Infinity, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let now = 0;
  let most = 0;
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
