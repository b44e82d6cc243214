// What other systems read: each format against its documentation, also where a program has written what it could.

import { describe, expect, test } from "vitest";
import { h } from "../../results/page/markup.js";
import { type Grade, scoreOf } from "../grade.js";
import { perfect, sample } from "../testing/sample.js";
import { texts } from "../texts/texts.js";
import { classCsv } from "./class-csv.js";
import { classHtml } from "./class-html.js";
import { classroom } from "./classroom.js";
import { feedbackHtml } from "./feedback-html.js";
import { feedbackMd } from "./feedback-md.js";
import { formats } from "./formats.js";
import { gradescope } from "./gradescope.js";
import { junit } from "./junit.js";
import { classTable, gradeTable } from "./table.js";

const { en } = texts;

// https://gradescope-autograders.readthedocs.io/en/latest/specs/: every field that there is, and what it may hold.
const VISIBILITY = ["hidden", "after_due_date", "after_published", "visible"];
const FORMATS = ["text", "html", "simple_format", "md", "ansi"];
const TOP: Record<string, (value: unknown) => boolean> = {
  score: (value) => typeof value === "number",
  execution_time: (value) => typeof value === "number",
  output: (value) => typeof value === "string",
  output_format: (value) => FORMATS.includes(value as string),
  test_output_format: (value) => FORMATS.includes(value as string),
  test_name_format: (value) => FORMATS.includes(value as string),
  visibility: (value) => VISIBILITY.includes(value as string),
  stdout_visibility: (value) => VISIBILITY.includes(value as string),
  extra_data: (value) => typeof value === "object",
  tests: Array.isArray,
  leaderboard: Array.isArray,
};
const TEST: Record<string, (value: unknown) => boolean> = {
  score: (value) => typeof value === "number",
  max_score: (value) => typeof value === "number",
  status: (value) => ["passed", "failed"].includes(value as string),
  name: (value) => typeof value === "string",
  name_format: (value) => FORMATS.includes(value as string),
  number: (value) => typeof value === "string",
  output: (value) => typeof value === "string",
  output_format: (value) => FORMATS.includes(value as string),
  tags: (value) => Array.isArray(value) && value.every((tag) => typeof tag === "string"),
  visibility: (value) => VISIBILITY.includes(value as string),
  extra_data: (value) => typeof value === "object",
};

describe("Gradescope's results.json", () => {
  const results = JSON.parse(gradescope(sample, en)) as Record<string, unknown>;
  const tests = results.tests as Record<string, unknown>[];

  test("has only the documented fields, each as it is documented", () => {
    for (const [key, value] of Object.entries(results)) expect(TOP[key]?.(value), key).toBe(true);
    for (const one of tests)
      for (const [key, value] of Object.entries(one)) expect(TEST[key]?.(value), key).toBe(true);
  });

  test("has a score for each test, where it has none on top", () => {
    expect(results.score).toBeUndefined();
    expect(tests.map(({ score }) => score)).toEqual(sample.checks.map(({ points }) => points));
    const full = tests.reduce((sum, { max_score }) => sum + (max_score as number), 0);
    expect(full).toBe(scoreOf(sample.checks).max);
  });

  test("tells the student what was expected, what came, and what to do", () => {
    const [, page] = tests;
    expect(page!.output).toMatch(/^Expected: Something\.\nGot: .*\nHint: Do this\./s);
    expect(results.output).toContain("The multi server was not found.");
  });
});

describe("GitHub Classroom's result", () => {
  const result = JSON.parse(classroom(sample, en));

  test("is what its reporter adds up", () => {
    expect(result).toMatchObject({ version: 1, status: "fail", max_score: 30 });
    expect(result.tests.reduce((sum: number, { score }: { score: number }) => sum + score, 0)).toBe(13.5);
    for (const one of result.tests) {
      expect(["pass", "fail"]).toContain(one.status);
      expect(one.name).toMatch(/\w/);
      if (one.status === "fail") expect(one.message).toMatch(/^Expected: /);
    }
  });

  test("is passed where nothing is missing", () => {
    expect(JSON.parse(classroom(perfect, en)).status).toBe("pass");
  });

  test("is one line, as a workflow's output must be", () => {
    expect(classroom(sample, en).trimEnd()).not.toContain("\n");
  });
});

describe("JUnit's file", () => {
  const xml = junit([sample, perfect], en);

  test("is well-formed XML", async () => {
    const { DOMParser } = await import("linkedom");
    const document = new DOMParser().parseFromString(xml, "text/xml");
    expect(document.querySelectorAll("testsuite")).toHaveLength(2);
    expect(document.querySelectorAll("testcase")).toHaveLength(sample.checks.length + 1);
    expect(document.querySelectorAll("failure")).toHaveLength(1);
    expect(document.querySelectorAll("error")).toHaveLength(1);
    expect(document.querySelectorAll("skipped")).toHaveLength(3);
  });

  test("holds nothing that XML can't hold, and no tag of a program", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML can't hold
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).not.toMatch(/<(script|img)/);
    expect(xml.match(/[<>]/g)!.length % 2).toBe(0);
  });
});

describe("the class as CSV", () => {
  const lines = classCsv([sample, perfect], en).split("\r\n");

  test("has a line for each submission and a column for each check", () => {
    expect(lines[0]).toBe(
      "submission,score,max,single,multi,client,model_single,model_multi,needs_human,single.starts,single.page,single.second-waits,single.large,multi.starts,multi.page,multi.two-browsers,client.get,standing,how_told,flags,undecided_points",
    );
    expect(lines[1]).toMatch(
      /^anna & <b>,12\.5,30,13\.5,0,0,iterative,,yes,5,0,7\.5,1,0,0,,\?,human,"client: client\.py .*it connects.*","The multi/,
    );
  });

  test("has no formula for a spreadsheet to carry out", () => {
    expect(lines[2]).toMatch(/^'=cmd/);
  });
});

describe("what people read", () => {
  test("as Markdown holds no tag and no escape sequence of a program", () => {
    for (const language of [en, texts.id]) {
      const md = feedbackMd(sample, language);
      const text = md.replace(/^ {4}.*$/gm, ""); // code blocks show what is in them
      expect(text).not.toMatch(/(?<!\\)<(?!!-- -->)/);
      expect(md).not.toContain("\u001b");
      expect(md).not.toContain("\u202e");
    }
  });

  test.each([true, false])("on a terminal (plain: %s) moves no cursor", (plain) => {
    const screen = { plain, color: false, columns: 100 };
    for (const table of [gradeTable(sample, en, screen), classTable([sample, perfect], texts.id, screen)]) {
      expect(table).not.toContain("\u001b");
      expect(table).not.toContain("\u202e");
      for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(101);
    }
  });

  test("as a table says once why several checks were not tried", () => {
    const table = gradeTable(sample, en, { plain: true, color: false, columns: 100 });
    expect(table.match(/Not there\./g)).toHaveLength(1);
    expect(table).toMatch(/2 checks \(multi server\) +not tried +0 of 10/);
  });
});

test("every format of --format writes something", () => {
  for (const { each, all } of formats) {
    const [name, content] = (each?.(sample, en) ?? all?.([sample], en))!;
    expect(name).toMatch(/\.(json|xml)$/);
    expect(content.length).toBeGreaterThan(100);
  }
});

describe("the class for a lecturer", () => {
  const NONE = { file: null, command: null, told: null };
  const chat: Grade = {
    ...perfect,
    submission: "citra",
    score: 0,
    max: 0,
    models: { single: null, multi: null },
    programs: { single: NONE, multi: NONE, client: NONE },
    checks: [],
    without: "It holds no such coursework, but a chat: a.py.",
  };
  const told: Grade = {
    ...perfect,
    submission: "dewi",
    programs: {
      ...perfect.programs,
      multi: { file: "b.py", command: "python3 b.py", told: { by: "elimination" } },
    },
  };
  const all = [chat, told, sample, { ...perfect, submission: "eka" }];
  const screen = { plain: true, color: false, columns: 100 };

  test("shows who needs a human, who has no program, the grades, how they were told, and how many", () => {
    const table = classTable(all, en, screen);
    const places = [
      "A human must look:",
      "anna & <b>: The multi server was not found.",
      "citra: It holds no such coursework",
      "dewi ",
      "dewi: multi server: b.py (by elimination)",
      "2 graded, 1 for a human, 1 without a program.",
    ].map((text) => table.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(table).not.toMatch(/citra +0/);
    const html = classHtml(all, texts.id);
    const sections = [
      "Perlu diperiksa manual",
      "Tidak berisi program",
      "Sudah dinilai",
      "Cara mengetahui",
    ].map((title) => html.indexOf(`<h2>${title}`));
    expect(sections).toEqual(sections.toSorted((a, b) => a - b));
    expect(html).toContain("2 sudah dinilai, 1 perlu diperiksa manual, 1 tanpa program.");
  });

  test("shows what a human may still add, and a program that is not there as one", () => {
    const open = {
      ...perfect.checks[0]!,
      id: "multi.starts",
      status: "inconclusive",
      points: 0,
      max: 7.5,
    } as const;
    const absent = ["single.starts", "single.page"].map(
      (id) => ({ ...perfect.checks[0]!, id, status: "skipped", points: 0, max: 4 }) as const,
    );
    const grade: Grade = {
      ...perfect,
      submission: "gita",
      score: 5,
      max: 20.5,
      programs: { ...perfect.programs, single: NONE },
      checks: [...absent, open],
    };
    const [row] = classTable([grade, told], en, screen).match(/^gita .*$/m)!;
    expect(row).toMatch(/5 \(\+7\.5\) of 20\.5 .*single server \(not there\)/);
    expect(classHtml([grade], texts.id)).toContain("5 (+7,5) dari 20,5");
    expect(classCsv([grade], en)).toMatch(/,7\.5\r\n$/);
  });

  test("shows no program that the rubric does not ask for", () => {
    const one = [
      { ...perfect, submission: "fajar", programs: { ...chat.programs, single: perfect.programs.single } },
    ];
    expect(classTable(one, en, screen)).not.toMatch(/multi|client/);
    expect(classHtml(one, en)).not.toMatch(/<th[^>]*>(multi|client)</);
    expect(feedbackMd(one[0]!, en)).not.toMatch(/multi|client/i);
    expect(feedbackHtml(one[0]!, en, { self: false })).toContain("Seen from outside: single server: ");
  });

  test.each(["en", "id"] as const)(
    "says where the kernel did not bound all memory, and only there (%s)",
    (lang) => {
      const said = h`<p>${texts[lang].report.unbounded}</p>`.text;
      expect(classHtml([perfect], texts[lang], { unbounded: true })).toContain(said);
      expect(classHtml([perfect], texts[lang])).not.toContain(said);
    },
  );

  test("explains once what is undecided for one and the same reason", () => {
    const hint = "Where it is installed, the program can be graded again.";
    const checks = ["multi.starts", "multi.page", "multi.emoji"].map((id, at) => ({
      ...perfect.checks[0]!,
      id,
      status: "inconclusive" as const,
      got: at === 0 ? "It needs express." : "Not tried: It needs express.",
      hint,
    }));
    const md = feedbackMd({ ...perfect, checks }, en);
    expect(md.match(/^- Hint: /gm)).toHaveLength(2);
    expect(md.match(/^### /gm)).toHaveLength(2);
  });

  test("gives no points, not even 0, where nothing was found", () => {
    expect(classCsv([chat], en)).toContain('\r\ncitra,,,,,,,,no,without,,"It holds');
    for (const language of [en, texts.id]) {
      expect(feedbackMd(chat, language)).toContain(language.report.noPointsNote);
      expect(feedbackHtml(chat, language, { self: false })).toContain(language.report.noPointsNote);
      expect(gradeTable(chat, language, screen)).toContain(language.report.noPoints);
      expect(feedbackMd(chat, language)).not.toMatch(/\b0 (of|dari) /);
    }
    expect(JSON.parse(classroom(chat, en)).status).toBe("fail");
    expect(JSON.parse(gradescope(chat, en)).output).toContain("a chat");
  });
});
