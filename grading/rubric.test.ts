import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languages } from "../results/texts/texts.js";
import { checks } from "./checks/registry.js";
import { BadRubric, readRubric, usualRubric } from "./rubric.js";
import { folder } from "./testing/grade.js";
import { texts } from "./texts/texts.js";

function rubric(text: string): string {
  const path = join(folder(), "rubric.yaml");
  writeFileSync(path, text);
  return path;
}

describe("the rubric that comes with Antre", () => {
  const { checks: planned } = readRubric(usualRubric());

  test("is worth 100 points", () => {
    expect(planned.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(planned.filter(({ extra }) => extra)).toEqual([]);
  });

  test("names every check there is, those that are off included", () => {
    const text = readRubric(rubric("single: { page: 1 }")).limits;
    expect(text).toEqual(readRubric(usualRubric()).limits);
    const off = ["large", "binary", "pieces", "dot-dot", "content-length"];
    const named = new Set(planned.map(({ name }) => name as string));
    expect(Object.keys(checks).filter((name) => !named.has(name))).toEqual(off);
  });

  test("has words for every check in every language", () => {
    for (const language of languages)
      for (const { name, role, parameters } of planned) {
        const { title, expected } = texts[language].checks[name];
        expect(title(role)).toMatch(/\w/);
        expect(expected(parameters)).toMatch(/\w.*\.$/);
      }
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
