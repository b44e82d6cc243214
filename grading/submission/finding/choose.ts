// Which of the candidates is which program: by name, by elimination, by what it does. Pure: it reads no file.

import type { ModelName } from "../../../results/result.js";
import type { Role } from "../../grade.js";
import { type Aside, type Content, kindOf } from "./content.js";
import type { Mode } from "./modes.js";
import type { NameReading } from "./name.js";

export interface Candidate {
  path: string;
  language: string;
  name: NameReading;
  content: Content;
  modes: Partial<Record<Role, Mode>>;
}

/** How it was told which program one is. `only`: no other program could be meant. */
export type Told =
  | { by: "command" | "manifest" | "name" | "only" | "elimination" }
  | { by: "content"; does: Does }
  | { by: "mode"; mode: string }
  | { by: "looking"; model: ModelName };

/** What its source says that it does. */
export type Does = "connects" | "one at a time" | "threads" | "processes" | "events" | "means to";

/** Its name or a lecturer says so: nobody need look whether it is right. */
export const isSure = (told: Told): boolean =>
  told.by === "command" || told.by === "manifest" || told.by === "name";

export interface Chosen {
  path: string;
  told: Told;
  mode?: Mode;
}

/** `several`: it could be any of these, and what they do does not tell which. Empty: there is none. */
export interface Open {
  several: string[];
}

export type Choice = Chosen | Open;
export const isChosen = (choice: Choice): choice is Chosen => "path" in choice;

export type Kind = "server" | "client" | Aside;

/** What a candidate is: what it does counts more than its name, unless its name says just which of the three it is. */
export function kindOfCandidate({
  name,
  content,
  language,
}: Pick<Candidate, "name" | "content" | "language">): Kind {
  const kind = kindOf(content);
  const named =
    name.says !== null && !name.weak && !name.byFolder && name.kind !== "client" ? "server" : name.kind;
  const speaks = content.listens || content.connects || content.udp;
  if (name.about !== null && !content.web && speaks && named !== null && kind !== "helper") {
    if (name.about === "proxy") return content.listens && content.connects ? "proxy" : kind;
    if (name.about !== "udp" || content.udp) return name.about;
  }
  switch (kind) {
    case "server":
      return name.kind === "client" && content.connects ? "client" : "server";
    case "client":
      return named === "server" && name.says !== null ? "server" : "client";
    case "chat":
    case "game":
    case "proxy":
      return name.says !== null && !name.weak && !name.byFolder && name.kind === "server" ? "server" : kind;
    case "udp":
      return kind;
    case "no network":
      return name.kind ?? kind;
    case "helper":
      if (name.kind === null || name.helper || name.kindByFolder || speaks) return kind;
      // Only of a script can it be overlooked that it starts something; else its name must say just which it is.
      return language === "Python" || (named === "server" && name.says !== null && !name.byFolder)
        ? name.kind
        : kind;
    default:
      return kind;
  }
}

type Server = "single" | "multi";
const other = (role: Server): Server => (role === "single" ? "multi" : "single");

/** `asked`: what the rubric asks for. Those that a lecturer has told are not among the candidates, nor asked. */
export function choose(
  candidates: readonly Candidate[],
  asked: readonly Role[],
  known: Partial<Record<Role, boolean>> = {},
): Partial<Record<Role, Choice>> {
  const of = (kind: Kind) => candidates.filter((one) => kindOfCandidate(one) === kind);
  const choices: Partial<Record<Role, Choice>> = {};
  if (asked.includes("single") || asked.includes("multi"))
    Object.assign(choices, chooseServers(withoutSharedFolder(of("server")), asked, known));
  if (asked.includes("client")) choices.client = chooseClient(of("client"), candidates);
  return Object.fromEntries(asked.flatMap((role) => (choices[role] ? [[role, choices[role]]] : [])));
}

/** A folder that all of them lie in tells none from another. */
function withoutSharedFolder(servers: readonly Candidate[]): Candidate[] {
  const [first] = servers;
  const shared =
    servers.length > 1 && servers.every(({ name }) => name.byFolder && name.says === first!.name.says);
  if (!shared) return [...servers];
  return servers.map((one) => ({ ...one, name: { ...one.name, says: null, byFolder: false } }));
}

function chooseServers(
  all: readonly Candidate[],
  asked: readonly Role[],
  known: Partial<Record<Role, boolean>>,
): Partial<Record<Server, Choice>> {
  const servers = latest(distinct(all, false));
  const named = (role: Server) =>
    best(
      servers.filter(({ name }) => name.says === role && !name.weak),
      role,
    );
  const found: Partial<Record<Server, Choice>> = {};
  for (const role of ["single", "multi"] as const) {
    const fitting = known[role] ? [] : named(role);
    if (fitting.length === 1) found[role] = { path: fitting[0]!.path, told: { by: "name" } };
    else if (fitting.length > 1) found[role] = { several: pathsOf(fitting) };
  }
  const missing = (["single", "multi"] as const).filter((role) => found[role] === undefined && !known[role]);
  if (missing.length === 0) return found;
  if (missing.length === 2 || servers.some(({ name }) => name.says === "both")) {
    const modal = servers.filter(({ modes }) => modes.single !== undefined && modes.multi !== undefined);
    if (modal.length === 1) for (const role of missing) found[role] = asMode(modal[0]!, role);
    if (modal.length === 1) return found;
  }
  const taken = Object.values(found).flatMap((choice) => (isChosen(choice) ? [choice.path] : choice.several));
  const free = servers.filter(({ path }) => !taken.includes(path));
  if (missing.length === 2) return { ...found, ...bothByContent(free, asked) };
  const [role] = missing as [Server];
  const rest = free.filter(({ name }) => name.says !== other(role) || name.weak);
  const choice = oneOf(rest, role, asked.includes(other(role)) || known[other(role)] === true);
  return { ...found, [role]: choice };
}

/** The other one of the two is known, or was not asked for. */
function oneOf(rest: readonly Candidate[], role: Server, hasOther: boolean): Choice {
  if (rest.length === 0) return { several: [] };
  const [first] = rest as [Candidate];
  if (rest.length === 1 && hasOther && !first.content.listens) return { several: [first.path] };
  if (rest.length === 1) return { path: first.path, told: { by: hasOther ? "elimination" : "only" } };
  const fitting = rest.filter(({ content }) => isConcurrent(content) === (role === "multi"));
  const some = fitting.length > 0 ? fitting : rest;
  const byWord = some.filter(({ name }) => name.says === role);
  if (byWord.length === 1) return { path: byWord[0]!.path, told: { by: "name" } };
  if (fitting.length === 1) return { path: fitting[0]!.path, told: byContent(fitting[0]!, role) };
  const nearest = best(some, role);
  if (nearest.length === 1 && nearest[0]!.name.kind === "server")
    return { path: nearest[0]!.path, told: byContent(nearest[0]!, role) };
  return { several: pathsOf(some) };
}

/** No name says which is which. */
function bothByContent(
  servers: readonly Candidate[],
  asked: readonly Role[],
): Partial<Record<Server, Choice>> {
  const roles = (["single", "multi"] as const).filter((role) => asked.includes(role));
  if (servers.length === 0) return Object.fromEntries(roles.map((role) => [role, { several: [] }]));
  const [first] = servers as [Candidate];
  if (servers.length === 1) {
    if (roles.length === 1) return { [roles[0]!]: { path: first.path, told: { by: "only" } } };
    if (!first.content.listens)
      return { single: { several: [first.path] }, multi: { several: [first.path] } };
    const role: Server =
      isConcurrent(first.content) || (first.name.says === "multi" && first.content.concurrent > 0)
        ? "multi"
        : "single";
    return { [role]: { path: first.path, told: byContent(first, role) }, [other(role)]: { several: [] } };
  }
  const [one, many] = [false, true].map((concurrent) =>
    servers.filter(({ content }) => isConcurrent(content) === concurrent),
  ) as [Candidate[], Candidate[]];
  const found: Partial<Record<Server, Choice>> = {};
  const pick = (role: Server, some: readonly Candidate[]) => {
    const byWord = some.filter(({ name }) => name.says === role);
    const nearest = byWord.length > 0 ? byWord : best(some, role);
    if (nearest.length === 1) found[role] = { path: nearest[0]!.path, told: byContent(nearest[0]!, role) };
    else if (some.length > 1) found[role] = { several: pathsOf(some) };
  };
  if (one.length > 0 && many.length > 0) {
    pick("single", one);
    pick("multi", many);
    return found;
  }
  // All do the same: weak words decide, a figure or "basic"; then who means to do otherwise.
  const weak = (role: Server) => servers.filter(({ name }) => name.says === role);
  const [single, multi] = [weak("single"), weak("multi")];
  if (single.length === 1 && multi.length === 1)
    return {
      single: { path: single[0]!.path, told: { by: "name" } },
      multi: { path: multi[0]!.path, told: { by: "name" } },
    };
  if (servers.length === 2) {
    const [low, high] = [...servers].sort((a, b) => rankOf(a) - rankOf(b)) as [Candidate, Candidate];
    if (rankOf(low) < rankOf(high))
      return {
        single: { path: low.path, told: { by: "elimination" } },
        multi: {
          path: high.path,
          told: { by: "content", does: high.content.concurrent < 2 ? "means to" : doesOf(high) },
        },
      };
    if (single.length + multi.length === 1) {
      const [it] = [...single, ...multi] as [Candidate];
      const role: Server = single.length === 1 ? "single" : "multi";
      const [rest] = servers.filter((server) => server !== it) as [Candidate];
      return {
        [role]: { path: it.path, told: { by: "name" } },
        [other(role)]: { path: rest.path, told: { by: "elimination" } },
      };
    }
  }
  const several = { several: pathsOf(servers) };
  return { single: several, multi: several };
}

function chooseClient(clients: readonly Candidate[], all: readonly Candidate[]): Choice {
  const some = latest(distinct(clients, true));
  if (some.length === 0) {
    const modal = all.filter(({ modes }) => modes.client !== undefined);
    return modal.length === 1 ? asMode(modal[0]!, "client") : { several: [] };
  }
  const named = some.filter(({ name }) => name.kind === "client");
  if (named.length > 0) {
    const nearest = best(named, "client");
    if (nearest.length === 1) return { path: nearest[0]!.path, told: { by: "name" } };
    return { several: pathsOf(nearest) };
  }
  const web = some.filter(({ content }) => content.web);
  for (const among of [some, web])
    if (among.length === 1) return { path: among[0]!.path, told: { by: "content", does: "connects" } };
  return { several: pathsOf(some) };
}

function asMode({ path, modes }: Candidate, role: Role): Chosen {
  const mode = modes[role]!;
  return { path, told: { by: "mode", mode: [...mode.args, ...mode.typed].join(" ") }, mode };
}

const isConcurrent = ({ concurrent }: Content): boolean => concurrent >= 2;
const rankOf = ({ content }: Candidate): number => content.concurrent;
const doesOf = ({ content }: Candidate): Does => content.serves;

function byContent(server: Candidate, role: Server): Told {
  const does = role === "multi" && server.content.concurrent === 1 ? "means to" : doesOf(server);
  return { by: "content", does };
}

const pathsOf = (some: readonly Candidate[]): string[] => some.map(({ path }) => path).sort();

/** Those whose names fit best; of them those that can be started, and lie least deep; then those that do as they are called. */
function best(some: readonly Candidate[], role: Role): Candidate[] {
  const keys: ((one: Candidate) => number)[] = [
    ({ content }) => Number(!content.main),
    ({ name }) => Number(name.helper),
    ({ name, path }) => Number(role === "client" && (name.says !== null || /\d\.\w+$/.test(path))),
    ({ name }) => Number(name.byFolder),
    ({ name }) => name.surplus,
    ({ path }) => path.split("/").length,
    ({ content }) =>
      role === "client"
        ? Number(!content.web) + 2 * Number(isConcurrent(content))
        : Number(isConcurrent(content) !== (role === "multi")),
  ];
  return keys.reduce<Candidate[]>(
    (left, key) => {
      const least = Math.min(...left.map(key));
      return left.filter((one) => key(one) === least);
    },
    [...some],
  );
}

/** The same program in two folders is one. Clients that differ only in numbers do so in the port of their server. */
function distinct(some: readonly Candidate[], butNumbers: boolean): Candidate[] {
  const byCode = new Map<string, Candidate>();
  const depth = ({ path }: Candidate) => path.split("/").length;
  const sorted = [...some].sort(
    (a, b) => a.name.surplus - b.name.surplus || depth(a) - depth(b) || (a.path < b.path ? -1 : 1),
  );
  for (const one of sorted) {
    const { text } = one.content;
    const plain = text.replaceAll(butNumbers ? /\s+|\d+/g : /\s+/g, "");
    const key = `${one.language}\0${plain === "" ? one.path : plain}`;
    if (!byCode.has(key)) byCode.set(key, one);
  }
  return [...byCode.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of several versions of one program the latest: server.py, server_v2.py, server_final.py. */
function latest(some: readonly Candidate[]): Candidate[] {
  return some.filter(
    (one) =>
      !some.some(
        (later) =>
          later.name.version > one.name.version &&
          later.name.stem === one.name.stem &&
          later.language === one.language &&
          folderOf(later) === folderOf(one) &&
          isConcurrent(later.content) === isConcurrent(one.content),
      ),
  );
}

const folderOf = ({ path }: Candidate): string => path.split("/").slice(0, -1).join("/");
