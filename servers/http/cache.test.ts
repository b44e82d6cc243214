import type { Stats } from "node:fs";
import { expect, test } from "vitest";
import { FileCache, isSame, type Known } from "./cache.js";

const NOW = 1_800_000_000_000;

/** A file's state, last changed so many milliseconds before NOW. */
function stat(age: number, more: Partial<Stats> = {}): Stats {
  const ms = NOW - age;
  return { dev: 1, ino: 2, size: 3, mtimeMs: ms, ctimeMs: ms, ...more } as Stats;
}

const known = (stat: Stats, bytes = Buffer.from("abc")): Known => ({
  file: "/site/a",
  type: "text/plain",
  bytes,
  stat,
});

function cached(age: number, more: Partial<Stats> = {}): FileCache {
  const cache = new FileCache();
  cache.put("/a", known(stat(age, more)), NOW);
  return cache;
}

test("a file that has long been as it is, is known again", () => {
  expect(cached(5000).get("/a")).toEqual(known(stat(5000)));
  expect(cached(5000).get("/b")).toBeUndefined();
  expect(isSame(stat(5000), stat(5000))).toBe(true);
});

test("a file that was just changed, by either of its times, could change again unseen and is not kept", () => {
  expect(cached(1000).get("/a")).toBeUndefined();
  expect(cached(5000, { ctimeMs: NOW }).get("/a")).toBeUndefined();
  expect(cached(5000, { mtimeMs: NOW + 9000 }).get("/a")).toBeUndefined();
});

test.each(["dev", "ino", "size", "mtimeMs", "ctimeMs"] as const)(
  "a file whose %s differs is another one",
  (field) => {
    expect(isSame(stat(5000), stat(5000, { [field]: 9 }))).toBe(false);
  },
);

test("what is kept is bounded: the oldest goes first", () => {
  const cache = new FileCache();
  const kept = () => Array.from({ length: 100 }, (_, at) => cache.get(`${at}`) !== undefined);
  for (let at = 0; at < 100; at++) cache.put(`${at}`, known(stat(5000), Buffer.alloc(64 * 1024)), NOW);
  expect(kept().filter(Boolean).length).toBe(15);
  expect(kept().lastIndexOf(false)).toBe(84);
});
