import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { en } from "./en.js";
import { id } from "./id.js";

describe("the reasons for a model", () => {
  const figures = { held: 2, limit: 2, threads: [1, 5], processes: [1, 5], accepted: null } as const;

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

test("one thing has one word in Bahasa Indonesia, the one that students say", () => {
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
  };
  const files = ["results", "scenarios", "clients", "servers"].map((room) => `../../${room}/texts/id.ts`);
  for (const file of [...files, "../../README.id.md"]) {
    const text = readFileSync(new URL(file, import.meta.url), "utf8");
    for (const [word, instead] of Object.entries(wanted)) {
      expect(new RegExp(`\\b${word}`, "i").test(text), `${file}: ${instead}, not ${word}`).toBe(false);
    }
  }
});
