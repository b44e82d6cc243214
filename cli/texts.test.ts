import { describe, expect, test } from "vitest";
import { texts } from "./texts/texts.js";

/** All that is said, by its path: a text, or what a function says of these values. */
function said(entry: unknown, path = ""): [string, string][] {
  if (typeof entry === "string") return [[path, entry]];
  if (typeof entry === "function")
    return [[path, String(wantsList(path) ? entry(["«0»"], "«1»") : entry("«0»", "«1»", "«2»"))]];
  if (entry instanceof RegExp) return [];
  return Object.entries(entry as object).flatMap(([key, value]) => said(value, `${path}.${key}`));
}

const wantsList = (path: string): boolean =>
  /\.(cannotRun|lacking|missingAmong|plan|unknownSystem|stillMissing)$/.test(path);

describe("the texts of doctor and setup", () => {
  const [english, indonesian] = [new Map(said(texts.en)), new Map(said(texts.id))];

  test("have the same keys in both languages", () => {
    expect([...indonesian.keys()]).toEqual([...english.keys()]);
  });

  test.each([...english.keys()])("%s says the same values, in characters that every console has", (path) => {
    const values = (text: string) => [...new Set(text.match(/«\d»/g))].sort();
    expect(values(indonesian.get(path)!)).toEqual(values(english.get(path)!));
    for (const text of [english.get(path)!, indonesian.get(path)!])
      expect(text.replace(/[«»]/g, "")).toMatch(/^[ -~\n]*$/);
  });
});
