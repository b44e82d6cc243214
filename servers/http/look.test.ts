import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isSame, lookAt } from "./look.js";

const folder = mkdtempSync(join(tmpdir(), "antre-look-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A file of three bytes, last modified long ago. */
function file(): string {
  const path = join(folder, `${files++}.txt`);
  writeFileSync(path, "abc");
  utimesSync(path, 1000, 1000);
  return path;
}

/** Changes that a look must see, each by itself. */
const changes: [name: string, change: (path: string) => void][] = [
  ["grows", (path) => appendFileSync(path, "d")],
  ["is written anew with as many bytes", (path) => writeFileSync(path, "xyz")],
  [
    "is written anew, and its time set back",
    (path) => {
      writeFileSync(path, "xyz");
      utimesSync(path, 1000, 1000);
    },
  ],
  ["is replaced by another one of the same size and time", (path) => renameSync(file(), path)],
  [
    "is replaced by a link to another",
    (path) => {
      rmSync(path);
      symlinkSync(file(), path);
    },
  ],
  ["is gone", (path) => rmSync(path)],
];

test.each(changes)("a file that %s has changed", (_, change) => {
  const path = file();
  const look = lookAt(path)!;
  expect(look.unchanged()).toBe(true);
  // The clock of a file system ticks every few milliseconds: a change is seen when a tick lies between.
  const tick = join(folder, "tick");
  do writeFileSync(tick, "");
  while (statSync(tick).ctimeMs === statSync(path).ctimeMs);
  change(path);
  expect(look.unchanged()).toBe(false);
});

test("a file that is only read, or reached by a link, has not changed", () => {
  const path = file();
  const link = join(folder, "link");
  symlinkSync(path, link);
  const looks = [lookAt(path)!, lookAt(link)!];
  readFileSync(link); // sets its access time
  expect(looks.map((look) => look.unchanged())).toEqual([true, true]);
});

test("of a file that is not there nothing can be said", () => {
  expect(lookAt(join(folder, "missing"))).toBeNull();
  expect(lookAt(join(folder, "missing", "deeper"))).toBeNull();
});

test.each(["dev", "ino", "size", "mtimeMs", "ctimeMs"] as const)(
  "through Node, a file whose %s differs is another one",
  (field) => {
    const stat = { dev: 1, ino: 2, size: 3, mtimeMs: 4, ctimeMs: 5 } as Stats;
    expect(isSame(stat, { ...stat } as Stats)).toBe(true);
    expect(isSame(stat, { ...stat, [field]: 9 } as Stats)).toBe(false);
  },
);
