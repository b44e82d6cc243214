// The server models: a new one is its file and a line here.

import * as events from "./events.js";
import * as multi from "./multi.js";
import * as pool from "./pool.js";
import * as prefork from "./prefork.js";
import type { Settings } from "./service.js";
import * as single from "./single.js";

export interface Model {
  /** The port and backlog of single and multi are the course report's. A model has those counts that stand here. */
  defaults: { port: number; backlog: number } & Partial<Pick<Settings, Count>>;
  /** Listens and serves until the process is ended. Throws SocketError when it can't listen. */
  run(settings: Settings): Promise<never>;
}

/** How many serve at once: the settings that only some models have. */
export type Count = "maxThreads" | "threads" | "processes";

export const models: Record<string, Model> = { single, multi, pool, prefork, events };

/** Can this system run the model? On Windows a process can't be given a listening socket in place of a standard stream. */
export const available = (model: string): boolean => model !== "prefork" || process.platform !== "win32";
