import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../text.js";
import { strip } from "./strip.js";

describe("what is in comments and strings is taken out of the code", () => {
  test.each([
    ["Python", `x = 1 # s.listen(5)\ny = "s.accept()"\n"""listen(\n"""`, `x = 1  \ny = ""\n""`],
    ["Python", `print('# no comment'); a = 'it\\'s' # one`, `print(""); a = ""  `],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source
    ["JavaScript", "a(/[\"']/g); // listen(\nb = `x ${listen()}` /* c */", 'a(""); \x20\nb = ""  '],
    ["JavaScript", "const half = a / 2; const s = '/';", 'const half = a / 2; const s = "";'],
    ["Java", `char c = '"'; String t = """\n "a" accept() """; // x`, `char c = ""; String t = "";  `],
    ["C", `puts("listen(s, 5)"); /* connect( */ int n = 1'000;`, `puts("");   int n = 1'000;`],
    ["C++", `auto r = R"x(fork() " )x"; int a;`, `auto r = ""; int a;`],
    ["Go", "a := `// not\nlisten`\n// yes", 'a := ""\n '],
    [
      "Rust",
      `fn f<'a>(x: &'a str) { let q = '"'; let r = r#"a " b"#; } // c`,
      `fn f<'a>(x: &'a str) { let q = ""; let r = ""; }  `,
    ],
    ["Ruby", "=begin\nTCPServer\n=end\nputs 'a' # b", ' \nputs ""  '],
    ["PHP", "<h1>it's</h1><?php # a\n$x = 'b'; ?> don't <?php echo 1; ", ' \x20\n$x = ""; ; echo 1; '],
  ])("%s: %j", (language, source, code) => {
    expect(strip(source, language).code.trim()).toBe(code.trim());
  });

  test("and the strings are kept for those who look for words", () => {
    expect(strip(`a("--mode", 'single', """long""") # "not"`, "Python").strings).toEqual([
      "--mode",
      "single",
      "long",
    ]);
  });
});

const LANGUAGES = [
  "Python",
  "JavaScript",
  "TypeScript",
  "Java",
  "C",
  "C++",
  "PHP",
  "Ruby",
  "Go",
  "Rust",
  "Zig",
];
const language = fc.constantFrom(...LANGUAGES);
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        "`",
        "/",
        "*",
        "#",
        "\\",
        "\n",
        "a",
        "(",
        ")",
        "<?php ",
        "?>",
        '"""',
        "r#",
        'R"',
        "=begin",
      ),
      {
        maxLength: 300,
      },
    )
    .map((parts) => parts.join("")),
);

test("any text at all can be stripped, and stripped code holds nothing that was not there", () => {
  fc.assert(
    fc.property(hostile, language, (source, name) => {
      const { code, text } = strip(source, name);
      expect(text.length).toBeLessThanOrEqual(source.length + source.split(/[/#=?]/).length);
      const letters = (of: string) => of.replaceAll(/[^\p{L}]/gu, "").length;
      expect(letters(code)).toBeLessThanOrEqual(letters(source));
    }),
  );
});

test("a long hostile text takes no long time", () => {
  for (const part of [
    '"',
    "'",
    "`",
    "/*",
    '\\"',
    "(((",
    '"""',
    'r#"',
    "/[",
    "<?php",
    "?>",
    "=begin\n",
    'R"a(',
  ])
    for (const name of LANGUAGES) {
      const began = process.cpuUsage();
      strip(part.repeat(Math.ceil(40_000 / part.length)), name);
      expect(process.cpuUsage(began).user / 1000, `${part} in ${name}`).toBeLessThan(500);
    }
});

describe("a source is read whatever editor wrote it", () => {
  const source = "// café: \u{1f600}\nclass A {}\n";
  const utf16 = (text: string) => Buffer.from(text, "utf16le");

  test.each<[string, Buffer, string, string]>([
    ["UTF-8", Buffer.from(source), source, "UTF-8"],
    ["UTF-8 with a mark", Buffer.from(`\u{feff}${source}`), source, "UTF-8 with a mark"],
    ["CRLF", Buffer.from(source.replaceAll("\n", "\r\n")), source, "UTF-8"],
    ["UTF-16 with a mark", utf16(`\u{feff}${source}`), source, "UTF-16"],
    ["UTF-16, the other way round", utf16(`\u{feff}${source}`).swap16(), source, "UTF-16"],
    ["UTF-16 without a mark", utf16(source), source, "UTF-16"],
    ["ISO 8859-1", Buffer.from("// caf\xe9\nclass A {}\n", "latin1"), "// café\nclass A {}\n", "one byte"],
    ["nothing", Buffer.alloc(0), "", "UTF-8"],
  ])("%s", (_, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  test("any bytes at all", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes).text === "string"));
  });
});
