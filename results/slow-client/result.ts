// What the scenario slow-client measures.

import type { LoadResult } from "../load/result.js";

/** What the slow client does: it is not there; it sends its request a byte a second; it reads its answer a byte a second. */
export type Slowness = "none" | "sends" | "reads";

/** The kernel's word on the slow client's connection while the others were measured; null: this system can't say. */
export interface SlowEvidence {
  accepted: boolean | null;
  /** Bytes that the slow client has sent and the server has not read. */
  unreadBytes: number;
  /** Bytes that the server has sent and the slow client has not taken. */
  unsentBytes: number;
  /** What a thread of the server that blocks on this very connection waits for; null: none does. */
  waitsFor: "bytes" | "room to send" | null;
}

/** How other clients fare, who come, ask once and leave, again and again. */
export interface SlowClientResult {
  slow: Slowness;
  /** Without load: no client could be slow so. The server closed or refused it, or answered half a request; or no file is large. */
  why?: "closed" | "refused" | "answered" | "not large";
  load: LoadResult | null;
  evidence: SlowEvidence | null;
}
