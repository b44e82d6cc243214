// What the scenario cost measures.

/** A server while so many connections are held, all of them at rest. null: this system can't say. */
export interface CostResult {
  /** So many were to be held. */
  connections: number;
  /** So many are; where that is fewer, the next ones have to wait. */
  held: number;
  threads: number | null;
  processes: number | null;
  /** pss: what several processes share is divided among them; rss: it is counted for each. */
  memory: { bytes: number; kind: "pss" | "rss" } | null;
  /** How often its threads have left a processor while these connections were made, asked once each, and were served. */
  contextSwitches: number | null;
  /** From the connect of a new client to its first byte: the median of several, and their range; null: it had to wait. */
  firstByteMs: { median: number; low: number; high: number } | null;
}
