// Archives of every bad kind, opened: nothing gets outside, and a bomb does not go off.
// @module-tag python3

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sourcePath } from "../../scenarios/source-folder.js";
import { folder, SUBMISSIONS } from "../testing/grade.js";
import { unpack } from "./archive.js";
import { copyFolder, Unopened } from "./folder.js";
import { openSubmission } from "./opened.js";

let made: string;
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), "antre-test-"));
  const right = join(SUBMISSIONS, "python-right");
  execFileSync("python3", [sourcePath("../testing/archives.py", import.meta.url), made, right]);
});
afterAll(() => rmSync(made, { recursive: true }));

const everything = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();

describe.skipIf(process.platform === "win32")("an archive", () => {
  test.each([
    ["zip-outside.zip", ["work/link/antre-through-link.txt", "work/server_single.py"], 4],
    ["tar-outside.tar.gz", ["server_single.py"], 5],
  ])("%s is unpacked inside its folder only", async (name, files, leftOut) => {
    const to = join(folder(), "a", "b", "c");
    const contents = await unpack(join(made, name), to);
    expect(contents.files).toEqual(files);
    expect(contents.leftOut).toHaveLength(leftOut);
    for (const up of [dirname(to), dirname(dirname(to)), dirname(dirname(dirname(to)))])
      expect(everything(up).filter((path) => path.includes("outside"))).toEqual([]);
    expect(existsSync("/tmp/antre-outside.txt")).toBe(false);
    expect(existsSync("/tmp/antre-through-link.txt")).toBe(false);
    for (const path of everything(to)) expect(lstatSync(join(to, path)).isSymbolicLink()).toBe(false);
    const program = files.find((file) => file.endsWith("server_single.py"))!;
    const source = readFileSync(join(SUBMISSIONS, "python-right/server_single.py"));
    expect(readFileSync(join(to, program))).toEqual(source);
  });

  test.each([
    ["bomb.zip", "too large"],
    ["broken.zip", "broken"],
  ])("%s is refused: %s", async (name, why) => {
    const refused = unpack(join(made, name), join(folder(), "to"));
    await expect(refused).rejects.toThrow(Unopened);
    await expect(refused).rejects.toMatchObject({ why });
  });
});

describe.skipIf(process.platform === "win32")("a folder", () => {
  test("that holds one archive and no program is what the archive holds, opened as safely", async () => {
    const from = folder();
    cpSync(join(made, "zip-outside.zip"), join(from, "tugas.zip"));
    writeFileSync(join(from, "laporan.pdf"), "");
    const { contents } = await openSubmission(from, folder());
    expect(contents.files).toContain("work/server_single.py");
    expect(contents.leftOut).toHaveLength(4);
    writeFileSync(join(from, "client.py"), "");
    expect((await openSubmission(from, folder())).contents.files).toContain("client.py");
  });

  test("that holds one archive of a strange kind says so", async () => {
    const from = folder();
    writeFileSync(join(from, "tugas.rar"), "");
    await expect(openSubmission(from, folder())).rejects.toMatchObject({
      why: "strange",
      detail: "tugas.rar",
    });
  });

  test("is copied without its links, and without what tools leave behind", async () => {
    const from = folder();
    writeFileSync(join(from, "a.py"), "print(1)");
    symlinkSync("/etc", join(from, "etc"));
    symlinkSync("a.py", join(from, "b.py"));
    writeFileSync(join(from, "._a.py"), "");
    const to = join(folder(), "copy");
    expect(await copyFolder(from, to)).toEqual({ files: ["a.py"], leftOut: ["b.py", "etc"].sort() });
    expect(readdirSync(to)).toEqual(["a.py"]);
  });
});
