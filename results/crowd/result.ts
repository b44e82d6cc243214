// What the scenario crowd measures.

/** So many clients who come at the same moment. The figures are those of the round whose last client waited the median time. */
export interface CrowdResult {
  clients: number;
  /** How long each stays after its answer; 0: it leaves at once. */
  stayMs: number;
  rounds: number;
  /** What became of them: answered + lost + wrong + waiting = clients. lost: refused, or broken off. */
  answered: number;
  lost: number;
  /** They got an answer that was not whole, or not 2xx, or not as long as a lone client's. */
  wrong: number;
  /** The status that most of those had which had another than 2xx; null: none had. */
  otherStatus: number | null;
  /** They had no answer when the time was up. */
  waiting: number;
  /** From a client's own connect to its first byte, of the answered ones; null: nobody was. */
  waitMs: { first: number; p50: number; p90: number; last: number } | null;
  /** The last one's wait in the shortest and the longest round. */
  lastMsLow: number | null;
  lastMsHigh: number | null;
  /** Every answered client's wait, the shortest first; only of small crowds. */
  waitsMs?: number[];
  /** The most clients that had an answer, or were getting one, and had not left. */
  atOnce: number;
  /** How many were connected only when their systems had tried again: their first packet met a full accept queue. */
  turnedAway: number;
  /** From the first client's connect to the last one's. */
  arrivalMs: number;
  elapsedMs: number;
  /** When the time was up. */
  limitMs: number;
  /** Processor time of the crowd's own process. */
  generatorCpuMs: number;
}
