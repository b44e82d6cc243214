// What the servers say, in each language. `en` is the reference: a language that lacks a key does not compile.

import { en } from "./en.js";
import { id } from "./id.js";

export type ServerTexts = typeof en;
export type Language = "en" | "id";

export const texts: Record<Language, ServerTexts> = { en, id };

/** The language asked for with --lang, else the one of the environment (LC_ALL, LC_MESSAGES, LANG), else English. */
export function chooseLanguage(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  const wanted = option ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || "en");
  return /^id([_.-]|$)/i.test(wanted) ? "id" : "en";
}
