import { describe, expect, test } from "vitest";
import { languageOf } from "./languages.js";

const run = (file: string, source = "") => languageOf(file)!.run(file, source);

describe("a program is run", () => {
  test.each([
    ["a.py", "exec python3 a.py"],
    ["my server.py", "exec python3 'my server.py'"],
    ["a'; rm -rf b.py", `exec python3 'a'\\''; rm -rf b.py'`],
    ["server.c", "exec ./.antre/server"],
  ])("%s by: %s", (file, command) => {
    expect(run(file)).toBe(command);
  });

  test("Java by the class that has main, with its package", () => {
    const source = `package tugas.server;
      // class Wrong { public static void main(String[] a) {} }
      class Helper { void mainly() {} }
      public class Server { public static void main(String[] args) {} }`;
    expect(run("Server.java", source)).toBe("exec java -cp .antre tugas.server.Server");
    expect(
      run("server_single.java", "class A {} class B { static public void main(String[] a) {} } class C {}"),
    ).toBe("exec java -cp .antre B");
  });

  test("Java from the folder that its package begins in", () => {
    const { root } = languageOf("a.java")!;
    expect(root!("src/tugas/server/A.java", "package tugas.server;", [])).toBe("src");
    expect(root!("tugas/A.java", "package tugas;", [])).toBe(".");
    expect(root!("src/A.java", "package tugas;", [])).toBe("src");
    expect(root!("src/A.java", "// package src;", [])).toBe("src");
  });

  test.each([
    ["A.java", "class A {}", "javac -encoding UTF-8 -sourcepath . -d .antre A.java"],
    [
      "server-multi.java",
      'class B { String s = "}"; public class C {} } public final class ServerMulti {}',
      /cp server-multi.java .antre\/source\/ServerMulti.java && javac .* .antre\/source\/ServerMulti.java$/,
    ],
    ["A.java", "package a.b; public class A {}", /cp \.\/\*.java .antre\/source\/a\/b && .*\/a\/b\/A.java$/],
    ["a/b/A.java", "package a.b; public class A {}", /-sourcepath \. -d .antre a\/b\/A.java$/],
  ])("%s is compiled as Java wants it to lie: %s", (file, source, command) => {
    expect(languageOf(file)!.build!(file, source)).toMatch(command);
  });

  test("TypeScript as a module only where it must be one", () => {
    const build = (source: string) => languageOf("a.ts")!.build!("a.ts", source);
    expect(build('import net from "net";\nasync function f() {\n  await g();\n}\n')).toContain(
      "--module commonjs",
    );
    expect(build("for await (const line of lines) {}\n")).toContain("--module esnext");
  });
});

describe("by its ending, whatever its case, a file is known as", () => {
  test.each([
    ["Python", "python3", ["a.py", "a.pyw", "A.PY"]],
    ["JavaScript", "node", ["a.js", "a.mjs", "a.cjs"]],
    ["TypeScript", "node", ["a.ts", "a.mts"]],
    ["Java", "javac", ["A.java"]],
    ["C", "cc", ["a.c", "a.C"]],
    ["C++", "c++", ["a.cpp", "a.cc", "a.cxx", "a.c++"]],
    ["PHP", "php", ["a.php"]],
    ["Ruby", "ruby", ["a.rb"]],
    ["Go", "go", ["a.go"]],
    ["Rust", "rustc", ["a.rs"]],
  ])("%s, which needs %s: %j", (name, needs, files) => {
    for (const file of files) expect(languageOf(file)).toMatchObject({ name, needs });
  });
});

test.each([
  ["a b.c", "mkdir -p .antre && cc -O1 -pthread -o ./.antre/'a b' 'a b.c' -lm", "exec ./.antre/'a b'"],
  ["a.cpp", "mkdir -p .antre && c++ -O1 -pthread -o ./.antre/a a.cpp", "exec ./.antre/a"],
  ["a.go", "mkdir -p .antre && go build -o ./.antre/a a.go", "exec ./.antre/a"],
  ["a.rs", "mkdir -p .antre && rustc --edition 2021 -o ./.antre/a a.rs", "exec ./.antre/a"],
  ["a.js", undefined, "exec node a.js"],
  ["a.rb", undefined, "exec ruby a.rb"],
  ["a.php", undefined, "exec php a.php"],
])("%s is built by %s, and run by %s", (file, build, command) => {
  expect(languageOf(file)!.build?.(file, "")).toBe(build);
  expect(run(file)).toBe(command);
});

test.each([
  ["a.ts", "", "commonjs", "commonjs", "exec node ./.antre/a.js"],
  ["a.ts", "const x = await f();", "module", "esnext", "exec node ./.antre/a.js"],
  ["a.ts", "  const x = await f();", "commonjs", "commonjs", "exec node ./.antre/a.js"],
  [
    "a.ts",
    "// await\nasync () => { await x; }\nfunction f() { await }",
    "commonjs",
    "commonjs",
    "exec node ./.antre/a.js",
  ],
  ["a.ts", "const here = import.meta.url;", "module", "esnext", "exec node ./.antre/a.js"],
  ["a.mts", "", "module", "esnext", "exec node ./.antre/a.mjs"],
])("%s with %j is compiled as %s", (file, source, type, module, command) => {
  expect(languageOf(file)!.build!(file, source)).toBe(
    `mkdir -p .antre && echo '{"type":"${type}"}' >.antre/package.json && /antre/typescript/tsc --noCheck --target es2022 --module ${module} --moduleResolution bundler --esModuleInterop --outDir .antre ${file}`,
  );
  expect(run(file, source)).toBe(command);
});

test("a file in no language is no program", () => {
  expect(languageOf("notes.txt")).toBeUndefined();
});
