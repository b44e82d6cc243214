import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readContent } from "./content.js";
import { modesOf } from "./modes.js";

/** How it is started: "single: ... / multi: ...", with what is typed in brackets. */
function said(language: string, source: string): string {
  const modes = modesOf(readContent(source, language), language);
  return (["single", "multi", "client"] as const)
    .flatMap((role) => {
      const mode = modes[role];
      return mode === undefined
        ? []
        : `${role}: ${[...mode.args, ...mode.typed.map((line) => `[${line}]`)].join(" ")}`;
    })
    .join(" / ");
}

const PARSER = "import argparse\np = argparse.ArgumentParser()\n";

describe("how a program is told which server it is to be", () => {
  test.each<[string, string, string]>([
    [
      "Python",
      `${PARSER}p.add_argument("--mode", choices=["single", "threaded"], default="single")`,
      "single: --mode single / multi: --mode threaded",
    ],
    [
      "Python",
      `${PARSER}p.add_argument('-m', '--mode', help='x', choices=('single', 'multi'))`,
      "single: --mode single / multi: --mode multi",
    ],
    [
      "Python",
      `${PARSER}p.add_argument("--single", action="store_true")\np.add_argument("--multi", action="store_true")`,
      "single: --single / multi: --multi",
    ],
    ["Python", `${PARSER}p.add_argument("--threaded", action="store_true")`, "single:  / multi: --threaded"],
    ["Python", `${PARSER}p.add_argument("--threads", type=int, default=4)`, ""],
    [
      "Python",
      `${PARSER}p.add_argument("mode", choices=["sequential", "concurrent"])`,
      "single: sequential / multi: concurrent",
    ],
    [
      "Python",
      `${PARSER}s = p.add_subparsers()\ns.add_parser("single")\ns.add_parser("multi")\ns.add_parser("client")`,
      "single: single / multi: multi / client: client",
    ],
    [
      "Python",
      'if sys.argv[1] == "single":\n  a()\nelif sys.argv[1] == "multi":\n  b()',
      "single: single / multi: multi",
    ],
    ["Python", 'if "--multi" in sys.argv:\n  a()', "single:  / multi: --multi"],
    [
      "Python",
      'print("1. Single thread")\nprint("2. Multi thread")\nn = input("Pilih: ")',
      "single: [1] / multi: [2]",
    ],
    [
      "Python",
      'print("1) Multithreaded server\\n2) Iterative server")\nn = input()',
      "single: [2] / multi: [1]",
    ],
    ["Python", 'mode = input("Mode (single/multi): ")', "single: [single] / multi: [multi]"],
    [
      "JavaScript",
      'const mode = process.argv[2];\nif (mode === "single") a(); else if (mode === "multi") b();',
      "single: single / multi: multi",
    ],
    ["JavaScript", 'if (process.argv.includes("--threaded")) a();', "single:  / multi: --threaded"],
    [
      "Java",
      'class A { public static void main(String[] args) { if (args[0].equals("single")) a(); else if (args[0].equals("multi")) b(); } }',
      "single: single / multi: multi",
    ],
    [
      "Java",
      'class A { void m() { Scanner s = new Scanner(System.in); System.out.println("1. Server single thread"); System.out.println("2. Server multi thread"); } }',
      "single: [1] / multi: [2]",
    ],
    [
      "C",
      'int main(int argc, char **argv) { if (strcmp(argv[1], "single") == 0) a(); else if (strcmp(argv[1], "multi") == 0) b(); }',
      "single: single / multi: multi",
    ],
    [
      "C",
      'int main(int argc, char **argv) { if (!strcmp(argv[1], "--thread")) a(); }',
      "single:  / multi: --thread",
    ],
    [
      "Go",
      'func main() { m := flag.String("mode", "single", ""); if *m == "single" { a() } else if *m == "concurrent" { b() } }',
      "single: -mode single / multi: -mode concurrent",
    ],
    [
      "Rust",
      'fn main() { match env::args().nth(1).unwrap().as_str() { "single" => a(), "threaded" => b(), _ => {} } }',
      "single: single / multi: threaded",
    ],
    ["Ruby", 'case ARGV[0]\nwhen "single" then a\nwhen "multi" then b\nend', "single: single / multi: multi"],
    ["Python", 'import sys\nprint("single server on", sys.argv[1], "not multi")', ""],
    ["Python", 'import sys\nport = int(sys.argv[1])\nprint("listening")', ""],
    ["Python", "# --single --multi\nimport sys\nport = sys.argv[1]", ""],
  ])("%s: %s", (language, source, modes) => {
    expect(said(language, source)).toBe(modes);
  });
});

test("any text at all can be looked through", () => {
  const part = fc.constantFrom(
    '"--mode"',
    '"single"',
    "'multi'",
    "sys.argv",
    "input(",
    "==",
    "1.",
    "[",
    "(",
    "\\",
    "\n",
    " ",
    "$&",
    "choices=",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ unit: "binary" })), { maxLength: 60 }), (parts) => {
      modesOf(readContent(parts.join(""), "Python"), "Python");
    }),
    { numRuns: 30 },
  );
});
