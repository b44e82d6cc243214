import { describe, expect, test } from "vitest";
import { en } from "./en.js";
import { id } from "./id.js";

/** Every leaf by its path; a function is called with marks, so that the values it says can be read off. */
function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value === "function")
    return new Map([[path, called(value as (...args: unknown[]) => string, path)]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, each]) => [...leaves(each, `${path}.${key}`)]),
  );
}

/** What these take is neither a text nor a number. */
const ARGUMENTS: [RegExp, unknown[]][] = [
  [/^\.command\.badRubric$/, ["«0»", "«1»", { kind: "yaml", detail: "«2»" }]],
  [/^\.command\.(badWord|noRubric)$/, ["«0»", "«1»", ["«2»"]]],
  [/^\.command\.(passedOver|programsBeside)$/, [["«0»"]]],
  [/^\.command\.doing$/, ["«0»", "«1»", ["«2»"]]],
  [/^\.command\.graded$/, ["«0»", "«1»", "«2»", "«3»", "«4»", true]],
  [
    /^\.checks\..*\.(title|expected)$/,
    [{ ways: ["«0»"], accept: ["iterative"], clients: "«1»", also: ["«2»"], start: ["«3»"] }],
  ],
  [/^\.kernel$/, [{ accepted: false, acceptQueue: "«0»", unreadBytes: "«1»" }]],
  [/^\.hold$/, ["kept", "answered"]],
  [/^\.got\.(someHolds|wentOn|typed)$/, [["«0»"]]],
  [/^\.got\.notFound/, [["«0»"]]],
  [/^\.told\.content$/, ["threads"]],
  [/^\.told\.looking$/, ["iterative"]],
  [/^\.submission\.untold$/, [["«0»"], "«1»", "«2»"]],
  [/^\.submission\.otherWork/, [["«0»"]]],
  [/^\.hints\.model$/, [["«0»"]]],
  [/^\.hints\.(secondLost|otherVerdict)$/, ["blocks"]],
  [/^\.hints\.notFound/, ["single", "«1»"]],
  [/^\.submission\.(leftOut|undecided)$/, [["«0»"]]],
  [/^\.submission\.undecidedAll$/, [["«0»"], "«1»"]],
];

function called(say: (...args: unknown[]) => string, path: string): string {
  const marks = Array.from({ length: 6 }, (_, index) => `«${index}»`);
  return say(...(ARGUMENTS.find(([pattern]) => pattern.test(path))?.[1] ?? marks));
}

const placeholders = (text: string) => [...new Set(text.toLowerCase().match(/«\w+»/g))].sort();

describe("the texts about grades", () => {
  const [english, indonesian] = [leaves(en), leaves(id)];

  test("have the same keys in both languages", () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("say the same values in both languages", () => {
    for (const [key, text] of english)
      expect(placeholders(indonesian.get(key)!), key).toEqual(placeholders(text));
  });

  test("are nowhere empty, and hold no character that a console may lack", () => {
    for (const [key, text] of [...english, ...indonesian]) {
      if (key !== ".hints.unanswered.answered") expect(text.trim(), key).not.toBe("");
      expect(text.replace(/[«»]/g, ""), key).toMatch(/^[ -~\n]*$/);
    }
  });

  test("join two things without a comma, and more with one, as Indonesian does", () => {
    const models = (...accept: string[]) => id.checks.model.expected({ accept });
    expect(models("thread-pool", "event-loop")).toMatch(/: sejumlah thread yang tetap atau event loop\.$/);
    expect(models("prefork", "thread-pool", "event-loop")).toMatch(
      /tetap, sejumlah .* tetap, atau event loop\.$/,
    );
  });

  test("are translated", () => {
    const same = [...english].filter(
      ([key, text]) => indonesian.get(key) === text && /[a-z]{3} [a-z]{3}/i.test(text),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});
