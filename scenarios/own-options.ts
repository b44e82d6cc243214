// Which options a scenario has: of the others nothing would come.

import { UsageError } from "../clients/command-line.js";
import { scenarios } from "./registry.js";
import type { AnyScenario, Inquiry } from "./scenario.js";
import type { Texts } from "./texts/texts.js";

/** Every scenario has these. */
const COMMON = ["servers", "server", "port", "path", "out", "json", "lang", "help"];

const INQUIRIES: Record<Inquiry["inquires"], readonly string[]> = {
  holds: ["trials", "large"],
  model: [],
  limit: [],
  backlog: [],
  zoo: ["trials", "large"],
  crowd: ["trials", "clients", "stay", "seconds"],
  cost: ["connections", "seconds"],
  "slow-client": ["trials", "large", "connections", "seconds"],
};

/** The options of a scenario, by their names; null: what others have, it has too. */
export function optionsOf(scenario: AnyScenario): ReadonlySet<string> | null {
  if ("everything" in scenario) return null;
  return new Set([...COMMON.filter((name) => name !== "path" || !("path" in scenario)), ...ownOf(scenario)]);
}

function ownOf(scenario: Exclude<AnyScenario, { everything: true }>): readonly string[] {
  if ("scenarios" in scenario) return ["trials", "browser"];
  if ("inquires" in scenario) return INQUIRIES[scenario.inquires];
  if ("opens" in scenario) return ["trials", "connections", "percent", "seconds"];
  if ("kept" in scenario) return ["trials", "connections", "seconds"];
  return scenario.clients.some((kind) => kind === "browser") ? ["trials", "browser"] : ["trials"];
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
