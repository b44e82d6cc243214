// The READMEs tell what is: their commands, scenarios and options exist, both name the same ones, and their tables look
// as those of a real run do. When one changed on purpose, paste what `npm run -s scenario two-clients -- --lang LANG | cat` prints.

import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { table } from "../results/table.js";
import { type Language, languages, texts as resultTexts } from "../results/texts/texts.js";
import { runAll } from "../testing/run-all.js";
import { optionsOf } from "./own-options.js";
import { scenarios } from "./registry.js";
import { runScenario } from "./testing/command.js";
import { texts } from "./texts/texts.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

const files: Record<Language, string> = { en: "README.md", id: "README.id.md" };
const readmes = { en: await read(files.en), id: await read(files.id) };
const scripts: Record<string, string> = JSON.parse(await read("package.json")).scripts;

/** The commands of a README, as `scenario two-clients -- --json`: those in its code blocks, and those within its lines. */
function commandsOf(readme: string): string[] {
  const commands = [...readme.matchAll(/(?:^|`)npm (?:run (?:-s )?)?([a-z][^`\n]*)/gm)].map(([, command]) =>
    command!.replace(/\s+[#>].*/, "").trim(),
  );
  return [...new Set(commands)].filter((command) => !["ci", "run"].includes(command)).sort();
}

/** What a README names within its lines that begins with two hyphens: `--port N` is --port. */
const optionsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option))].sort();

/** The scripts that are programs of ours, with their own files. */
const programs: Record<string, string> = Object.fromEntries(
  ["scenario", "server", "client", "grade", "doctor", "setup"].map((script) => {
    const [, main] = /^node (dist\/\S+)$/.exec(scripts[script] ?? "") ?? [];
    if (main === undefined) throw new Error(`"npm run ${script}" is no program of ours`);
    return [script, join(root, main)];
  }),
);

const asked = Object.entries(programs).flatMap(([script, main]) =>
  languages.map((language) => ({
    key: `${script} ${language}`,
    command: [main, "--help", "--lang", language] as const,
  })),
);
const said = await runAll(asked.map(({ command }) => command));
const helps = new Map(asked.map(({ key }, at) => [key, said[at]!]));

/** What one of our programs prints with --help. */
function printed(script: string, language: Language): string {
  const { status, out } = helps.get(`${script} ${language}`)!;
  expect(status).toBe(0);
  return out;
}

/** The options of one of our programs: what its --help lists. */
function helpOf(script: string): string[] {
  const stdout = printed(script, "en");
  return [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option!);
}

const help: Record<string, string[]> = Object.fromEntries(
  Object.keys(programs).map((script) => [script, helpOf(script)]),
);

/** The code block with what two-clients printed. */
const tableOf = (readme: string): string =>
  [...readme.matchAll(/^```\w*\n(.*?)\n```$/gms)]
    .map(([, block]) => block!)
    .find((block) => block.startsWith("two-clients: "))!;

/** A run without what differs from run to run: its figures, how long each phase was drawn, and so where lines are wrapped. */
const form = (table: string): string =>
  table
    .replace(/^( {2}\S+ \d) +[.~:#=x]+$/gm, "$1 TIMELINE")
    .replace(/\d+(?:[.,]\d+)?/g, "N")
    .replace(/-{2,}/g, "--")
    .split(/\n{2,}/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .join("\n\n");

describe.each(languages)("the README in %s", (language) => {
  const readme = readmes[language];
  const commands = commandsOf(readme);

  test("links to the other one at its top", () => {
    const [other] = languages.filter((one) => one !== language);
    expect(readme.split("\n").slice(0, 4).join("\n")).toContain(`](${files[other!]})`);
  });

  test("names no npm script that is missing, and leaves out none that people type", () => {
    const named = [...new Set(commands.map((command) => command.split(" ")[0]!))].sort();
    const typed = Object.keys(scripts).filter((script) => !script.startsWith("pre"));
    expect(named).toEqual(typed.sort());
  });

  test("shows every scenario with its question", () => {
    const rows = readme.split("\n").filter((line) => line.startsWith("| `npm run scenario "));
    const { questions } = texts[language];
    const wanted = scenarios.map(({ name }) => `| \`npm run scenario ${name}\` | ${questions[name]} |`);
    expect(rows).toEqual(wanted);
  });

  test("names no scenario that is missing", () => {
    const named = commands.flatMap((command) => /^scenario ([a-z][\w-]*)/.exec(command)?.[1] ?? []);
    expect(scenarios.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  });

  test("shows only pictures, and leads only to files, that are there", async () => {
    const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path!);
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) await access(join(root, path));
  });

  test("names only options that --help lists", () => {
    for (const command of commands) {
      const [script] = command.split(" ");
      const options = optionsIn(command).filter((option) => option !== "--help");
      if (options.length > 0) expect(help[script!], command).toEqual(expect.arrayContaining(options));
    }
    expect(Object.values(help).flat()).toEqual(expect.arrayContaining(optionsIn(readme)));
  });

  test("gives no scenario an option that it does not have", () => {
    for (const command of commands) {
      const scenario = scenarios.find(({ name }) => name === /^scenario ([a-z][\w-]*)/.exec(command)?.[1]);
      const own = scenario === undefined ? null : optionsOf(scenario);
      if (own === null) continue;
      for (const option of optionsIn(command)) expect([...own], command).toContain(option.slice(2));
    }
  });
});

// What the kernel says of a wait, the table shows on Linux only.
test.runIf(process.platform === "linux")(
  "the READMEs show the table of a real run",
  { retry: 2 },
  async () => {
    const { status, result } = await runScenario("two-clients");
    expect(status).toBe(0);
    for (const language of languages) {
      const shown = table(result, resultTexts(language), { plain: true, color: false, columns: 100 });
      expect(form(tableOf(readmes[language]))).toBe(form(shown.trimEnd()));
    }
  },
);

test.each(Object.keys(help))("the help of %s fits a terminal of 80 columns, in both languages", (script) => {
  for (const language of languages) {
    for (const line of printed(script, language).split("\n"))
      expect(line.length, line).toBeLessThanOrEqual(80);
    const columns = [...printed(script, language).matchAll(/^ {2}--.*?\S {2,}(?=\S)/gm)].map(
      ([all]) => all.length,
    );
    expect(new Set(columns).size).toBe(1);
  }
});

test("both READMEs name the same commands and options", () => {
  expect(commandsOf(readmes.id)).toEqual(commandsOf(readmes.en));
  expect(optionsIn(readmes.id)).toEqual(optionsIn(readmes.en));
});
