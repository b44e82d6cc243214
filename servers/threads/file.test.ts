// Which file a thread runs, as its modules and the one file made of them grow old.

import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { threadFile } from "./file.js";

let dist: string;
const chosen = () => {
  const file = threadFile("thread", pathToFileURL(join(dist, "servers/threads/file.js")));
  return file.href.replace(`${pathToFileURL(dist).href}/`, "");
};

async function made(path: string, second: number): Promise<void> {
  await writeFile(join(dist, path), "");
  await utimes(join(dist, path), second, second);
}

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), "antre-threads-"));
  onTestFinished(() => rm(dist, { recursive: true }));
  await mkdir(join(dist, "servers/threads/bundle"), { recursive: true });
});

test("where its modules were put into one file, a thread runs that file", async () => {
  await made("tsconfig.tsbuildinfo", 1000);
  await made("servers/threads/bundle/thread.cjs", 1001);
  expect(chosen()).toBe("servers/threads/bundle/thread.cjs");
});

test("where something was compiled since, it runs its modules", async () => {
  await made("servers/threads/bundle/thread.cjs", 1000);
  await made("tsconfig.tsbuildinfo", 1001);
  expect(chosen()).toBe("servers/threads/thread.js");
});

test("where there is no such file, it runs its modules", async () => {
  await made("tsconfig.tsbuildinfo", 1000);
  expect(chosen()).toBe("servers/threads/thread.js");
});
