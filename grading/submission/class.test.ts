import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder } from "../testing/grade.js";
import { findSubmissions, NoSubmission } from "./class.js";

function files(...paths: string[]): string {
  const root = folder();
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(join(root, path), "");
    else mkdirSync(join(root, path), { recursive: true });
  }
  return root;
}

const names = async (...paths: string[]) =>
  (await findSubmissions([files(...paths)])).map(({ name }) => name);

describe("submissions", () => {
  test("are all folders and archives of a class, also those in which nothing is to be found", async () => {
    expect(
      await names("10/notes.txt", "9/server_single.py", "budi.zip", "citra.tar.gz", "empty/", "readme.txt"),
    ).toEqual(["9", "10", "budi", "citra", "empty"]);
  });

  test("of a strange kind are not passed over in silence, and what is none is told", async () => {
    const root = files("ani/client.py", "budi.rar", "citra.tar.xz", "list.csv");
    const passedOver: string[] = [];
    const found = await findSubmissions([root], false, (path) => passedOver.push(path));
    expect(found.map(({ name }) => name)).toEqual(["ani", "budi.rar", "citra.tar.xz"]);
    expect(passedOver).toEqual([join(root, "list.csv")]);
  });

  test.each([
    [["server_single.py", "images/a.png"]],
    [["antre.yaml", "src/a.py"]],
    [["single/server.py", "multi/server.py", "client/client.py"]],
    [["src/tugas/ServerSingle.java", "build/ServerSingle.class", "nbproject/project.xml"]],
    [["client.py", "server/server_single.py", "server/server_multi.py"]],
    [["client.py", "Single Thread/server.py", "Single Thread/client.py", "Multi Thread/server.py"]],
    [["client.py", "server_single.py", "server_multi.py", "old/server_single.py"]],
    [["client.py", "server_single.py", "images.zip", "report.zip"]],
    [["Cargo.toml", "web/src/main.rs", "page/src/lib.rs"]],
  ])("may be one: %j", async (paths) => {
    expect(await names(...paths)).toHaveLength(1);
  });

  test.each([
    [
      ["a/server_single.py", "b/src/server_single.py", "client.py"],
      ["a", "b"],
    ],
    [
      ["a/tugas/server_multi.py", "b/server_multi.py", "server_multi.py", "client.py"],
      ["a", "b"],
    ],
    [
      ["a.zip", "b.zip", "client.py"],
      ["a", "b"],
    ],
    [["src/notes.txt"], ["src"]],
  ])("are several: %j", async (paths, found) => {
    expect(await names(...paths)).toEqual(found);
  });

  test("have names of their own, also where they come from several folders", async () => {
    const [a, b] = [files("Ani/client.py"), files("ani.zip", "Ani & co/client.py")];
    const found = (await findSubmissions([a, b])).map(({ name }) => name);
    expect(found.map((name) => name.toLowerCase()).toSorted()).toEqual(["ani", "ani - co", "ani-2"]);
  });

  test("have no name of a file that is written beside them", async () => {
    expect(await names("class.html/client.py", "Class.CSV/client.py", "junit.xml/client.py")).toEqual([
      "Class.CSV-2",
      "class.html-2",
      "junit.xml-2",
    ]);
  });

  test("that are not there are said", async () => {
    await expect(findSubmissions(["/no/such"])).rejects.toThrow(NoSubmission);
    await expect(findSubmissions([files("a.txt")])).rejects.toMatchObject({ why: "nothingIn" });
  });
});
