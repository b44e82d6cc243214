// Reads the text of a rubric, and tells each mistake with its line.

import { type Document, LineCounter, parseDocument } from "yaml";
import { type CheckName, checks, isCheck, type Parameter, type Registered } from "./checks/registry.js";
import { ROLES, type Role } from "./grade.js";
import { BadRubric, type Parameters, type PlannedCheck, type Problem, type Rubric } from "./rubric.js";
import { type Limits, usualLimits } from "./sandbox/limits.js";

const MOST_POINTS = 1000;
const LIMITS: Record<keyof Limits, [least: number, most: number]> = {
  memoryMiB: [16, 65536],
  processes: [8, 10000],
  diskMiB: [1, 10000],
  cpuSeconds: [1, 3600],
  openFiles: [16, 65536],
  seconds: [10, 3600],
};

export class RubricReader {
  readonly #file: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.#file = file;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const [error] = this.#document.errors;
    if (error)
      throw new BadRubric(file, this.#lines.linePos(error.pos[0]).line, {
        kind: "yaml",
        detail: error.message.split("\n")[0]!.replace(/ at line.*/, ""),
      });
  }

  rubric(): Rubric {
    const whole = this.#map(this.#document.toJS() as unknown, []);
    const planned: PlannedCheck[] = [];
    let limits = usualLimits;
    for (const [section, value] of Object.entries(whole)) {
      if (section === "limits") limits = this.#limits(value);
      else if (isRole(section)) planned.push(...this.#section(section, value));
      else this.#unknown([section], section, [...ROLES, "limits"]);
    }
    if (!planned.some(({ points, extra }) => points > 0 && !extra)) this.#refuse([], { kind: "no points" });
    return { checks: planned, limits };
  }

  #limits(value: unknown): Limits {
    const limits = { ...usualLimits };
    for (const [name, given] of Object.entries(this.#map(value, ["limits"]))) {
      const path = ["limits", name];
      if (!Object.hasOwn(LIMITS, name)) this.#unknown(path, name, Object.keys(LIMITS));
      limits[name as keyof Limits] = this.#number(given, path, ...LIMITS[name as keyof Limits]);
    }
    return limits;
  }

  #section(role: Role, value: unknown): PlannedCheck[] {
    const known = Object.entries<Registered>(checks).filter(([, { roles }]) => roles.includes(role));
    const planned: PlannedCheck[] = [];
    for (const [name, given] of Object.entries(this.#map(value ?? {}, [role]))) {
      const path = [role, name];
      if (!isCheck(name) || !known.some(([one]) => one === name))
        this.#unknown(
          path,
          name,
          known.map(([one]) => one),
        );
      const one = this.#check(role, name as CheckName, given, path);
      if (one !== null) planned.push(one);
    }
    return planned;
  }

  #check(role: Role, name: CheckName, given: unknown, path: string[]): PlannedCheck | null {
    const isMap = typeof given === "object" && given !== null;
    const map = isMap ? this.#map(given, path) : { points: this.#number(given, path, 0, MOST_POINTS, false) };
    const { points, on = true, extra = false, ...rest } = map;
    const known: Record<string, Parameter> = checks[name].parameters;
    const parameters: Parameters = {};
    for (const [word, { usual }] of Object.entries(known)) parameters[word] = usual;
    for (const [word, value] of Object.entries(rest)) {
      const parameter = known[word];
      if (parameter === undefined)
        return this.#unknown([...path, word], word, ["points", "on", "extra", ...Object.keys(known)]);
      parameters[word] = this.#parameter(parameter, value, [...path, word]);
    }
    const planned: PlannedCheck = {
      id: `${role}.${name}`,
      role,
      name,
      points: this.#number(points, points === undefined ? path : [...path, "points"], 0, MOST_POINTS, false),
      extra: this.#yes(extra, [...path, "extra"]),
      parameters,
    };
    return this.#yes(on, [...path, "on"]) ? planned : null;
  }

  #parameter(parameter: Parameter, value: unknown, path: string[]): number | readonly string[] {
    if (parameter.kind === "number") return this.#number(value, path, parameter.least, parameter.most);
    const words = Array.isArray(value) ? (value as unknown[]) : [value];
    if (parameter.kind === "forms") return words.map((word) => this.#form(word, path));
    const wrong = words.find((word) => !parameter.of.includes(String(word)));
    if (wrong !== undefined)
      this.#refuse(path, { kind: "words", path: path.join("."), value: shown(wrong), known: parameter.of });
    return words.map(String);
  }

  /** "{host} {port}": what may stand in braces is known. */
  #form(value: unknown, path: string[]): string {
    const known = ["{host}", "{port}", "{file}", "{path}", "{url}"];
    const marks = typeof value === "string" ? (value.match(/\{[^}]*\}?/g) ?? []) : [shown(value)];
    const wrong = marks.find((mark) => !known.includes(mark));
    if (wrong !== undefined) this.#refuse(path, { kind: "words", path: path.join("."), value: wrong, known });
    return value as string;
  }

  #map(value: unknown, path: string[]): Record<string, unknown> {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    return this.#refuse(path, { kind: "not a map", path: path.join(".") });
  }

  #number(value: unknown, path: string[], least: number, most: number, whole = true): number {
    if (typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value)))
      return value;
    return this.#refuse(path, { kind: "number", path: path.join("."), value: shown(value), least, most });
  }

  #yes(value: unknown, path: string[]): boolean {
    if (typeof value === "boolean") return value;
    return this.#refuse(path, { kind: "yes or no", path: path.join("."), value: shown(value) });
  }

  #unknown(path: string[], word: string, known: readonly string[]): never {
    return this.#refuse(path, { kind: "unknown", path: path.slice(0, -1).join("."), word, known });
  }

  /** At the line of the key, which YAML's own nodes know. */
  #refuse(path: string[], problem: Problem): never {
    let line = 1;
    let map: unknown = this.#document.contents;
    for (const name of path) {
      const items = (map as { items?: { key: Node; value: unknown }[] } | null)?.items ?? [];
      const pair = items.find(({ key }) => key?.value === name);
      if (pair?.key.range) line = this.#lines.linePos(pair.key.range[0]).line;
      map = pair?.value;
    }
    throw new BadRubric(this.#file, line, problem);
  }
}

interface Node {
  value?: unknown;
  range?: [number, number, number];
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
const shown = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value));
