import { defineConfig } from "vitest/config";
import { tags } from "./testing/programs.js";
import { SkippedReporter } from "./testing/skipped-reporter.js";

const rooms = "{cli,servers,clients,scenarios,results,grading}";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    tags,
    reporters: ["default", new SkippedReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: [`${rooms}/**/*.test.ts`],
          exclude: ["**/*.long.test.ts"],
          maxWorkers: 4, // most of them wait for other programs
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: [`${rooms}/**/*.long.test.ts`],
          testTimeout: 600_000,
          hookTimeout: 600_000, // a compiler on a machine that is kept busy
          fileParallelism: false,
        },
      },
    ],
  },
});
