import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the site can be named in a command: no separator at its end escapes a quote on Windows", async () => {
  const built = new URL("../../dist/scenarios/lab/site.js", import.meta.url); // it lies beside the built program
  const { siteWithLargeFile } = (await import(built.href)) as typeof import("./site.js");
  const folder = siteWithLargeFile();
  expect(folder).not.toMatch(/[\\/]$/);
  expect(statSync(join(folder, "large")).size).toBeGreaterThan(32 * 2 ** 20);
});
