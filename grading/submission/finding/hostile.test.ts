// Names and sources that nobody would write, or that somebody wrote to be in the way: they decide nothing, and cost no time.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "../../grade.js";
import { folder } from "../../testing/grade.js";
import { readManifest } from "../manifest.js";
import { findPrograms, isFound, lineFor } from "../programs.js";
import { kindOf, readContent } from "./content.js";
import { modesOf } from "./modes.js";
import { asideOf, readName, roleOfFolder, wordsOf } from "./name.js";
import { signs } from "./traits.js";

const part = fc.constantFrom(
  "server",
  "Server",
  "client",
  "single",
  "multi",
  "thread",
  "no",
  "tanpa",
  "1",
  "2",
  "_",
  "-",
  " ",
  "(1)",
  ".",
  "tcp",
  "old",
  "v2",
  "é",
  "日",
);
const name = fc
  .oneof(
    fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", minLength: 1 }),
  )
  .map((text) => text.replaceAll(/[/\0]/g, "") || "x");
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.py`);

describe("any name at all", () => {
  test("can be read, and the same name always says the same", () => {
    fc.assert(
      fc.property(path, (one) => {
        expect(readName(one)).toEqual(readName(one));
        asideOf(one);
        roleOfFolder(one);
        for (const word of wordsOf(one)) expect(word).toBe(word.toLowerCase());
      }),
    );
  });

  test("says the same in capitals", () => {
    const word = fc.constantFrom(
      "server",
      "client",
      "single",
      "multi",
      "thread",
      "tanpa",
      "tcp",
      "sequential",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const { kind, says } = readName(`${words.join("_")}.py`);
        expect(readName(`${words.join("_").toUpperCase()}.py`)).toMatchObject({ kind, says });
        const camel = words.map((one) => one[0]!.toUpperCase() + one.slice(1)).join("");
        expect(readName(`${camel}.py`)).toMatchObject({ kind, says });
      }),
    );
  });

  test("can stand in antre.yaml, and is read there as it is", () => {
    fc.assert(
      fc.property(name, name, (single, multi) => {
        fc.pre(single.trim() !== "" && multi.trim() !== "");
        expect(lineFor({ single })).not.toContain("\n");
        expect(readManifest(lineFor({ single })).single?.run).toBe(single);
        const both = lineFor({ single, multi });
        expect(both).not.toContain("\n");
        expect(readManifest(both)).toMatchObject({ single: { run: single }, multi: { run: multi } });
      }),
    );
  });

  test("of any length is read at once", () => {
    for (const text of [
      "server".repeat(5000),
      "multithread".repeat(3000),
      "aA".repeat(30_000),
      "no".repeat(9000),
      "s".repeat(99_999),
    ]) {
      const began = performance.now();
      readName(`${text}.py`);
      readName(`${`${text.slice(0, 200)}/`.repeat(50)}a.py`);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

describe("any source at all", () => {
  const languages = Object.keys(signs);

  test("can be read", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "listen(",
        ".accept()",
        "connect(",
        "Thread(",
        "fork(",
        "import x",
        "class A(",
        "def f():",
        '"',
        "'",
        "/*",
        "\n",
        "main",
        "--single",
        '#include "a.h"',
      ),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...languages), (pieces, language) => {
        const content = readContent(pieces.join(""), language);
        kindOf(content);
        modesOf(content, language);
      }),
    );
  });

  test("is read in well under a second, however it repeats itself", () => {
    const parts = [
      "a",
      "client",
      "class A(",
      "import a,",
      "new A ",
      "A",
      " = ",
      "fgets(",
      '"--single" ',
      '"single" "multi" ',
      "choices=[",
      "[",
      "('a', ",
      "{",
      "socket.",
      "chat_",
      "/",
      "def ",
      "argv ",
      "\n",
      " ",
    ];
    for (const language of languages)
      for (const one of parts) {
        const source = one.repeat(Math.ceil((64 * 1024) / one.length));
        const began = process.cpuUsage();
        modesOf(readContent(`argv input( ${source}`, language), language);
        const took = process.cpuUsage(began).user / 1000;
        expect(took, `${JSON.stringify(one)} in ${language}`).toBeLessThan(500);
      }
  });

  test("with comments says what it says without them", () => {
    const lines = ["s.listen(5)", "s.connect(a)", "Thread(f)", "print('x')", "x = 1"];
    const comment = fc.constantFrom("# s.listen(1)", "# os.fork()", "'''s.connect(b)'''", "# é", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...lines), comment), { minLength: 1 }), (all) => {
        const of = (source: string) => {
          const { listens, connects, concurrent } = readContent(source, "Python");
          return { listens, connects, concurrent };
        };
        const plain = all.map(([line]) => line).join("\n");
        const commented = all.map(([line, said]) => `${said}\n${line}`).join("\n");
        expect(of(commented)).toEqual(of(plain));
      }),
    );
  });
});

test("a large submission is looked through in well under a second", () => {
  const root = folder();
  const files: string[] = [];
  const put = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    files.push(file);
  };
  for (let at = 0; at < 1000; at++)
    put(`node_modules/a${at}/server.js`, "require('net').createServer().listen(1);".repeat(50));
  for (let at = 0; at < 300; at++)
    put(
      `src/main/java/a/Part${at}.java`,
      `class Part${at} { Part${(at * 7) % 300} p; void run() {} }\n`.repeat(60),
    );
  put("server_single.py", "s.listen(1)\ns.accept()\n");
  put("server_multi.py", "s.listen(1)\nThread(f)\n");
  const began = process.cpuUsage();
  const { programs } = findPrograms(root, files.sort(), {});
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1500);
  expect(ROLES.filter((role) => isFound(programs[role]))).toEqual(["single", "multi"]);
});
