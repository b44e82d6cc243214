// The checks of the rubric: a new one is its file, a line here, one in rubric.yaml, and its words in texts/.

import type { ModelName } from "../../results/result.js";
import type { Role } from "../grade.js";
import type { ServerCheck } from "./check.js";

/** What a lecturer may set of a check, beside its points. */
export type Parameter =
  | { kind: "words"; of: readonly string[]; usual: readonly string[] }
  | { kind: "number"; least: number; most: number; usual: number }
  /** Each one the words after a program's name, with {host} and other marks in them; none: it is found out. */
  | { kind: "forms"; usual: readonly string[] };

export interface Registered {
  roles: readonly Role[];
  /** What must have gone well before: the program listens; it answers a client that is alone. */
  needs: "nothing" | "start" | "answer";
  parameters: Record<string, Parameter>;
  /** Loaded only by who examines. None: the client's checks are all read off one session. */
  load?: () => Promise<{ check: ServerCheck }>;
}

const MODELS: readonly ModelName[] = [
  "iterative",
  "thread-per-connection",
  "process-per-connection",
  "thread-pool",
  "prefork",
  "event-loop",
];

const servers: readonly Role[] = ["single", "multi"];
const ways: Parameter = {
  kind: "words",
  of: ["close", "reset", "exit", "silent", "half"],
  usual: ["close", "reset"],
};
const trials: Parameter = { kind: "number", least: 1, most: 20, usual: 3 };
const clients: Parameter = { kind: "number", least: 2, most: 100, usual: 10 };

/** Of a client that asks for one page and ends. */
const once: Parameter = { kind: "words", of: ["apart", "fails", "passes"], usual: ["apart"] };

function check(
  roles: readonly Role[],
  needs: Registered["needs"],
  load: Registered["load"],
  parameters: Registered["parameters"] = {},
): Registered {
  return { roles, needs, parameters, ...(load && { load }) };
}

export const checks = {
  starts: check(servers, "nothing", () => import("./starts.js")),
  page: check(servers, "start", () => import("./page.js")),
  emoji: check(servers, "start", () => import("./emoji.js")),
  "not-found": check(servers, "start", () => import("./not-found.js")),
  "goes-on": check(servers, "answer", () => import("./goes-on.js"), { ways }),
  "second-waits": check(["single"], "answer", () => import("./second-waits.js"), { trials }),
  "two-clients": check(["multi"], "answer", () => import("./two-clients.js"), { trials }),
  holds: check(["multi"], "answer", () => import("./holds.js"), { trials: { ...trials, usual: 1 } }),
  "ten-at-once": check(["multi"], "answer", () => import("./ten-at-once.js"), { clients }),
  model: check(["multi"], "answer", () => import("./model.js"), {
    accept: { kind: "words", of: MODELS, usual: ["thread-per-connection", "thread-pool"] },
    undecided: { kind: "words", of: ["Go", "Java"], usual: ["Go", "Java"] },
  }),
  "two-browsers": check(["multi"], "answer", () => import("./two-browsers.js")),
  "browser-and-client": check(["multi"], "answer", () => import("./browser-and-client.js")),
  large: check(servers, "start", () => import("./large.js")),
  binary: check(servers, "start", () => import("./binary.js")),
  pieces: check(servers, "start", () => import("./pieces.js")),
  "dot-dot": check(servers, "start", () => import("./dot-dot.js")),
  "content-length": check(servers, "start", () => import("./content-length.js")),
  connects: check(["client"], "nothing", undefined, {
    also: { kind: "words", of: ["keyboard", "source"], usual: ["keyboard"] },
    start: { kind: "forms", usual: [] },
  }),
  get: check(["client"], "start", undefined),
  prints: check(["client"], "start", undefined, {
    ways: { kind: "words", of: ["whole", "pieces"], usual: ["whole"] },
  }),
  "shows-404": check(["client"], "start", undefined),
  "asks-again": check(["client"], "start", undefined, { once }),
  exit: check(["client"], "start", undefined, { once }),
  "nobody-listens": check(["client"], "nothing", undefined),
} satisfies Record<string, Registered>;

export type CheckName = keyof typeof checks;
export const isCheck = (name: string): name is CheckName => Object.hasOwn(checks, name);
