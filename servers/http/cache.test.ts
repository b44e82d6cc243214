import type { Stats } from "node:fs";
import { expect, test } from "vitest";
import { FileCache } from "./cache.js";

const NOW = 1_800_000_000_000;

/** A file's state, last changed so many milliseconds before NOW. */
function stat(age: number, more: Partial<Stats> = {}): Stats {
  const ms = NOW - age;
  return { dev: 1, ino: 2, size: 3, mtimeMs: ms, ctimeMs: ms, ...more } as Stats;
}

function cached(age: number, more: Partial<Stats> = {}): FileCache {
  const cache = new FileCache();
  cache.put("a", Buffer.from("abc"), stat(age, more), NOW);
  return cache;
}

test("a file that has long been as it is, is known again", () => {
  expect(cached(5000).get("a", stat(5000))?.toString()).toBe("abc");
  expect(cached(5000).get("b", stat(5000))).toBeNull();
});

test("a file that was just changed, by either of its times, could change again unseen and is not kept", () => {
  expect(cached(1000).get("a", stat(1000))).toBeNull();
  expect(cached(5000, { ctimeMs: NOW }).get("a", stat(5000))).toBeNull();
  expect(cached(5000, { mtimeMs: NOW + 9000 }).get("a", stat(5000))).toBeNull();
});

test.each(["dev", "ino", "size", "mtimeMs", "ctimeMs"] as const)(
  "a file whose %s differs is another one",
  (field) => {
    expect(cached(5000).get("a", stat(5000, { [field]: 9 }))).toBeNull();
  },
);

test("what is kept is bounded: the oldest goes first", () => {
  const cache = new FileCache();
  const known = () => Array.from({ length: 100 }, (_, at) => cache.get(`${at}`, stat(5000)) !== null);
  for (let at = 0; at < 100; at++) cache.put(`${at}`, Buffer.alloc(64 * 1024), stat(5000), NOW);
  expect(known().filter(Boolean).length).toBe(15);
  expect(known().lastIndexOf(false)).toBe(84);
});
