// What doctor and setup say, in each language. `en` is the reference: a language that lacks a key does not compile.

import type { Language } from "../../results/texts/texts.js";
import { en } from "./en.js";
import { id } from "./id.js";

export type { Purpose } from "./en.js";
export type Texts = typeof en;

export const texts: Record<Language, Texts> = { en, id };
