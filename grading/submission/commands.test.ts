import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommands } from "./commands.js";

describe("what a command says", () => {
  test.each<[string | null, string, string[], string | null, string | null, string[]]>([
    [null, "python3 my.py", [], "Python", "python3", []],
    [null, "exec env PORT=80 python3 -u my.py", [], "Python", "python3", []],
    [null, "PORT=80 /usr/bin/python3 my.py", [], "Python", "python3", []],
    [null, "python3.11 my.py", [], "Python", "python3", []],
    ["javac Server.java", "java Server", [], "Java", "javac", []],
    ["go build -o web web.go", "./web", [], "Go", "go", []],
    ["gcc -pthread a.c -o a", "./a 80", [], "C", "gcc", []],
    ["make", "./server", ["server.cpp", "Makefile"], "C++", "make", []],
    ["make", "./server", ["server.cpp", "client.py"], null, "make", []],
    ["zig build-exe web.zig", "./web", ["web.zig"], "Zig", "zig", []],
    ["gnatmake web.adb", "./web", [], null, null, []],
    [null, "node --no-warnings server.mjs", [], "JavaScript", "node", []],
    [null, "npm start", [], "JavaScript", "npm", []],
    [null, "./run.sh", ["a.rb"], "Ruby", null, []],
    [null, "timeout 60 ruby a.rb", [], "Ruby", "ruby", []],
    [null, "cd src && python3 web.py", [], "Python", "python3", ["src"]],
    ["cd src; make", "cd src/bin && ./web", ["a.c"], "C", "make", ["src", "src/bin"]],
    [null, "cd a && cd b && node c.js", [], "JavaScript", "node", ["a", "a/b"]],
    [null, 'cd "my server" && php s.php', [], "PHP", "php", ["my server"]],
    [null, "(cd ./src/ ; exec python3 web.py)", [], "Python", "python3", ["src"]],
    [null, "cd ../other && python3 a.py", [], "Python", "python3", []],
    [null, "cd / && python3 a.py", [], "Python", "python3", []],
    [null, "cd $HOME && python3 a.py", [], "Python", "python3", []],
  ])("%j, then %j", (build, run, files, language, needs, folders) => {
    expect(readCommands(build, run, files)).toEqual({ language, needs, folders });
  });

  test("can be read of any text, and no folder lies outside", () => {
    const word = fc.oneof(
      fc.constantFrom("cd", "..", "/", "a", '"', "'", "&&", ";", " ", "\\", "$(", "\n"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        for (const folder of readCommands(words.join(" "), words.join(""), []).folders)
          expect(folder).not.toMatch(/^\/|^\.\.(\/|$)/);
      }),
    );
  });
});
