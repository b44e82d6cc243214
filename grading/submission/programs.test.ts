import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder } from "../testing/grade.js";
import { findPrograms, isFound } from "./programs.js";

/** What is found of the client, or why it is not. */
function client(files: Record<string, string>): string | string[] {
  const root = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const found = findPrograms(root, Object.keys(files).sort(), {}).client;
  return isFound(found) ? found.file! : [found.why, ...found.seen];
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

test("archives that are not opened are named", () => {
  expect(client({ "server.zip": "", "client.zip": "", "laporan.pdf": "" })).toEqual([
    "archives",
    "client.zip",
    "server.zip",
  ]);
});
