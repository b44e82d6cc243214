import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { languages } from "../results/texts/texts.js";
import { checks } from "./checks/registry.js";
import { BadRubric } from "./rubric.js";
import { READY, readRubric, readyRubric, rubricFile, usualRubric } from "./rubric-file.js";
import { folder } from "./testing/grade.js";
import { texts } from "./texts/texts.js";

function rubric(text: string): string {
  const path = join(folder(), "rubric.yaml");
  writeFileSync(path, text);
  return path;
}

describe("the rubric that comes with Antre", () => {
  test("is worth 100 points", () => {
    const { checks: planned } = readRubric(usualRubric());
    expect(planned.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(planned.filter(({ extra }) => extra)).toEqual([]);
  });

  test("names every check there is, those that are off included", () => {
    const { checks: planned, limits } = readRubric(usualRubric());
    expect(readRubric(rubric("single: { page: 1 }")).limits).toEqual(limits);
    const off = ["large", "binary", "pieces", "dot-dot", "content-length"];
    const named = new Set(planned.map(({ name }) => name as string));
    expect(Object.keys(checks).filter((name) => !named.has(name))).toEqual(off);
  });

  test("has words for every check in every language", () => {
    const { checks: planned } = readRubric(usualRubric());
    for (const language of languages)
      for (const { name, role, parameters } of planned) {
        const { title, expected } = texts[language].checks[name];
        expect(title(role)).toMatch(/\w/);
        expect(expected(parameters)).toMatch(/\w.*\.$/);
      }
  });
});

describe("each ready rubric", () => {
  test.each<[(typeof READY)[number], string[]]>([
    ["pair", ["single", "multi", "client"]],
    ["one-server", ["multi"]],
    ["textbook", ["single", "client"]],
  ])("%s asks for %j, and is worth 100 points", (name, roles) => {
    const { checks: planned } = readRubric(readyRubric(name));
    expect([...new Set(planned.map(({ role }) => role))]).toEqual(roles);
    expect(planned.reduce((sum, { points, extra }) => sum + (extra ? 0 : points), 0)).toBe(100);
    expect(rubricFile(name)).toBe(readyRubric(name));
  });

  test("is there, and no other", () => {
    expect(readdirSync(dirname(usualRubric())).sort()).toEqual(READY.map((name) => `${name}.yaml`).sort());
  });
});

describe("a rubric of one's own", () => {
  test("sets points, parameters and limits", () => {
    const { checks: planned, limits } = readRubric(
      rubric(
        "single:\n  page: 2.5\n  goes-on: { points: 3, ways: [exit] }\n  large: { points: 1, extra: true }\nmulti:\n  page: { points: 4, on: false }\nlimits:\n  memoryMiB: 100\n",
      ),
    );
    expect(planned).toEqual([
      { id: "single.page", role: "single", name: "page", points: 2.5, extra: false, parameters: {} },
      {
        id: "single.goes-on",
        role: "single",
        name: "goes-on",
        points: 3,
        extra: false,
        parameters: { ways: ["exit"] },
      },
      { id: "single.large", role: "single", name: "large", points: 1, extra: true, parameters: {} },
    ]);
    expect(limits).toMatchObject({ memoryMiB: 100, processes: 256 });
  });

  const problemOf = (text: string) => {
    const path = rubric(text);
    try {
      readRubric(path);
    } catch (error) {
      if (error instanceof BadRubric) return error.problem;
      throw error;
    }
    return expect.unreachable();
  };

  test("may have every limit, from the least to the most, and nothing beyond", () => {
    const withLimit = (name: string, value: unknown) => `single: { page: 1 }\nlimits: { ${name}: ${value} }`;
    for (const [name, least, most] of [
      ["memoryMiB", 16, 65536],
      ["processes", 8, 10000],
      ["diskMiB", 1, 10000],
      ["cpuSeconds", 1, 3600],
      ["openFiles", 16, 65536],
      ["seconds", 10, 3600],
    ] as const) {
      for (const value of [least, most])
        expect(readRubric(rubric(withLimit(name, value))).limits[name]).toBe(value);
      for (const value of [least - 1, most + 1, least + 0.5])
        expect(problemOf(withLimit(name, value))).toEqual({
          kind: "number",
          path: `limits.${name}`,
          value: String(value),
          least,
          most,
        });
    }
  });

  test("may give no points to a check, and up to 1000", () => {
    const pointsOf = (points: number) =>
      readRubric(rubric(`single: { page: ${points}, emoji: 1 }`)).checks[0]!.points;
    expect(pointsOf(0)).toBe(0);
    expect(pointsOf(1000)).toBe(1000);
    expect(problemOf("single: { page: 1000.5 }")).toMatchObject({ least: 0, most: 1000, value: "1000.5" });
    expect(problemOf("single: { page: 0 }")).toEqual({ kind: "no points" });
  });

  test("may leave a program or a limit out, and name a program without a check", () => {
    expect(readRubric(rubric("single:\nclient: { get: 1 }")).checks.map(({ id }) => id)).toEqual([
      "client.get",
    ]);
  });

  test("has the usual parameters where none are given, and one word may stand alone", () => {
    const { checks: planned } = readRubric(
      rubric(
        "multi:\n  holds: 1\n  model: { points: 1, accept: prefork }\n  ten-at-once: { points: 1, clients: 100 }",
      ),
    );
    expect(planned.map(({ parameters }) => parameters)).toEqual([
      { trials: 1 },
      { accept: ["prefork"], undecided: ["Go", "Java"] },
      { clients: 100 },
    ]);
  });

  test("that is on counts, and that is off does not", () => {
    const ids = (on: string) =>
      readRubric(rubric(`single:\n  page: 1\n  emoji: { points: 1, on: ${on} }`)).checks.map(({ id }) => id);
    expect(ids("true")).toEqual(["single.page", "single.emoji"]);
    expect(ids("false")).toEqual(["single.page"]);
  });

  test("is told what is wrong with it, where, and what it may have", () => {
    expect(problemOf("single: { page: 1 }\ndouble: {}")).toEqual({
      kind: "unknown",
      path: "",
      word: "double",
      known: ["single", "multi", "client", "limits"],
    });
    expect(problemOf("client: { page: 1 }")).toEqual({
      kind: "unknown",
      path: "client",
      word: "page",
      known: ["connects", "get", "prints", "shows-404", "asks-again", "exit", "nobody-listens"],
    });
    expect(problemOf("single: { page: 1 }\nlimits: { memory: 1 }")).toEqual({
      kind: "unknown",
      path: "limits",
      word: "memory",
      known: ["memoryMiB", "processes", "diskMiB", "cpuSeconds", "openFiles", "seconds"],
    });
    expect(problemOf("single: { goes-on: { points: 1, way: [exit] } }")).toEqual({
      kind: "unknown",
      path: "single.goes-on",
      word: "way",
      known: ["points", "on", "extra", "ways"],
    });
    expect(problemOf("single: { goes-on: { points: 1, ways: [exit, run] } }")).toEqual({
      kind: "words",
      path: "single.goes-on.ways",
      value: '"run"',
      known: ["close", "reset", "exit", "silent", "half"],
    });
    expect(problemOf("single: { second-waits: { points: 1, trials: 2.5 } }")).toEqual({
      kind: "number",
      path: "single.second-waits.trials",
      value: "2.5",
      least: 1,
      most: 20,
    });
    expect(problemOf("single: { page: four }")).toMatchObject({ path: "single.page", value: '"four"' });
    expect(problemOf("single: { page: { points: four } }")).toMatchObject({ path: "single.page.points" });
    expect(problemOf("single: { page: { on: true } }")).toMatchObject({ path: "single.page", value: "" });
    expect(problemOf("single: { page: }")).toMatchObject({
      kind: "number",
      path: "single.page",
      value: "null",
    });
    expect(problemOf("single: { page: { points: 1, extra: 1 } }")).toEqual({
      kind: "yes or no",
      path: "single.page.extra",
      value: "1",
    });
    expect(problemOf("single: { page: { points: 1, on: 0 } }")).toMatchObject({ path: "single.page.on" });
    expect(problemOf("single: [page]")).toEqual({ kind: "not a map", path: "single" });
    expect(problemOf("single: { page: [4] }")).toEqual({ kind: "not a map", path: "single.page" });
    expect(problemOf("single: { page: 1 }\nlimits: 5")).toEqual({ kind: "not a map", path: "limits" });
    expect(problemOf("null")).toEqual({ kind: "not a map", path: "" });
  });

  test("that is not YAML is told so in one line, without the line's number, which stands in front", () => {
    const problem = problemOf("single:\n  page: 4\n page: 5\n") as { detail: string };
    expect(problem.detail).toMatch(/^\S.*[^:\s]$/);
    expect(problem.detail).not.toMatch(/ at line/);
  });

  test.each([
    ["single:\n  page: 4\n  pgae: 4\n", 3, "unknown"],
    ["single:\n  page: 4\ndouble:\n  page: 1\n", 3, "unknown"],
    ["single:\n  second-waits:\n    points: -1\n", 3, "number"],
    ["single:\n  page: four\n", 2, "number"],
    ["single:\n  page: { on: true }\n", 2, "number"],
    ["single:\n  page:\n    points: 4\n    on: maybe\n", 4, "yes or no"],
    ["multi:\n  model:\n    points: 1\n    accept: [threads]\n", 4, "words"],
    ["multi:\n  second-waits: 4\n", 2, "unknown"],
    ['client:\n  connects:\n    points: 4\n    start: "{host} {prot}"\n', 4, "words"],
    ["client:\n  connects:\n    points: 4\n    start: 80\n", 4, "words"],
    ["limits:\n  memoryMiB: lots\nsingle:\n  page: 1\n", 2, "number"],
    ["single:\n  page: 4\n page: 5\n", 3, "yaml"],
    ["single:\n  page: { points: 1, extra: true }\n", 1, "no points"],
    ["", 1, "not a map"],
    [": 1\nsingle:\n  page: 1\n", 1, "unknown"],
    ["single:\n  page: 1\n? x\nlimits:\n  seconds: 1\n", 3, "unknown"],
    ["single:\n  page: 1\nlimits:\n\n  seconds: 1\n", 5, "number"],
    ["single:\n  page:\n    points: 1\n    colour: red\n", 4, "unknown"],
    ["single:\n  page:\n    points: 1\n    extra: maybe\n", 4, "yes or no"],
  ])("%j is refused at line %i: %s", (text, line, kind) => {
    const path = rubric(text);
    try {
      readRubric(path);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(BadRubric);
      const { line: at, problem, file } = error as BadRubric;
      expect({ at, kind: problem.kind, file }).toEqual({ at: line, kind, file: path });
      for (const language of languages)
        expect(texts[language].command.badRubric(file, at, problem)).toContain(`${line}`);
    }
  });
});
