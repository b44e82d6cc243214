// The words in which the zoo and the students' programs say what to expect.

import type { Hold, ModelName, Outcome } from "../../results/result.js";

/** The models that a server can be said to have; `single-shot`: it serves one connection, and ends. */
export type Model = Exclude<ModelName, "not-started" | "unknown">;

/** A model, with how many clients are served at once where it says so. */
export interface Claim {
  model: Model;
  size?: number;
}

/** What becomes of client 2 while client 1 holds; null where that hold can't be had, or says nothing. */
export type Holds = Record<Hold, Outcome | null>;

export const holds = (
  kept: Outcome | null,
  idle: Outcome | null,
  partial: Outcome | null,
  unread: Outcome | null,
): Holds => ({ kept, idle, partial, unread });
