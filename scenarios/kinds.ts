// What each kind of scenario wants: the options that it has, and the site that its servers serve.

import type { AnyScenario } from "./scenario.js";

export interface Kind {
  /** Its options, besides those that every scenario has; null: all that any scenario has. */
  options: readonly string[] | null;
  /** Is there a client that asks and does not read? That takes a file larger than every buffer on the way. */
  largeFile: boolean;
}

export const KINDS: Record<AnyScenario["kind"], Kind> = {
  waiting: { options: ["trials", "browser"], largeFile: false },
  holds: { options: ["trials", "large"], largeFile: true },
  model: { options: [], largeFile: true },
  limit: { options: [], largeFile: true },
  backlog: { options: [], largeFile: true },
  zoo: { options: ["trials", "large"], largeFile: true },
  crowd: { options: ["trials", "clients", "stay", "seconds"], largeFile: true },
  cost: { options: ["connections", "seconds"], largeFile: true },
  "slow-client": { options: ["trials", "large", "connections", "seconds"], largeFile: true },
  load: { options: ["trials", "connections", "seconds"], largeFile: false },
  "open-load": { options: ["trials", "connections", "percent", "seconds"], largeFile: false },
  report: { options: ["trials", "browser"], largeFile: false },
  all: { options: null, largeFile: false },
};
