// What the sandbox shows of programs whose names and sources do not tell which is which: who listens, and the model that is seen.

import type { ModelName } from "../../results/result.js";
import { ROLES, type Role } from "../grade.js";
import { type Candidate, kindOfCandidate } from "./finding/choose.js";
import { asFile, type Handed, isFound, type NotFound, type Program } from "./programs.js";

/** Each takes some seconds; a human looks at more of them sooner. */
const MOST_LOOKED = 4;

const ONE: ReadonlySet<ModelName> = new Set(["iterative", "single-shot"]);
const MANY: ReadonlySet<ModelName> = new Set([
  "thread-per-connection",
  "process-per-connection",
  "thread-pool",
  "prefork",
  "event-loop",
]);

type Programs = Record<Role, Program | NotFound>;
type Server = "single" | "multi";

/** Which files are worth a look: servers of which nobody can tell which is which; or, where none was found, who might be one. */
export function worthALook(
  programs: Programs,
  candidates: readonly Candidate[],
  asked: readonly Role[],
): string[] {
  const open = serversAmong(asked).filter((role) => !isFound(programs[role]));
  const several = open.flatMap((role) => {
    const program = programs[role];
    return !isFound(program) && program.why === "several" ? program.seen : [];
  });
  const noServer = open.length > 0 && open.length === serversAmong(asked).length && several.length === 0;
  const some = candidates.filter((one) =>
    noServer ? kindOfCandidate(one) === "no network" && one.content.main : several.includes(one.path),
  );
  // Where all serve one client after the other as plainly as that, they would look alike.
  const alike = some.every(({ content }) => content.listens && content.concurrent === 0);
  return alike || some.length > MOST_LOOKED ? [] : some.map(({ path }) => path);
}

/** The programs, with those that the models tell. `seen`: the model of each file that was looked at; null: it does not listen. */
export function toldByLooking(
  programs: Programs,
  seen: ReadonlyMap<string, ModelName | null>,
  asked: readonly Role[],
  handed: Handed,
): Programs {
  const told = { ...programs };
  const of = (models: ReadonlySet<ModelName>) =>
    [...seen].flatMap(([path, model]) => (model !== null && models.has(model) ? [path] : []));
  for (const [role, fitting] of [
    ["single", of(ONE)],
    ["multi", of(MANY)],
  ] as const) {
    const program = programs[role];
    if (!asked.includes(role) || isFound(program) || fitting.length !== 1) continue;
    const [path] = fitting as [string];
    if (program.why === "several" && !program.seen.includes(path)) continue;
    told[role] = asFile(role, handed, path, { by: "looking", model: seen.get(path)! });
  }
  return told;
}

const serversAmong = (roles: readonly Role[]): Server[] =>
  ROLES.filter((role): role is Server => role !== "client" && roles.includes(role));
