import { describe, expect, test } from "vitest";
import { en } from "./en.js";
import { id } from "./id.js";

type Entry = string | ((...values: never[]) => string);

const say = (entry: Entry): string =>
  typeof entry === "function" ? entry(...(["«0»", "«1»", "«2»"] as never[])) : entry;

describe("the client's texts", () => {
  test("have the same keys in both languages", () => {
    expect(Object.keys(id)).toEqual(Object.keys(en));
  });

  test.each(Object.keys(en) as (keyof typeof en)[])(
    "%s says the same values, in characters that every console has",
    (key) => {
      const [english, indonesian] = [say(en[key]), say(id[key])];
      const values = (text: string) => [...new Set(text.match(/«\d»/g))].sort();
      expect(values(indonesian)).toEqual(values(english));
      for (const text of [english, indonesian]) expect(text.replace(/[«»]/g, "")).toMatch(/^[ -~\n]+$/);
    },
  );

  test("the report's prompt is kept", () => {
    expect(id.prompt).toBe("Isi nama file (atau 'exit'): ");
  });

  test.each(["EEXIST", "ENOENT", "EACCES", "EISDIR", "ENOSPC"])("%s while saving names the file", (code) => {
    for (const texts of [en, id]) expect(texts.cannotSave(code, "a.html")).toContain("a.html");
  });

  test.each(["ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH", "EADDRNOTAVAIL"])("%s names the server", (code) => {
    for (const texts of [en, id]) expect(texts.cannotConnect(code, "a:80")).toContain("a:80");
  });
});
