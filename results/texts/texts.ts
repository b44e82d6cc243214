// What people read about a run, in each language. `en` is the reference: a language that lacks a key does not compile.

import { en } from "./en.js";
import { id } from "./id.js";

export type { Cause, Figures } from "./en.js";

export type Texts = typeof en;

export const languages = ["en", "id"] as const;

export type Language = (typeof languages)[number];

/** `--lang` named a language that nobody has written; the caller says so. */
export class UnknownLanguageError extends Error {
  readonly language: string;

  constructor(language: string) {
    super(`unknown language "${language}": choose one of ${languages.join(", ")}`);
    this.name = "UnknownLanguageError";
    this.language = language;
  }
}

/** Everything that people read, in that language. */
export function texts(language: Language): Texts {
  return { en, id }[language];
}

/**
 * The language asked for with `--lang`, else the one of the environment, else English. Of LC_ALL, LC_MESSAGES and LANG
 * the first that is not empty decides, even if it names a language that we lack (POSIX, Base Definitions §8.2).
 * Throws UnknownLanguageError for an option that is no language of ours.
 */
export function chooseLanguage(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (option !== undefined) {
    const asked = languages.find((language) => language === option.toLowerCase());
    if (!asked) throw new UnknownLanguageError(option);
    return asked;
  }
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return languages.find((language) => locale.toLowerCase().split(/[_.@-]/)[0] === language) ?? "en";
}
