import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Files, LOOK_HOLDS_MS } from "./files.js";
import { namesOf } from "./names.js";
import { Refusal } from "./refusal.js";
import { temporaryFolder } from "./testbed.js";

let top: string;
let files: Files;
const inSite = (name: string) => join(top, "site", name);

/** What a path leads to: the file's text, null for 404, or the status of a refusal. */
function open(path: string): string | number | null {
  const due = performance.now() + LOOK_HOLDS_MS; // the last look has lost its worth
  while (performance.now() < due);
  try {
    const file = files.open(path);
    if (file === null) return null;
    return "bytes" in file ? file.bytes.toString() : `descriptor ${file.descriptor}`;
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}

/** Makes a file old enough for the cache: sets its time back, and our clock forward, for the change time can't be set. */
async function settle(name: string): Promise<void> {
  utimesSync(inSite(name), 1, 1);
  await new Promise((done) => setTimeout(done, 50)); // the file system's clock must tick
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

beforeEach(() => {
  top = temporaryFolder();
  mkdirSync(inSite("docs"), { recursive: true });
  mkdirSync(inSite("empty"));
  mkdirSync(join(top, "site-old"));
  writeFileSync(join(top, "secret"), "secret");
  writeFileSync(join(top, "site-old", "secret"), "secret");
  writeFileSync(inSite("index.html"), "home");
  writeFileSync(inSite("docs/index.html"), "docs");
  writeFileSync(inSite("a b%é.txt"), "odd");
  writeFileSync(inSite("html"), "plain");
  files = new Files(inSite(""));
});

describe("a path leads to", () => {
  test.each([
    ["/", "home"],
    ["/index.html", "home"],
    ["/%69ndex.html", "home"],
    ["/docs/", "docs"],
    ["/docs", "docs"],
    ["/a%20b%25%C3%A9.txt", "odd"],
    ["/empty/", null],
    ["/empty", null],
    ["/nothing", null],
    ["/index.html/", null],
    ["/index.html/x", null],
    [`/${"a".repeat(7000)}`, null],
    ["/../secret", null],
    ["/docs/../index.html", null],
    ["/./index.html", null],
    ["/%2e%2e/secret", null],
    ["/%2E./secret", null],
    ["/..%2fsecret", null],
    ["/..%5csecret", null],
    ["/..\\secret", null],
    ["/docs%2findex.html", null],
    ["/%252e%252e/secret", null],
    ["//etc/passwd", null],
    ["/docs//index.html", null],
    ["/%2fetc/passwd", null],
    ["/C:/secret", null],
    ["/../site-old/secret", null],
    ["/%", 400],
    ["/%zz", 400],
    ["/%c0%ae%c0%ae/secret", 400],
    ["/%ff", 400],
    ["/index.html%00.txt", 400],
  ])("%s: %s", (path, expected) => {
    expect(open(path)).toBe(expected);
  });
});

test("a type goes by the extension, and text is UTF-8", () => {
  writeFileSync(inSite("x.PNG"), "");
  expect(files.open("/")).toMatchObject({ type: "text/html; charset=utf-8" });
  expect(files.open("/x.PNG")).toMatchObject({ type: "image/png" });
  expect(files.open("/html")).toMatchObject({ type: "application/octet-stream" });
});

test("a folder that is none can't be a site", () => {
  expect(() => new Files(inSite("nothing"))).toThrow(expect.objectContaining({ code: "ENOENT" }));
  expect(() => new Files(inSite("html"))).toThrow(expect.objectContaining({ code: "ENOTDIR" }));
});

describe.skipIf(process.platform === "win32")("links and other files", () => {
  test("a link is followed inside the site, and not out of it", () => {
    symlinkSync("docs/index.html", inSite("inside"));
    symlinkSync("../secret", inSite("outside"));
    symlinkSync("../site-old", inSite("sibling"));
    symlinkSync("loop", inSite("loop"));
    expect(["/inside", "/outside", "/sibling/secret", "/loop"].map(open)).toEqual(["docs", null, null, null]);
  });

  test("a link that is turned elsewhere is followed anew", async () => {
    symlinkSync("docs/index.html", inSite("link"));
    await settle("docs/index.html");
    expect([open("/link"), open("/link")]).toEqual(["docs", "docs"]);
    rmSync(inSite("link"));
    symlinkSync("../secret", inSite("link"));
    expect(open("/link")).toBeNull();
    rmSync(inSite("link"));
    symlinkSync("index.html", inSite("link"));
    expect(open("/link")).toBe("home");
  });

  test("a named pipe and a device are not found, at once", () => {
    execFileSync("mkfifo", [inSite("pipe")]);
    symlinkSync("/dev/zero", inSite("zero"));
    expect(["/pipe", "/zero"].map(open)).toEqual([null, null]);
  });
});

describe("a file that changes", () => {
  test("is seen changed by the next request, though size and modification time are the same", async () => {
    await settle("index.html");
    expect([open("/"), open("/")]).toEqual(["home", "home"]);
    writeFileSync(inSite("index.html"), "HOME");
    utimesSync(inSite("index.html"), 1, 1);
    expect(open("/")).toBe("HOME");
  });

  test("is seen changed a hundred times within one tick of the clock", () => {
    for (let count = 1000; count < 1100; count++) {
      writeFileSync(inSite("index.html"), `${count}`);
      expect(open("/")).toBe(`${count}`);
    }
  });

  test("is seen when another file took its place, and when it is gone", async () => {
    await settle("index.html");
    open("/");
    writeFileSync(inSite("new"), "next");
    renameSync(inSite("new"), inSite("index.html"));
    expect(open("/")).toBe("next");
    rmSync(inSite("index.html"));
    expect(open("/")).toBeNull();
  });
});

test("no path leaves the root", () => {
  symlinkSync("../..", inSite("up"), "junction");
  const pieces = [
    "..",
    ".",
    "%2e%2e",
    "%2f",
    "/",
    "//",
    "\\",
    "%5c",
    "%00",
    "secret",
    "site",
    "site-old",
    "up",
    "docs",
  ];
  const path = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(path, (parts) => {
      expect(open(`/${parts.join("")}`)).not.toBe("secret");
      expect(open(`/${parts.join("/")}`)).not.toBe("secret");
    }),
    { numRuns: 2000 },
  );
});

describe("on Windows", () => {
  test.each([
    "/C:/a",
    "/a:b",
    "/index.html::$DATA",
    "/a.",
    "/a%20",
    "/con",
    "/NUL.txt",
    "/x/COM1",
    "/lpt%C2%B9.a",
    "/CONIN$",
    "/aux%20.txt",
  ])("%s is no file", (path) => {
    expect(namesOf(path, true)).toBeNull();
    expect(namesOf(path, false)).not.toBeNull();
  });

  test("ordinary names are", () => {
    expect(namesOf("/console/a.b", true)).toEqual(["console", "a.b"]);
  });
});
