import { describe, expect, test } from "vitest";
import { languageOf } from "../languages.js";
import type { Sources, Start } from "./project.js";

/** How a file is started with the others; null: by itself. */
function start(path: string, texts: Record<string, string>): Start | null {
  const sources: Sources = { files: Object.keys(texts).sort(), text: (file) => texts[file]! };
  return languageOf(path)!.project!(path, sources);
}

const MAIN_C = "int main(void) { return 0; }";
const PART_C = "int answer(void) { return 42; }";
const MAIN_GO = "package main\nfunc main() {}\n";
const PART_GO = "package main\nfunc answer() {}\n";

describe("C in several files", () => {
  test("is linked with those that are no programs, the nearest first", () => {
    const { within, build, run } = start("single/server.c", {
      "single/server.c": MAIN_C,
      "single/page.c": PART_C,
      "multi/server.c": MAIN_C,
      "multi/page.c": PART_C,
      "old/page.c": PART_C,
    })!;
    expect([within, run]).toEqual(["single", "exec ./.antre/server"]);
    expect(build!.match(/-c -o \S+ (\S+)/g)).toEqual([
      "-c -o .antre/part.o page.c",
      "-c -o .antre/part.o ../multi/page.c",
    ]);
    expect(build).toContain("-o ./.antre/server server.c .antre/parts.a -lm");
  });

  test("is compiled with its headers where they lie, and C++ with parts in C", () => {
    const { build } = start("src/server.cpp", {
      "src/server.cpp": MAIN_C,
      "src/part.c": PART_C,
      "include/part.h": "int answer(void);",
    })!;
    expect(build).toContain("cc -O1 -pthread -I../include -c -o .antre/part.o part.c");
    expect(build).toContain("c++ -O1 -pthread -I../include -o ./.antre/server server.cpp .antre/parts.a");
  });

  test("is one file where the others are programs, too", () => {
    expect(start("single.c", { "single.c": MAIN_C, "multi.c": MAIN_C, "client.c": MAIN_C })).toBeNull();
  });

  test.each([
    ["Makefile", "timeout 20 make -B"],
    ["CMakeLists.txt", "cmake -S . -B .antre/cmake"],
  ])("is built by its %s, and linked where that fails", (name, command) => {
    const { within, build } = start("src/a b.c", { "src/a b.c": MAIN_C, [name]: "" })!;
    expect(within).toBe(".");
    expect(build).toContain(command);
    expect(build).toMatch(/\} \|\| \{\ncc .* -o \.\/\.antre\/'a b' 'src\/a b\.c' -lm\n\}$/);
  });
});

describe("Go", () => {
  test("is built with the files of its folder that are no programs", () => {
    const { build } = start("single.go", {
      "single.go": MAIN_GO,
      "multi.go": MAIN_GO,
      "page.go": PART_GO,
      "page_test.go": PART_GO,
      "other.go": "package other",
    })!;
    expect(build).toBe("mkdir -p .antre && go build -o ./.antre/single single.go page.go");
    expect(start("single.go", { "single.go": MAIN_GO, "multi.go": MAIN_GO })).toBeNull();
  });

  test("is built as a folder of its module, for another version where this one is too old", () => {
    const { within, build } = start("app/cmd/multi/main.go", {
      "app/go.mod": "module a",
      "app/cmd/multi/main.go": MAIN_GO,
    })!;
    expect(within).toBe("app");
    expect(build).toMatch(/go build -o \.\/\.antre\/main \.\/cmd\/multi \|\| .*-modfile=\.antre\/go\.mod/);
  });
});

test("Rust is built by the nearest Cargo.toml, if there is one", () => {
  const texts = { "web/Cargo.toml": "", "web/src/bin/multi.rs": "fn main() {}", "a.rs": "fn main() {}" };
  const { within, build, run } = start("web/src/bin/multi.rs", texts)!;
  expect([within, run]).toEqual(["web", "exec ./.antre/multi"]);
  expect(build).toContain("cargo build --offline");
  expect(build).toContain('/src/bin/multi\\.rs"');
  expect(start("a.rs", texts)).toBeNull();
});

describe("package.json", () => {
  test.each([
    ["node server.js 8080", "exec node server.js 8080"],
    ["node --no-warnings ./server", "exec node --no-warnings server.js"],
    ["npm run lint && PORT=80 nodemon --watch src server.js", "exec env PORT=80 node server.js"],
    ["cross-env A=1 B=2 pm2 start server.js", "exec env A=1 B=2 node server.js"],
    ["node 'server.js' \"a b\"", "exec node server.js 'a b'"],
    ["react-scripts start", null],
    ["eslint server.js", null],
    ["node server.js $(id)", null],
    ["node other.js", null],
  ])("starts its server by: %s", (script, command) => {
    const texts = { "package.json": JSON.stringify({ scripts: { start: script } }), "server.js": "" };
    expect(start("server.js", texts)?.run ?? null).toBe(command);
  });

  test.each(["", "{", "null", "[]", '{ "scripts": 1 }', '{ "scripts": { "start": 1 } }'])(
    "that says nothing leaves a program to itself: %s",
    (json) => {
      expect(start("server.js", { "package.json": json, "server.js": "" })).toBeNull();
    },
  );

  test("is followed for the script of each program, from its folder", () => {
    const scripts = { start: "node src/index.js", multi: "node src/multi" };
    const texts = {
      "app/package.json": JSON.stringify({ scripts }),
      "app/src/multi.js": "",
      "app/src/index.js": "",
    };
    expect(start("app/src/multi.js", texts)).toMatchObject({ within: "app", run: "exec node src/multi.js" });
    expect(start("app/src/index.js", texts)).toMatchObject({ within: "app", run: "exec node src/index.js" });
  });

  test("is where TypeScript is compiled from that uses what lies above it", () => {
    const texts = { "package.json": "{}", "src/server/main.ts": 'import "../page";', "src/page.ts": "" };
    const { within, build, run } = start("src/server/main.ts", texts)!;
    expect([within, run]).toEqual([".", "exec node .antre/src/server/main.js"]);
    expect(build).toContain("--rootDir . --outDir .antre src/server/main.ts");
    expect(start("server.ts", { "server.ts": 'import "./page";', "page.ts": "" })).toBeNull();
  });
});

describe("Python is started in", () => {
  const python = languageOf("a.py")!;
  const files = [
    "shop/__init__.py",
    "shop/web/server.py",
    "shop/web/page.py",
    "shop/data.py",
    "lib/util.py",
    "html/a.html",
  ];
  test.each([
    ["its own folder", "import socket\nimport page", "shop/web", "exec python3 server.py"],
    ["the folder above its package", "from .page import answer", ".", "exec python3 -m shop.web.server"],
    ["the same for a package above it", "from ..data import rows", ".", "exec python3 -m shop.web.server"],
    [
      "the folder in which others lie",
      "from lib.util import x",
      ".",
      "exec env PYTHONPATH=. python3 shop/web/server.py",
    ],
    ["that of a module above it", "import data", "shop", "exec env PYTHONPATH=. python3 web/server.py"],
    ["its own where only pages are called so", "import html", "shop/web", "exec python3 server.py"],
  ])("%s", (_, source, folder, command) => {
    const root = python.root!("shop/web/server.py", source, files);
    expect(root).toBe(folder);
    expect(
      python.run(root === "." ? "shop/web/server.py" : "shop/web/server.py".slice(root.length + 1), source),
    ).toBe(command);
  });

  test("a package by its __main__", () => {
    expect(python.run("server/__main__.py", "from . import page")).toBe("exec python3 -m server");
  });
});

describe("Java is started in", () => {
  const java = languageOf("A.java")!;
  const source = "package id.web; public class Server { public static void main(String[] a) {} }";

  test.each([
    ["pom.xml", "app/pom.xml"],
    ["build.gradle.kts", "app/build.gradle.kts"],
  ])("the folder of %s, with what lies beside its sources", (_, build) => {
    const path = "app/src/main/java/id/web/Server.java";
    const root = java.root!(path, source, [build, path]);
    expect(root).toBe("app");
    const file = "src/main/java/id/web/Server.java";
    expect(java.build!(file, source)).toContain(`-sourcepath src/main/java -d .antre ${file}`);
    expect(java.run(file, source)).toBe("exec java -cp .antre:src/main/resources id.web.Server");
  });
});
