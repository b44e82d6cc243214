import { describe, expect, test } from "vitest";
import { BadManifest, readManifest } from "./manifest.js";

describe("antre.yaml", () => {
  test("names commands, shortly or with all they need", () => {
    expect(
      readManifest("single: python3 a.py\nmulti:\n  run: ./m\n  build: make\n  folder: src\n  port: 8080\n"),
    ).toEqual({
      single: { run: "python3 a.py", build: null, folder: ".", port: null },
      multi: { run: "./m", build: "make", folder: "src", port: 8080 },
    });
  });

  test("may be empty", () => {
    expect(readManifest("# nothing\n")).toEqual({});
  });

  test.each([
    ["single: a\nmulty: b\n", 2, /no "multy"/],
    ["single:\n  run: a\n  prot: 1\n", 2, /no "prot"/],
    ["single: [a, b]\n", 1, /must be a command/],
    ["single: { run: a, folder: ../other }\n", 1, /folder of the submission/],
    ["single: { run: a, folder: /etc }\n", 1, /folder of the submission/],
    ["single: { run: a, port: 70000 }\n", 1, /whole number/],
    ["single: a\n  b: c\n", 1, /./],
    ["- a\n", 1, /for example/],
    ["a: &a [x]\nb: *a\n", 1, /./],
  ])("%j is refused at line %i", (text, line, problem) => {
    const read = () => readManifest(text);
    expect(read).toThrow(BadManifest);
    try {
      read();
    } catch (error) {
      expect((error as BadManifest).line).toBe(line);
      expect((error as BadManifest).problem).toMatch(problem);
    }
  });
});
