// Servers that nobody here wrote: what is said of them from outside must be what their documentation says, or what is
// as right from outside.

import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { confusionTable } from "../results/inquiry.js";
import { grid } from "../results/markdown.js";
import type { Result } from "../results/result.js";
import { texts } from "../results/texts/texts.js";
import { runScenario } from "./testing/command.js";
import { zoo } from "./zoo/zoo.js";

let result: Result;
beforeAll(async () => {
  ({ result } = await runScenario("zoo", "--trials", "2"));
}, 400_000);

test("no server of the zoo is taken for another model than its own", async () => {
  const wrong = result.servers.filter(({ asExpected }) => !asExpected);
  expect(
    wrong.map(({ name, model, modelSize, modelReason }) => ({ name, model, modelSize, modelReason })),
  ).toEqual([]);
  expect(result.servers.length).toBeGreaterThan(2);
  // The READMEs show what it says. When that changed on purpose, paste the table of results/runs/zoo.md.
  for (const [file, language] of [
    ["README.md", "en"],
    ["README.id.md", "id"],
  ] as const) {
    const shown = await readFile(new URL(`../${file}`, import.meta.url), "utf8");
    expect(shown).toContain(grid(confusionTable(result, texts(language))));
  }
});

test("in no hold is the next client said to fare otherwise than it does", () => {
  const wrong = result.servers.flatMap(({ name, holds }) => {
    const expected = zoo.find((server) => server.name === name)!.holds;
    return Object.entries(holds ?? {})
      .filter(([hold, { outcome }]) => outcome !== expected[hold as keyof typeof expected])
      .map(([hold, { outcome, why }]) => `${name}, ${hold}: ${outcome ?? why}`);
  });
  expect(wrong).toEqual([]);
});
