// Changes the code of the pure parts in one place after the other, and counts the changes that no test catches.
// node testing/mutation/main.js [PART…]

import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import Table from "cli-table3";
import { parts } from "./parts.js";

const CAUGHT = ["Killed", "Timeout"];
const COUNTED = [...CAUGHT, "Survived", "NoCoverage"];
/** So many of a hundred must be caught in each file, and in all together. */
const LEAST = { file: 80, all: 85 };

const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

/** @type {import("@stryker-mutator/api/core").MutantResult[]} */
const mutants = [];
const started = performance.now();
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const { files, ...chosen } = parts[name];
  process.env.ANTRE_MUTATION = JSON.stringify(chosen);
  const stryker = new Stryker({
    testRunner: "vitest",
    vitest: { configFile: "testing/mutation/vitest.config.ts" },
    mutate: files,
    // Stryker would rewrite tsconfig.json by an API that TypeScript 7 has no more; these tests do without.
    ignorePatterns: ["dist", "results/sample", "tsconfig.json"],
    concurrency: 1,
    reporters: ["html", "json", process.stdout.isTTY ? "progress" : "progress-append-only"],
    htmlReporter: { fileName: `reports/mutation/${name}.html` },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    tempDirName: "reports/sandbox",
    logLevel: "warn",
    warnings: { slow: false },
  });
  console.error(`${name} …`);
  mutants.push(...(await stryker.runMutationTest()));
}

const count = (some, ...statuses) => some.filter(({ status }) => statuses.includes(status)).length;
const row = (what, some, least) => {
  const all = count(some, ...COUNTED);
  const caught = count(some, ...CAUGHT);
  const score = (100 * caught) / all;
  if (score < least) process.exitCode = 1;
  return [what, all, caught, count(some, "Survived"), count(some, "NoCoverage"), score.toFixed(1)];
};
const table = new Table({
  head: ["file", "mutants", "killed", "survived", "no coverage", "score, %"],
  colAligns: ["left", "right", "right", "right", "right", "right"],
  style: { head: [], border: [] },
});
for (const file of new Set(mutants.map(({ fileName }) => fileName)))
  table.push(
    row(
      relative(process.cwd(), file),
      mutants.filter(({ fileName }) => fileName === file),
      LEAST.file,
    ),
  );
table.push(row("all", mutants, LEAST.all));
console.log(`${table}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s. Which survived: reports/mutation/*.html`);
