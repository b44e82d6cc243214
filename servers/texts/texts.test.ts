import { expect, test } from "vitest";
import { chooseLanguage, texts } from "./texts.js";

test("every text exists in both languages, takes as much, and differs", () => {
  const { en, id } = texts;
  expect(Object.keys(id)).toEqual(Object.keys(en));
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    if (key === "reasons") continue;
    const [english, indonesian] = [en[key], id[key]] as ((...args: unknown[]) => string)[];
    const args = ["EADDRINUSE", "⟨2⟩", "⟨3⟩", "⟨4⟩"].slice(0, english!.length);
    expect(indonesian!.length, key).toBe(english!.length);
    const [said, dikatakan] = [english!(...args), indonesian!(...args)];
    expect(dikatakan, key).not.toBe(said);
    for (const arg of args) expect(dikatakan.includes(arg), `${key}: ${arg}`).toBe(said.includes(arg));
    expect(`${said}${dikatakan}`, key).not.toMatch(/undefined|[ \t]$/m);
  }
});

test("why a message is refused is said in both languages", () => {
  const { en, id } = texts;
  expect(Object.keys(id.reasons).sort()).toEqual(Object.keys(en.reasons).sort());
  for (const reason of Object.keys(en.reasons) as (keyof typeof en.reasons)[])
    expect(id.reasons[reason]).not.toBe(en.reasons[reason]);
});

test("why it cannot listen is said for each error in both languages", () => {
  for (const code of ["EADDRINUSE", "EACCES", "EADDRNOTAVAIL", "ENETDOWN"]) {
    for (const { cannotListen } of Object.values(texts)) {
      expect(cannotListen(code, "127.0.0.1", 80)).toMatch(new RegExp(`^${code}: .*\\.$`));
    }
  }
});

test.each([
  ["id", {}, "id"],
  ["en", { LANG: "id_ID.UTF-8" }, "en"],
  [undefined, {}, "en"],
  [undefined, { LANG: "id_ID.UTF-8" }, "id"],
  [undefined, { LANG: "id" }, "id"],
  [undefined, { LANG: "C.UTF-8" }, "en"],
  [undefined, { LANG: "ido_XX" }, "en"],
  [undefined, { LANG: "en_US", LC_MESSAGES: "id_ID" }, "id"],
  [undefined, { LC_ALL: "", LC_MESSAGES: "", LANG: "id_ID" }, "id"],
  [undefined, { LC_ALL: "en_GB", LC_MESSAGES: "id_ID", LANG: "id_ID" }, "en"],
])("--lang %s in %j: %s", (option, environment, language) => {
  expect(chooseLanguage(option, environment)).toBe(language);
});
