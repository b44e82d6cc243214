// The server models: a new one is its file and a line here.

import * as multi from "./multi.js";
import type { Settings } from "./service.js";
import * as single from "./single.js";

export interface Model {
  /** What the course report used. */
  defaults: { port: number; backlog: number };
  /** Listens and serves until the process is ended. Throws SocketError when it can't listen. */
  run(settings: Settings): Promise<never>;
}

export const models: Record<string, Model> = { single, multi };
