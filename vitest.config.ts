import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{servers,clients,scenarios,results}/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
