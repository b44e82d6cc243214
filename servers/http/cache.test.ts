import { expect, test } from "vitest";
import { FileCache, type Known } from "./cache.js";

const NOW = 1_800_000_000_000;

/** When a file was last changed: so many milliseconds before NOW. */
const changed = (age: number) => ({ mtimeMs: NOW - age, ctimeMs: NOW - age });

const known = (bytes = Buffer.from("abc")): Known => ({
  type: "text/plain",
  bytes,
  look: { unchanged: () => true },
  lookedMs: 0,
});

function cached(stat: { mtimeMs: number; ctimeMs: number }): FileCache {
  const cache = new FileCache();
  cache.put("/a", known(), stat, NOW);
  return cache;
}

test("a file that has long been as it is, is known again", () => {
  expect(cached(changed(5000)).get("/a")?.bytes).toEqual(Buffer.from("abc"));
  expect(cached(changed(5000)).get("/b")).toBeUndefined();
});

test("a file that was just changed, by either of its times, could change again unseen and is not kept", () => {
  expect(cached(changed(1000)).get("/a")).toBeUndefined();
  expect(cached({ ...changed(5000), ctimeMs: NOW }).get("/a")).toBeUndefined();
  expect(cached({ ...changed(5000), mtimeMs: NOW + 9000 }).get("/a")).toBeUndefined();
});

test("what is kept is bounded: the oldest goes first", () => {
  const cache = new FileCache();
  const kept = () => Array.from({ length: 100 }, (_, at) => cache.get(`${at}`) !== undefined);
  for (let at = 0; at < 100; at++) cache.put(`${at}`, known(Buffer.alloc(64 * 1024)), changed(5000), NOW);
  expect(kept().filter(Boolean).length).toBe(15);
  expect(kept().lastIndexOf(false)).toBe(84);
});
