// The last line of a run in which tests were skipped because a program is missing.

import type { Reporter, TestModule } from "vitest/node";
import { tags } from "./programs.js";

const missing = new Set(tags.filter(({ skip }) => skip).map(({ name }) => name));

export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let count = 0;
    const wanted = new Set<string>();
    for (const module of modules) {
      for (const test of module.children.allTests("skipped")) {
        const lacks = test.tags.filter((tag) => missing.has(tag));
        if (lacks.length > 0) count++;
        for (const name of lacks) wanted.add(name);
      }
    }
    if (count === 0) return;
    const tests = count === 1 ? "1 test was" : `${count} tests were`;
    console.log(
      `${tests} skipped, because ${listed([...wanted].sort())} can't be found here. \`npm run setup\` installs what is missing.\n`,
    );
  }
}

const listed = (names: string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
