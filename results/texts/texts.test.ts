import { describe, expect, test } from "vitest";
import { en } from "./en.js";
import { id } from "./id.js";
import { chooseLanguage, UnknownLanguageError } from "./texts.js";

/** Every leaf by its path; a function is called with marks, so that the values it says can be read off. */
function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "function") {
    const marks = path.startsWith(".notes.")
      ? [(name: string) => `«${name}»`]
      : Array.from({ length: 6 }, (_, index) => `«${index}»`);
    return new Map([[path, value(...marks)]]);
  }
  if (typeof value === "string") return new Map([[path, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, each]) => [...leaves(each, `${path}.${key}`)]),
  );
}

const placeholders = (text: string) => [...new Set(text.match(/«\w+»/g))].sort();

describe("the texts", () => {
  const [english, indonesian] = [leaves(en), leaves(id)];

  test("have the same keys in both languages", () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("say the same values in both languages", () => {
    for (const [key, text] of english) {
      expect(placeholders(indonesian.get(key)!), key).toEqual(placeholders(text));
    }
  });

  test("are nowhere empty, except for a place that is not known, and hold no character that a console may lack", () => {
    for (const [key, text] of [...english, ...indonesian]) {
      if (key !== ".where.unknown") expect(text.trim(), key).not.toBe("");
      expect(text.replace(/[«»]/g, ""), key).toMatch(/^[ -~]*$/);
    }
  });

  test("call a client a klien in Bahasa Indonesia, and leave other names alone", () => {
    expect(id.client("client 2")).toBe("klien 2");
    expect(id.client("browser 1")).toBe("browser 1");
  });
});

describe("the language", () => {
  test.each([
    ["the option goes before the environment", "id", { LC_ALL: "en_US.UTF-8" }, "id"],
    ["the option may be in capitals", "EN", { LANG: "id_ID" }, "en"],
    [
      "LC_ALL goes before the others",
      undefined,
      { LC_ALL: "id_ID.UTF-8", LC_MESSAGES: "en", LANG: "en" },
      "id",
    ],
    ["an empty LC_ALL does not count", undefined, { LC_ALL: "", LC_MESSAGES: "id", LANG: "en" }, "id"],
    ["LANG comes last", undefined, { LANG: "id_ID.UTF-8" }, "id"],
    ["a language that we lack hides the ones after it", undefined, { LC_ALL: "fr_FR", LANG: "id_ID" }, "en"],
    ["C is English", undefined, { LC_ALL: "C.UTF-8", LANG: "id_ID" }, "en"],
    ["another language that begins alike is not ours", undefined, { LANG: "idx" }, "en"],
    ["nothing is English", undefined, {}, "en"],
  ])("%s", (_rule, option, env, language) => {
    expect(chooseLanguage(option, env)).toBe(language);
  });

  test.each(["fr", "", "id_ID"])("--lang %j is an error that names it", (option) => {
    expect(() => chooseLanguage(option, {})).toThrow(UnknownLanguageError);
    expect(() => chooseLanguage(option, {})).toThrow(`"${option}"`);
  });
});
