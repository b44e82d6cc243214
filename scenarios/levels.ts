// The sizes that a scenario goes through: what the options say of them, and the rest as the scenario has it.

import { UsageError, wholeNumber, wholeNumbers } from "../clients/command-line.js";
import type { Levels } from "./scenario.js";
import type { Texts } from "./texts/texts.js";

export interface LevelOptions {
  connections?: string | undefined;
  clients?: string | undefined;
  seconds?: string | undefined;
  stay?: string | undefined;
  percent?: string | undefined;
}

const MOST_CLIENTS = 20_000;

/** A crowd's connections are its clients. Throws UsageError. */
export function readLevels(options: LevelOptions, own: Levels, say: Texts): Levels {
  const { connections, clients, seconds, stay, percent } = options;
  const [option, list] = clients === undefined ? ["--connections", connections] : ["--clients", clients];
  return {
    ...own,
    ...(list !== undefined && { connections: wholeNumbers(option!, list, 1, MOST_CLIENTS, say) }),
    ...(percent !== undefined && { percents: wholeNumbers("--percent", percent, 1, 1000, say) }),
    ...(seconds !== undefined && { seconds: readSeconds(seconds, say) }),
    ...(stay !== undefined && { stayMs: wholeNumber("--stay", stay, 0, 10_000, say) }),
  };
}

function readSeconds(value: string, say: Texts): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number < 0.1 || number > 600)
    throw new UsageError(say.badSeconds(value));
  return number;
}
