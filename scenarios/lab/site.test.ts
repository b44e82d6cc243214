import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { siteWithLargeFile } from "./site.js";

test("the site can be named in a command: no separator at its end escapes a quote on Windows", () => {
  const folder = siteWithLargeFile();
  expect(folder).not.toMatch(/[\\/]$/);
  expect(statSync(join(folder, "large")).size).toBeGreaterThan(32 * 2 ** 20);
});
