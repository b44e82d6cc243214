import { defineConfig } from "vitest/config";

/** What main.js says of a part: see parts.js. */
const { tests, without = [] } = JSON.parse(process.env.ANTRE_MUTATION ?? '{ "tests": [] }');

export default defineConfig({
  test: {
    include: tests,
    testTimeout: 30_000,
    ...(without.length > 0 && { testNamePattern: `^(?!.*(${without.join("|")}))` }),
  },
});
