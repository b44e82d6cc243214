import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { anyResult } from "./any.test-data.js";
import { refuse, tryFolder } from "./folder.js";
import { formats, writeResult } from "./formats.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { failed, multi, run, single, surprising } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";

const result = run(single, multi);
const en = texts("en");
const none = new Map();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antre-results-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writing a result", () => {
  test("makes the folders, writes every format and says where", async () => {
    const paths = await writeResult(result, join(folder, "a", "b"), en);
    expect(paths).toEqual(
      ["json", "csv", "trace.json", "md", "svg", "html"].map((extension) =>
        join(folder, "a", "b", `two-clients.${extension}`),
      ),
    );
    expect(JSON.parse(await readFile(paths[0]!, "utf8"))).toEqual(result);
  });

  test("replaces what was there and leaves no temporary file behind", async () => {
    await writeFile(join(folder, "two-clients.json"), "old");
    await writeResult(result, folder, en);
    expect(await readFile(join(folder, "two-clients.json"), "utf8")).toBe(json(result));
    expect(await readdir(folder)).toHaveLength(6);
  });

  // Windows does not let a file be replaced that is open.
  test.skipIf(process.platform === "win32")("lets whoever reads go on reading what was there", async () => {
    const path = join(folder, "two-clients.json");
    await writeFile(path, "old");
    const reader = await open(path);
    onTestFinished(() => reader.close());
    await writeResult(result, folder, en);
    expect(await reader.readFile("utf8")).toBe("old");
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
    expect(await readdir(folder)).toHaveLength(6);
  });

  test("a path through a file is told with the reason", async () => {
    await writeFile(join(folder, "file"), "");
    const failure = await writeResult(result, join(folder, "file", "deep"), en).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: process.platform === "win32" ? "ENOENT" : "ENOTDIR" });
    if (process.platform !== "win32") expect(String(failure)).toContain("a part of the path is a file");
  });

  test("a folder that may not be written is told in plain words, and an error that is not the system's stays", () => {
    const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    expect(() => refuse("/there", denied, en)).toThrow("/there: EACCES, you may not write there.");
    const bug = new TypeError("x is not a function");
    expect(() => refuse("/there", bug, en)).toThrow(bug);
  });

  test("can be tried before: a folder that can be written is made and left empty, another one is told", async () => {
    await tryFolder(join(folder, "a", "b"), en);
    expect(await readdir(join(folder, "a", "b"))).toEqual([]);
    await writeFile(join(folder, "file"), "");
    await expect(tryFolder(join(folder, "file", "deep"), en)).rejects.toThrow("--out FOLDER");
  });

  test("writes the pictures where the result says they are", async () => {
    const picture = Buffer.from("png");
    await writeResult(result, folder, en, new Map([["two-clients/single-1.png", picture]]));
    expect(await readFile(join(folder, "two-clients", "single-1.png"))).toEqual(picture);
  });

  test("keeps what was measured, and writes the rest, when a format fails", async () => {
    await mkdir(join(folder, "two-clients.md", "full"), { recursive: true });
    const failure = await writeResult(result, folder, en).catch((error: unknown) => error);
    expect(String(failure)).toContain("two-clients.md");
    expect(JSON.parse(await readFile(join(folder, "two-clients.json"), "utf8"))).toEqual(result);
    expect(await readFile(join(folder, "two-clients.html"), "utf8")).toContain("</html>");
    expect(formats[0]!.name).toBe("json");
  });
});

describe("the formats", () => {
  test("JSON has microseconds at most and ends in a newline", () => {
    const text = json({ ...result, elapsedMs: 612.400049 });
    expect(text).toContain('"elapsedMs": 612.4,');
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("Markdown is as it was", async () => {
    vi.stubEnv("TZ", "UTC"); // it tells when the run began in the machine's own
    onTestFinished(() => void vi.unstubAllEnvs());
    const mixed = run(single, multi, failed, surprising);
    await expect((await markdown(mixed, en, none)).md).toMatchFileSnapshot("golden/run-en.md");
    await expect((await markdown(mixed, texts("id"), none)).md).toMatchFileSnapshot("golden/run-id.md");
  });

  test("a pipe, a tag or backticks in a command do not break the Markdown", async () => {
    const code = { file: "a.ts", text: "```\n" };
    const { md } = await markdown(run({ ...single, code, command: "cat x | `y` <b>" }), en, none);
    expect(md).toContain("cat x \\| \\`y\\` \\<b\\>");
    expect(md).toContain("````");
  });

  test("every row of a Markdown table has as many cells as its head, whatever the names", async () => {
    await fc.assert(
      fc.asyncProperty(anyResult, async (any) => {
        const { md } = await markdown(any, en, none);
        for (const grid of md.match(/(^\|.*\n)+/gm) ?? []) {
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
