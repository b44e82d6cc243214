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
