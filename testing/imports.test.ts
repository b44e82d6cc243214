// Which way imports go, so that nobody has to remember it.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What each room may import from. A test may import from wherever it likes. */
const ROOMS: Record<string, readonly string[]> = {
  servers: [],
  results: [],
  clients: ["results"],
  scenarios: ["cli", "clients", "results"],
  grading: ["cli", "clients", "results", "scenarios", "servers"],
  cli: ["clients", "grading", "results", "scenarios"], // the doctor looks at what each of them needs
};

/** The floors of the lab, from the lowest. */
const FLOORS = ["kernel", "process", "observe", "subject", "trial", "experiments"];
const LAB = "scenarios/lab/";

interface Import {
  from: string;
  to: string;
  /** Nothing of it is there when the program runs. */
  typesOnly: boolean;
}

const IMPORT = /^(?:import|export)( type)? ([^";]*) from "(\.[^"]+)\.js";|\bimport\("(\.[^"]+)\.js"\)/gm;

function importsOf(file: string): Import[] {
  return [...readFileSync(join(ROOT, file), "utf8").matchAll(IMPORT)].map(
    ([, type, names = "", path, lazy]) => {
      const words = names.replace(/[{}]/g, "").split(",");
      const typesOnly =
        lazy === undefined &&
        (type !== undefined || words.every((word) => word.trim() === "" || /^\s*type /.test(word)));
      return { from: file, to: `${join(dirname(file), path ?? lazy!)}.ts`, typesOnly };
    },
  );
}

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /^\w+\//.test(path) && !/\.test\.ts$|(^|\/)testing\//.test(path));
const imports = files.flatMap(importsOf);

const shown = ({ from, to }: Import) => `${from} imports ${to}`;
const roomOf = (path: string) => path.split("/")[0]!;
const floorOf = (path: string) =>
  path.startsWith(LAB) ? FLOORS.indexOf(path.slice(LAB.length).split("/")[0]!) : -1;

test("every room imports only from the rooms that it may import from", () => {
  const wrong = imports.filter(({ from, to }) => {
    const [own, other] = [roomOf(from), roomOf(to)];
    return own !== other && ROOMS[own]?.includes(other) === false;
  });
  expect(wrong.map(shown)).toEqual([]);
  expect(Object.keys(ROOMS).sort()).toEqual([...new Set(files.map(roomOf))].sort());
});

test("no floor of the lab imports from one above it, not even a type", () => {
  const within = imports.filter(({ from, to }) => floorOf(from) >= 0 && to.startsWith(LAB));
  const wrong = within.filter(({ from, to }) => floorOf(to) < 0 || floorOf(to) > floorOf(from));
  expect(wrong.map(shown)).toEqual([]);
  expect(within.length).toBeGreaterThan(100);
});

test("no modules need one another in a circle", () => {
  const needs = new Map<string, string[]>();
  for (const { from, to, typesOnly } of imports)
    if (!typesOnly) needs.set(from, [...(needs.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (path: string, way: readonly string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const next of needs.get(path) ?? []) follow(next, [...way, path]);
    done.add(path);
  };
  for (const path of needs.keys()) follow(path, []);
  expect(circles).toEqual([]);
});

test("the description of the architecture names files that are there, and the floors in their order", () => {
  const text = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  const named = [...text.matchAll(/`((?:\w+\/)+[\w.-]*)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const floors = [...text.matchAll(/^\| `scenarios\/lab\/(\w+)` \|/gm)].map(([, floor]) => floor);
  expect(floors).toEqual(FLOORS);
});
