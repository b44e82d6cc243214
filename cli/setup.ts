// npm run setup: installs what is missing with the system's own packages, after it has said what it will do.
// Exit status: 0 all is there, 2 used wrongly, 3 something could not be installed.

import { parse, readLanguage, UsageError } from "../clients/command-line.js";
import { type Texts, texts } from "./texts/texts.js";
import { type Group, type ToolName, toolNames, toolOf, type Use, uses } from "./tools.js";

const options = {
  yes: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  system: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

type Say = Texts["setup"];

const GROUPS: readonly Group[] = ["browsers", "languages", "zoo"];
/** What can be asked for: a use, a group, or a tool. */
const WHAT: readonly string[] = [...uses, ...GROUPS, "sandbox", ...toolNames];

const args = process.argv.slice(2);

try {
  const language = readLanguage(args, process.env, (language) => texts[language].setup);
  const say = texts[language].setup;
  const { values, positionals } = parse(args, options, say);
  if (values.help) console.log(await help(say));
  else process.exitCode = await setUp(chosen(positionals, say), values, say);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function help(say: Say): Promise<string> {
  const { indented } = await import("../results/words.js");
  return say.usage.replace("{what}", indented(WHAT.join(", "), 2, 80).join("\n"));
}

function chosen(words: readonly string[], say: Say): ToolName[] {
  for (const word of words)
    if (!WHAT.includes(word)) throw new UsageError(say.unknown(word, WHAT.join(", ")));
  const wanted = words.length > 0 ? words : ["grading", "tests"];
  return toolNames.filter((name) => {
    const { group, uses } = toolOf(name);
    return (
      wanted.includes(name) ||
      wanted.includes(group === "grading" ? "sandbox" : group) ||
      uses.some((use: Use) => wanted.includes(use))
    );
  });
}

async function setUp(
  wanted: readonly ToolName[],
  { yes, "dry-run": dryRun, system: ofSystem }: { yes: boolean; "dry-run": boolean; system: boolean },
  say: Say,
): Promise<number> {
  const { thisSystem } = await import("./system.js");
  const { find } = await import("./find.js");
  const system = thisSystem();
  const missing = await missingOf(wanted, ofSystem);
  const labels = (names: readonly ToolName[]) => names.map((name) => toolOf(name).label);
  if (missing.length > 0 && system.packages === null) {
    const { linesOf } = await import("./install.js");
    const lines = Object.entries(linesOf(missing)).map(([name, line]) => `  ${name}: ${line}`);
    console.error([say.unknownSystem(labels(missing)), ...lines].join("\n"));
    return 3;
  }
  const { planFor, shown } = await import("./plan.js");
  const plan = missing.length > 0 ? planFor(missing, system.packages!, system, !process.stdout.isTTY) : null;
  if (plan === null || plan.steps.length === 0) {
    console.log(say.nothing);
    if (plan !== null) tellWithout(plan.without, plan.manager.program, say);
    return 0;
  }

  const bringable = missing.filter((name) => !plan.without.includes(name));
  const asRoot = plan.steps.some(({ root }) => root) && !system.isRoot;
  console.log(say.plan(labels(bringable)));
  for (const step of plan.steps) console.log(`  ${shown(step, asRoot)}`);
  if (plan.manager.program === "apt-get") console.log(say.quiet);
  if (asRoot) console.log(say.asRoot);
  tellWithout(plan.without, plan.manager.program, say);

  if (find([plan.manager.program]) === null) {
    const { brew, winget, other } = say.noManager;
    console.error({ brew, winget }[plan.manager.program] ?? other(plan.manager.program));
    return 3;
  }
  if (asRoot && find(["sudo"]) === null) {
    console.error(say.noSudo);
    return 3;
  }
  if (dryRun) {
    console.log(say.dryRun);
    return 0;
  }
  if (!yes) {
    if (!process.stdin.isTTY) throw new UsageError(say.noTerminal);
    if (!(await agreed(say))) {
      console.log(say.left);
      return 3;
    }
  }
  const { run } = await import("./run.js");
  let failed = false;
  for (const step of plan.steps) {
    const how = await run(step, asRoot);
    if (how === null) continue;
    failed = true;
    console.error(say.failed(shown(step, asRoot), how));
  }
  const left = await missingOf(bringable, ofSystem);
  if (left.length > 0) console.error(say.stillMissing(labels(left)));
  else if (!failed) console.log(say.done);
  return failed || left.length > 0 ? 3 : 0;
}

/** Those that this system can use, and does not have, or not where Antre finds them; with --system: or has only in a home folder. */
async function missingOf(wanted: readonly ToolName[], ofSystem: boolean): Promise<ToolName[]> {
  const { homedir } = await import("node:os");
  const { relative, isAbsolute } = await import("node:path");
  const home = homedir();
  const isWithin = (path: string, folder: string) => {
    const way = relative(folder, path);
    return folder !== "/" && !way.startsWith("..") && !isAbsolute(way);
  };
  const { isFor, probe } = await import("./probe.js");
  const usable = wanted.filter((name) => isFor(toolOf(name), process.platform));
  const found = await Promise.all(
    usable.map(async (name) => {
      const { state, path } = await probe(name, ofSystem ? { counts: (path) => !isWithin(path, home) } : {});
      return { name, there: state === "ok" && path !== null };
    }),
  );
  return found.filter(({ there }) => !there).map(({ name }) => name);
}

function tellWithout(names: readonly ToolName[], manager: string, say: Say): void {
  if (names.length === 0) return;
  console.log(say.elsewhere(manager));
  for (const name of names) console.log(`  ${toolOf(name).label}: ${toolOf(name).url}`);
}

async function agreed(say: Say): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-D and Ctrl-C are a no, too.
  const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    return say.yes.test((await Promise.race([terminal.question(say.ask), ended])).trim());
  } finally {
    terminal.close();
  }
}
