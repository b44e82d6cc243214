import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Role } from "../grade.js";
import { folder } from "../testing/grade.js";
import { findPrograms, isFound } from "./programs.js";

/** What is found among these files. */
function programs(files: Record<string, string>, commands: Partial<Record<Role, string>> = {}) {
  const root = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return findPrograms(root, Object.keys(files).sort(), commands).programs;
}

/** What is found of the client, or why it is not. */
function client(files: Record<string, string>): string | string[] | null {
  const found = programs(files).client;
  return isFound(found) ? found.file : [found.why, ...found.seen];
}

describe("of several programs that fit", () => {
  test("one counts where all are the same file", () => {
    expect(client({ "multi/client.py": "a", "single/client.py": "a" })).toBe("multi/client.py");
  });

  test("none is chosen where they differ", () => {
    expect(client({ "a/client.py": "a", "b/client.py": "b", "c/client.py": "a" })).toEqual([
      "several",
      "a/client.py",
      "b/client.py",
    ]);
  });

  test("a Java class without main is not meant", () => {
    const main = "class TcpClient { public static void main(String[] args) {} }";
    expect(client({ "TcpClient.java": main, "WebClient.java": "class WebClient {}" })).toBe("TcpClient.java");
  });
});

describe("a program", () => {
  const stated = { file: null, language: null, needs: null, build: null, within: ".", port: null };

  test("is what the command line says, before antre.yaml, and that before the files' names", () => {
    const files = { "antre.yaml": "single: a\nmulti: { run: b, build: make, folder: src, port: 80 }\n" };
    const found = programs({ ...files, "src/x": "", "client.py": "" }, { single: "c" });
    expect(found).toMatchObject({
      single: { ...stated, role: "single", run: "c" },
      multi: { ...stated, role: "multi", run: "b", build: "make", within: "src", port: 80 },
      client: {
        role: "client",
        file: "client.py",
        language: "Python",
        needs: "python3",
        build: null,
        run: "exec python3 client.py",
        within: ".",
        port: null,
      },
    });
  });

  test("is built and run where it lies, or where its language wants it to begin", () => {
    const java = "package app; public class Client { public static void main(String[] a) {} }";
    expect(programs({ "src/app/Client.java": java, "x/server_multi.c": "" })).toMatchObject({
      client: { within: "src", language: "Java", run: "exec java -cp .antre app.Client" },
      multi: { within: "x", build: expect.stringMatching(/cc .* server_multi\.c/) },
    });
  });

  test("whose name begins like an option is none", () => {
    expect(programs({ "-client.py": "" }).client).toMatchObject({ run: "exec python3 ./-client.py" });
    expect(programs({ "client-.py": "" }).client).toMatchObject({ run: "exec python3 client-.py" });
  });

  test("has to lie in a folder that is there", () => {
    expect(programs({ "antre.yaml": "client: { run: a, folder: src }" }).client).toMatchObject({
      role: "client",
      why: "no folder",
      seen: ["src"],
    });
  });

  test("is told by none where antre.yaml can't be read, except by the command line", () => {
    const found = programs({ "antre.yaml": "client: 5", "client.py": "" }, { multi: "m" });
    expect(found.client).toMatchObject({
      role: "client",
      why: "manifest",
      seen: [expect.stringMatching(/^antre.yaml, line 1: /)],
    });
    expect(found.multi).toMatchObject({ ...stated, role: "multi", run: "m" });
  });

  test("is not told by an antre.yaml that no human can have written, or that lies deeper", () => {
    const commented = (bytes: number) => "client: c\n#".padEnd(bytes, "x");
    expect(client({ "antre.yaml": commented(64 * 1024) })).toBeNull();
    expect(client({ "antre.yaml": commented(64 * 1024 + 1), "client.py": "" })).toBe("client.py");
    expect(client({ "x/antre.yaml": "client: c", "x/client.py": "" })).toBe("x/client.py");
  });

  test("that can't be read is an error of the system", () => {
    const root = folder();
    expect(() => findPrograms(root, ["antre.yaml"], {})).toThrow("ENOENT");
  });

  test("is missing where nothing has its name: what there is, is told", () => {
    expect(client({ "main.py": "", "a.zip": "", "b.zip": "" })).toEqual(["none", "main.py"]);
    expect(client({ "laporan.pdf": "" })).toEqual(["none"]);
    expect(client({})).toEqual(["none"]);
  });

  test("in Java without main is taken where there is no other, and all where several have none", () => {
    expect(client({ "Client.java": "class Client {}" })).toBe("Client.java");
    expect(client({ "TcpClient.java": "class A {}", "WebClient.java": "class B {}" })).toEqual([
      "several",
      "TcpClient.java",
      "WebClient.java",
    ]);
  });

  test("among several that differ is told in the order of their paths", () => {
    expect(client({ "z/client.py": "a", "b/client.py": "b", "c/client.py": "c" })).toEqual([
      "several",
      "b/client.py",
      "c/client.py",
      "z/client.py",
    ]);
  });
});

test("archives that are not opened are named", () => {
  expect(client({ "server.zip": "", "client.zip": "", "laporan.pdf": "" })).toEqual([
    "archives",
    "client.zip",
    "server.zip",
  ]);
});
