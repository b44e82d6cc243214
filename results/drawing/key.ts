// What the patterns and signs of a timeline mean.

import type { Phase } from "../phases.js";
import type { ServerResult } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { type Palette, retrySample, sample } from "./palette.js";

/** A sample, 28 by 14, as the inside of an svg element, and its name. */
export interface KeyEntry {
  drawn: string;
  name: string;
}

/** Every phase; and the SYN that is sent again, where one was. */
export function keyOf(servers: readonly ServerResult[], texts: Texts, palette: Palette): KeyEntry[] {
  const phases = Object.keys(texts.phases) as Phase[];
  const entries = phases.map((phase) => ({ drawn: sample(phase, palette), name: texts.phases[phase] }));
  return retried(servers) ? [...entries, { drawn: retrySample(palette), name: texts.synAgain }] : entries;
}

/** Did a client's system send its SYN again? */
export const retried = (servers: readonly ServerResult[]): boolean =>
  servers.some(({ clients }) => clients.some(({ synRetriesMs = [] }) => synRetriesMs.length > 0));
