// npm run bench: Antre's own speed. The machine's speed drifts, so that absolute figures say little: what is compared is
// measured in turn, A B A B, and told as ratios. With words, only the lines that contain one of them: npm run bench -- single

import { parseArgs } from "node:util";
import { endurance } from "./endurance.js";
import { lab } from "./lab.js";
import { servers } from "./servers.js";

/** One line of the bench. */
export interface Line {
  name: string;
  /** Measures it. What it answers is printed after the name. */
  measure(): Promise<string>;
}

const { positionals: wanted } = parseArgs({ allowPositionals: true });
const all = [...servers, ...lab, ...endurance];
const lines = all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (lines.length === 0) {
  console.error(`No line contains ${wanted.join(" or ")}. There are:`);
  for (const { name } of all) console.error(`  ${name}`);
  process.exitCode = 2;
}
for (const { name, measure } of lines) console.log(`${name}: ${await measure()}`);
