// Which options a scenario has: of the others nothing would come.

import { UsageError } from "../clients/command-line.js";
import { KINDS } from "./kinds.js";
import { scenarios } from "./registry.js";
import type { AnyScenario } from "./scenario.js";
import type { Texts } from "./texts/texts.js";

/** Every scenario has these. */
const COMMON = ["servers", "server", "port", "path", "out", "json", "lang", "help"];

/** The options of a scenario, by their names; null: what others have, it has too. */
export function optionsOf(scenario: AnyScenario): ReadonlySet<string> | null {
  const { options } = KINDS[scenario.kind];
  if (options === null) return null;
  const own = new Set([...COMMON, ...options]);
  if ("path" in scenario) own.delete("path"); // it says itself what is asked for
  if (scenario.kind === "waiting" && !scenario.clients.some((kind) => kind === "browser"))
    own.delete("browser");
  return own;
}

/** Nothing would come of an option that belongs to other scenarios. Throws UsageError. */
export function refuseOthers(given: readonly string[], scenario: AnyScenario, say: Texts): void {
  const own = optionsOf(scenario);
  const foreign = given.find((name) => own !== null && !own.has(name));
  if (foreign === undefined) return;
  const owners = scenarios.filter((one) => optionsOf(one)?.has(foreign) ?? foreign === "only");
  throw new UsageError(
    say.otherScenario(`--${foreign}`, scenario.name, owners.map(({ name }) => name).join(", ")),
  );
}
