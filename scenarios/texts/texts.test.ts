import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "./en.js";
import { id } from "./id.js";

describe("the reasons for a model", () => {
  const figures = {
    held: 2,
    limit: 2,
    said: [3, null],
    threads: [1, 5],
    processes: [1, 5],
    accepted: null,
  } as const;

  test("count one as one", () => {
    for (const reason of Object.values(en.modelReasons)) {
      expect(reason(figures)).not.toMatch(/\b1 (processes|threads)\b/);
    }
    expect(en.modelReasons["processes up to"](figures)).toContain("1 process became 5");
    expect(en.modelReasons["workers are threads"](figures)).toContain("there was 1 thread in the beginning");
  });

  test("are the same in both languages", () => {
    expect(Object.keys(id.modelReasons)).toEqual(Object.keys(en.modelReasons));
  });
});

/** What people read in Bahasa Indonesia: the texts of every room, and the pages beside the README. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const indonesian = [
  ...["clients", "grading", "results", "scenarios", "servers"].flatMap((room) =>
    readdirSync(join(root, room, "texts"), { encoding: "utf8", recursive: true })
      .filter((file) => /^id\b.*\.ts$/.test(file))
      .map((file) => join(room, "texts", file)),
  ),
  ...readdirSync(root).filter((file) => file.endsWith(".id.md")),
];

test.each(indonesian)("in %s, one thing has one word, the one that students say", (file) => {
  const wanted = {
    berkas: "file",
    peramban: "browser",
    galat: "error",
    soket: "socket",
    penyangga: "buffer",
    harapan: "dugaan",
    kesabaran: "waktu tunggu",
    separuh: "setengah",
    nasib: "hasil",
    "papan ketik": "keyboard",
    "(?:ditahan|menahan|dipertahankan)": "tetap terhubung",
  };
  const text = readFileSync(join(root, file), "utf8");
  for (const [word, instead] of Object.entries(wanted))
    expect(new RegExp(`\\b${word}`, "i").exec(text)?.[0], `${instead} is the word`).toBeUndefined();
});
