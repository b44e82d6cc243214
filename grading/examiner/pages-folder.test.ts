import { describe, expect, test } from "vitest";
import { foldersIn } from "./pages-folder.js";

const of = (trace: string, name = "a.html") =>
  foldersIn(trace, name, (pid) => (pid === 7 ? "/srv/seven" : "/home/x"));

describe("the folders in which a server looked for a page", () => {
  test.each([
    [
      "relative to where it stands",
      '7 openat(AT_FDCWD, "a.html", O_RDONLY) = -1 ENOENT (No such file)',
      ["/srv/seven"],
    ],
    [
      "in a folder below",
      '8 openat(AT_FDCWD, "www//./pages/a.html", O_RDONLY) = -1 ENOENT',
      ["/home/x/www/pages"],
    ],
    ["in a folder beside", '8 open("../site/a.html", O_RDONLY) = -1 ENOENT', ["/home/site"]],
    ["absolute", '8 stat("/var/www/html/a.html", 0x7ffd) = -1 ENOENT', ["/var/www/html"]],
    ["at the root", '8 newfstatat(AT_FDCWD, "/a.html", {st_mode=S_IFREG}, 0) = 0', ["/"]],
    ["twice", '8 access("w/a.html", R_OK) = -1\n8 openat(AT_FDCWD, "w/a.html", 0) = -1', ["/home/x/w"]],
    [
      "by a thread that is resumed",
      '9 <... openat resumed>) = 3\n9 statx(AT_FDCWD, "w/a.html", 0 <unfinished ...>',
      ["/home/x/w"],
    ],
  ])("%s", (_, trace, folders) => {
    expect(of(trace)).toEqual(folders);
  });

  test("are not those of another page, nor of one whose name only ends alike", () => {
    expect(of('7 openat(AT_FDCWD, "b.html", 0) = 3\n7 openat(AT_FDCWD, "aa.html", 0) = 3')).toEqual([]);
  });
});
