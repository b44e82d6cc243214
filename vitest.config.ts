import { defineConfig } from "vitest/config";

const rooms = "{cli,servers,clients,scenarios,results,grading}";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: "quick", include: [`${rooms}/**/*.test.ts`], exclude: ["**/*.long.test.ts"] },
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
