import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ModelName } from "../../results/result.js";
import { ROLES } from "../grade.js";
import { folder } from "../testing/grade.js";
import { toldByLooking, worthALook } from "./looking.js";
import { findPrograms, isFound } from "./programs.js";

const NODE = "require('net').createServer((c) => c.end()).listen(80);\n";

function looked(files: Record<string, string>, models: Record<string, ModelName | null> = {}) {
  const root = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const handed = { folder: root, files: Object.keys(files).sort() };
  const { programs, candidates } = findPrograms(root, handed.files, {});
  const worth = worthALook(programs, candidates, ROLES);
  const told = toldByLooking(programs, new Map(Object.entries(models)), ROLES, handed);
  const found = ROLES.flatMap((role) => {
    const program = told[role];
    return isFound(program) && program.told.by === "looking" ? [`${role}: ${program.file}`] : [];
  });
  return { worth, found };
}

describe("what is worth a look", () => {
  test("are servers that read alike, where running them may show a difference", () => {
    expect(looked({ "a.js": NODE, "b.js": `${NODE}// b\nb();` }).worth).toEqual(["a.js", "b.js"]);
  });

  test("is who may be a server, where none was found", () => {
    expect(looked({ "start.py": "from framework import go\ngo()\n" }).worth).toEqual(["start.py"]);
  });

  test("are not servers that plainly do the same, nor others beside a server, nor very many", () => {
    const plain = "s.listen(1)\ns.accept()\n";
    expect(looked({ "a.py": plain, "b.py": `${plain}pass\n` }).worth).toEqual([]);
    expect(looked({ "server_single.py": plain, "x.py": "print(1)\n" }).worth).toEqual([]);
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`part-${at}a.py`, `print(${at})\n`]));
    expect(looked(many).worth).toEqual([]);
  });
});

describe("what is seen", () => {
  const files = { "a.js": NODE, "b.js": `${NODE}b();` };

  test("tells which of two is which", () => {
    const { found } = looked(files, { "a.js": "event-loop", "b.js": "iterative" });
    expect(found).toEqual(["single: b.js", "multi: a.js"]);
  });

  test.each<[ModelName | null, ModelName | null]>([
    ["iterative", "iterative"],
    ["event-loop", "thread-pool"],
    [null, null],
    ["unknown", "silent"],
  ])("tells nothing where that is %s and %s", (a, b) => {
    expect(looked(files, { "a.js": a, "b.js": b }).found).toEqual([]);
  });
});
