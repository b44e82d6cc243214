import { describe, expect, test } from "vitest";
import { BadManifest, readManifest, readTable } from "./manifest.js";

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

  test.each([1, 8080, 65535])("may name the port %i", (port) => {
    expect(readManifest(`multi: { run: a, port: ${port} }`)).toEqual({
      multi: { run: "a", build: null, folder: ".", port },
    });
  });

  test.each(["src", "a/b..c", "..a"])("may name the folder %s", (folder) => {
    expect(readManifest(`multi: { run: a, folder: ${folder} }`).multi!.folder).toBe(folder);
  });

  test("says in one sentence what is wrong, and where", () => {
    const refusal = (text: string) => {
      try {
        readManifest(text);
      } catch (error) {
        return (error as Error).message;
      }
      return expect.unreachable();
    };
    expect(refusal("\nmulty: b\n")).toBe(
      'antre.yaml, line 2: there is no "multy"; use single, multi, client',
    );
    expect(refusal("single: { run: a, prot: 1 }")).toBe(
      'antre.yaml, line 1: single has no "prot"; it may have run, build, folder, port',
    );
    expect(refusal("single: a\n  b: c\n")).toMatch(/^antre.yaml, line 1: [^\n]+$/);
  });

  test.each([
    ["single: { build: make }\n", 1, /^single needs run: and a command$/],
    ["single: { run: 5 }\n", 1, /needs run/],
    ["single: { run: ' ' }\n", 1, /needs run/],
    ["single: ' '\n", 1, /must be a command/],
    ["single:\n", 1, /must be a command/],
    ["single: 5\n", 1, /must be a command/],
    ["single: a\nmulti: { run: a, build: 5 }\n", 2, /^build of multi must be a command$/],
    ["single: { run: a, folder: 5 }\n", 1, /^folder of single must be a folder of the submission$/],
    ["single: { run: a, folder: 'a\\..\\b' }\n", 1, /folder of the submission/],
    ["single: { run: a, folder: null }\n", 1, /folder of the submission/],
    ["single: { run: a, port: 0 }\n", 1, /^port of single must be a whole number from 1 to 65535$/],
    ["single: { run: a, port: -1 }\n", 1, /whole number/],
    ["single: { run: a, port: 1.5 }\n", 1, /whole number/],
    ["single: { run: a, port: '80' }\n", 1, /whole number/],
    ["single: { run: a, port: 65536 }\n", 1, /whole number/],
    ["single: a\nsingle: b\n", 2, /unique/],
    ["just a sentence\n", 1, /for example/],
    [": a\n", 1, /there is no ""/],
    ["single: &a { run: x }\nmulti: *a\n", 1, /alias/i],
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

describe("a lecturer's table for a class", () => {
  test("says of each submission what its antre.yaml could", () => {
    expect(
      readTable("ani:\n  single: a.py\nbudi & co: { multi: { run: ./m, build: make } }\n", "class.yaml"),
    ).toEqual({
      ani: { single: { run: "a.py", build: null, folder: ".", port: null } },
      "budi & co": { multi: { run: "./m", build: "make", folder: ".", port: null } },
    });
    expect(readTable("", "class.yaml")).toEqual({});
  });

  test.each([
    ["ani: a.py\n", /^class\.yaml, line 1: ani must name programs/],
    ["ani:\n  single: a\n  multy: b\n", /^class\.yaml, line 3: there is no "multy"/],
    ["ani: {\n", /^class\.yaml, line \d/],
    ["- ani\n", /^class\.yaml, line 1: it must say/],
  ])("%j is refused with its place", (text, said) => {
    expect(() => readTable(text, "class.yaml")).toThrow(said);
  });
});
