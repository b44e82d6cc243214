// Which form is a program's: the forms are tried one after the other, until a client asks for the very page that was
// named, or a server listens. What it prints meanwhile, a usage line say, tells more forms.

import { type Form, formOf, same } from "./form.js";
import { distinct, type Plan } from "./plan.js";
import { usageForms } from "./usage.js";

/**
 * How far it came. refused: it said how it is used, and ended. stuck: whatever it is told, it works without end, or
 * lacks something. fits: it asked the server that it was told for the page that was named; or, a server, it listens.
 */
export type Grip = "refused" | "ended" | "stuck" | "waits" | "connects" | "asks" | "elsewhere" | "fits";
const GRIPS: readonly Grip[] = [
  "refused",
  "ended",
  "stuck",
  "waits",
  "connects",
  "asks",
  "elsewhere",
  "fits",
];

/** What is seen of one try. */
export interface Seen {
  grip: Grip;
  /** What it asked for, where it was not the page: with a / too few, or one too many. */
  slash: "missing" | "double" | null;
  /** What else it may have asked for at its keyboard than a name. */
  typed: "{path}" | "{url}" | null;
  output: string;
}

/** What is seen of a try at which nothing was asked. */
export const seen = (grip: Grip, output: readonly string[]): Seen => ({
  grip,
  slash: null,
  typed: null,
  output: output.join("\n"),
});

export interface Tried<T> {
  form: Form;
  result: T;
  grip: Grip;
}

/** So many forms are tried; of those that wait and ask nothing, so many: each takes some seconds. */
const MOST_TRIES = 10;
const MOST_WAITS = 3;
const UNCONNECTED: ReadonlySet<Grip> = new Set(["ended", "stuck", "waits"]);
const ENDED: ReadonlySet<Grip> = new Set(["refused", "ended"]);

/** Tries forms until one fits. Tells all that were tried: the best is the first of those that came furthest. */
export async function search<T>(
  plan: Plan,
  attempt: (form: Form) => Promise<Seen & { result: T }>,
  help: () => Promise<string>,
): Promise<Tried<T>[]> {
  const tried: Tried<T>[] = [];
  let { hinted } = plan;
  let { mayHelp } = plan;
  const isNew = (form: Form) => !tried.some((one) => same(one.form, form));
  const learn = (output: string) => {
    hinted = distinct([...hinted, ...usageForms(output, plan.vocabulary).map((words) => formOf(words))]);
  };
  while (tried.length < MOST_TRIES) {
    const best = bestGrip(tried);
    const waits = tried.filter(({ grip }) => grip === "waits").length;
    const mostUsual = ENDED.has(best) ? MOST_TRIES : best === "waits" ? MOST_WAITS - waits : 0;
    const usual = plan.usual.filter(isNew).slice(0, Math.max(0, mostUsual));
    let next = hinted.find(isNew);
    if (next === undefined && mayHelp && (ENDED.has(best) || best === "elsewhere")) {
      mayHelp = false;
      learn(await help());
      next = hinted.find(isNew);
    }
    next ??= usual[0] ?? (best === "elsewhere" ? plan.insteadOfItsOwn.find(isNew) : undefined);
    // One that has connected and asked for nothing, or for another page, may have missed a name.
    if (plan.hinted.length === 0 && (best === "connects" || best === "asks"))
      next ??= plan.usual.find((form) => form.words.length > 2 && isNew(form));
    if (next === undefined) break;
    const { result, grip, slash, typed, output } = await attempt(next);
    tried.push({ form: next, result, grip });
    if (grip === "fits" || grip === "stuck") break;
    learn(output);
    const variant = next.given ? slash && withSlash(next, slash) : typed && formOf(next.words, "", typed);
    if (variant !== null && isNew(variant)) hinted.unshift(variant);
  }
  return tried;
}

/** The first of those that came furthest. Where none connected, one says as much as another. */
export const bestOf = <T>(tried: readonly Tried<T>[]): Tried<T> => {
  const best = bestGrip(tried);
  const alike = (grip: Grip) => grip === best || (UNCONNECTED.has(grip) && UNCONNECTED.has(best));
  return tried.find(({ grip }) => alike(grip))!;
};

const bestGrip = (tried: readonly { grip: Grip }[]): Grip =>
  GRIPS[Math.max(0, ...tried.map(({ grip }) => GRIPS.indexOf(grip)))]!;

/** The same form with a / in front of the name, or without it; null: the form has no such name. */
function withSlash({ words }: Form, slash: "missing" | "double"): Form | null {
  const [from, to] = slash === "missing" ? ["{file}", "{path}"] : ["{path}", "{file}"];
  const other = words.map((word) => (word === from ? to : word));
  return other.join("\0") === words.join("\0") ? null : formOf(other);
}
