// Names and sizes that no student has by chance: each is graded under a name that can be read, or told, and costs little.

import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { Header } from "tar";
import { describe, expect, test } from "vitest";
import { printable, printableAll } from "../../results/words.js";
import { folder } from "../testing/grade.js";
import { unpack } from "./archive.js";
import { copyFolder, MOST_BYTES, textOf } from "./folder.js";
import { openSubmission } from "./opened.js";

describe.skipIf(process.platform !== "linux")("a folder", () => {
  test("with names that are no UTF-8 is copied whole, under names that can be read", async () => {
    const [from, to] = [folder(), join(folder(), "to")];
    mkdirSync(Buffer.concat([Buffer.from(`${from}/tugas-`), Buffer.from([0xe9])]));
    writeFileSync(
      Buffer.concat([Buffer.from(`${from}/tugas-`), Buffer.from([0xe9, 0x2f, 0xff]), Buffer.from(".py")]),
      "x",
    );
    const { files } = await copyFolder(from, to);
    expect(files).toEqual(["tugas-é/ÿ.py"]);
    expect(statSync(join(to, files[0]!)).size).toBe(1);
  });

  test("with folders in folders without end is refused", async () => {
    const from = folder();
    mkdirSync(join(from, "a/".repeat(100)), { recursive: true });
    await expect(copyFolder(from, join(folder(), "to"))).rejects.toMatchObject({ why: "too deep" });
  });

  test("whose own name is no UTF-8 is told by a sentence of its own", async () => {
    const within = folder();
    mkdirSync(Buffer.concat([Buffer.from(`${within}/`), Buffer.from([0xff])]));
    const [name] = readdirSync(within);
    await expect(openSubmission(join(within, name!), folder())).rejects.toMatchObject({ why: "name" });
  });
});

describe("an archive", () => {
  test("of gigabytes that are all zero is read no further than a submission may be large", async () => {
    const path = join(folder(), "bomb.tar.gz");
    const header = Buffer.alloc(512);
    new Header({
      path: "zero.txt",
      size: 64 * MOST_BYTES,
      type: "File",
      mode: 0o644,
      mtime: new Date(0),
    }).encode(header);
    const zeros = gzipSync(Buffer.concat([header, Buffer.alloc(2 * MOST_BYTES)]), { level: 1 });
    // The end is no gzip at all: whoever reads so far says that the archive is broken.
    const parts = [zeros.subarray(0, -1000), Buffer.alloc(4096, "no gzip")];
    writeFileSync(path, Buffer.concat(parts));
    await expect(unpack(path, join(folder(), "to"))).rejects.toMatchObject({ why: "too large" });
  });
});

describe("what strangers wrote", () => {
  test("is safe to show from its grade on, with the indentation of its lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(printable(text))).toBe(false);
      }),
      { numRuns: 50 },
    );
    const grade = {
      flags: ["\u001b[31mred\u202egnp.exe"],
      checks: [{ output: ["    at line 3"] }],
      max: 100,
      none: null,
    };
    expect(printableAll(grade)).toEqual({
      flags: ["red gnp.exe"],
      checks: [{ output: ["    at line 3"] }],
      max: 100,
      none: null,
    });
  });

  test("keeps every byte of a name", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = textOf(Buffer.from(bytes));
        expect([Buffer.from(text, "utf8"), Buffer.from(text, "latin1")]).toContainEqual(Buffer.from(bytes));
      }),
    );
  });
});
