import { describe, expect, test } from "vitest";
import { decidedBy } from "./decided.js";
import { html } from "./html.js";
import { markdown } from "./markdown.js";
import { failed, multi, run, single } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";

describe.each(["en", "id"] as const)("how it was decided (%s)", (language) => {
  const say = texts(language);
  const of = (scenario: string) => ({ ...run(single, multi), scenario });

  test("is told of each scenario in its own way, and speaks of a second client only where there is one", () => {
    const others = ["one-client", "holds", "model", "pool-limit", "backlog", "zoo"].map((name) =>
      decidedBy(of(name), say).join(" "),
    );
    const pair = decidedBy(of("two-browsers"), say).join(" ");
    expect(new Set([...others, pair]).size).toBe(others.length + 1);
    expect(pair).toMatch(/(client|klien) 2/);
    for (const alone of ["one-client", "one-browser", "not-found"])
      expect(decidedBy(of(alone), say).join(" ")).not.toMatch(/(client|klien) 2/i);
  });

  test("says which of several trials is shown, wherever there are trials", () => {
    for (const trials of ["two-clients", "client-and-browser", "one-client", "not-found", "holds", "zoo"])
      expect(decidedBy(of(trials), say).join(" ")).toMatch(/--trials.* median/);
  });

  test("is left out where nothing was begun", async () => {
    const none = run(failed);
    expect(decidedBy(none, say)).toEqual([]);
    const { md } = await markdown(none, say, new Map());
    const page = await html(none, say, new Map());
    for (const text of [md, page.html]) expect(text).not.toContain(say.decidedTitle);
    expect((await markdown(of("backlog"), say, new Map())).md).toContain(say.decidedTitle);
  });
});
