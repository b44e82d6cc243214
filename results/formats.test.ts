import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anyResult } from "./any.test-data.js";
import { formats, writeResult } from "./formats.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { failed, multi, run, single, surprising } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";

const result = run(single, multi);
const en = texts("en");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antre-results-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writing a result", () => {
  test("makes the folders, writes every format and says where", async () => {
    const paths = await writeResult(result, join(folder, "a", "b"), en);
    expect(paths).toEqual(formats.map(({ extension }) => join(folder, "a", "b", `two-clients.${extension}`)));
    expect(JSON.parse(await readFile(paths[0]!, "utf8"))).toEqual(result);
  });

  test("replaces what was there and leaves no temporary file behind", async () => {
    await writeFile(join(folder, "two-clients.json"), "old");
    await writeResult(result, folder, en);
    expect(await readFile(join(folder, "two-clients.json"), "utf8")).toBe(json(result));
    expect((await readdir(folder)).length).toBe(formats.length);
  });

  test("a file in the folder's place is told with its path, the reason and a remedy", async () => {
    const path = join(folder, "file");
    await writeFile(path, "");
    const failure = await writeResult(result, path, en).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "EEXIST" });
    expect(String(failure)).toContain(path);
    expect(String(failure)).toContain("--out FOLDER");
  });

  test("a folder in the file's place is told too, and no temporary file stays", async () => {
    await mkdir(join(folder, "two-clients.json", "full"), { recursive: true });
    const failure = await writeResult(result, folder, texts("id")).catch((error: unknown) => error);
    expect(String(failure)).toContain(join(folder, "two-clients.json"));
    expect(failure).toHaveProperty("code");
    expect(await readdir(folder)).toEqual(["two-clients.json"]);
  });

  // Root may write anywhere, and Windows has other permissions.
  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a folder that may not be written is told",
    async () => {
      await chmod(folder, 0o500);
      const failure = await writeResult(result, folder, en).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: "EACCES" });
      expect(String(failure)).toContain("you may not write there");
    },
  );
});

describe("the formats", () => {
  test("JSON has microseconds at most and ends in a newline", () => {
    const text = json({ ...result, elapsedMs: 612.400049 });
    expect(text).toContain('"elapsedMs": 612.4,');
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("Markdown is as it was", async () => {
    const mixed = run(single, multi, failed, surprising);
    await expect(markdown(mixed, en)).toMatchFileSnapshot("golden/run-en.md");
    await expect(markdown(mixed, texts("id"))).toMatchFileSnapshot("golden/run-id.md");
  });

  test("a pipe, a tag or backticks in a command do not break the Markdown", () => {
    const text = markdown(run({ ...single, name: "a```b", command: "cat x | `y` <b>" }), en);
    expect(text).toContain("cat x \\| \\`y\\` \\<b\\>");
    expect(text).toContain("````text");
  });

  test("every row of a Markdown table has as many cells as its head, whatever the names", () => {
    fc.assert(
      fc.property(anyResult, (any) => {
        for (const grid of markdown(any, en).match(/(^\|.*\n)+/gm) ?? []) {
          const cells = grid
            .trim()
            .split("\n")
            .map((line) => line.replace(/\\./g, "").split("|").length);
          expect(new Set(cells).size).toBe(1);
        }
      }),
    );
  });

  test("JSON can be read back, whatever the result", () => {
    fc.assert(
      fc.property(anyResult, (any) => {
        expect(JSON.parse(json(any))).toMatchObject({ scenario: any.scenario, machine: any.machine });
      }),
    );
  });
});
