import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: JSON.parse(process.env.ANTRE_MUTATION_TESTS ?? "[]"), passWithNoTests: true },
});
