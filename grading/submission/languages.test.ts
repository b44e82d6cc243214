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
    expect(root!("src/tugas/server/A.java", "package tugas.server;")).toBe("src");
    expect(root!("tugas/A.java", "package tugas;")).toBe(".");
    expect(root!("src/A.java", "package tugas;")).toBe("src");
    expect(root!("src/A.java", "// package src;")).toBe("src");
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

test("a file in no language is no program", () => {
  expect(languageOf("notes.txt")).toBeUndefined();
});
