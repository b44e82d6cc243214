// npm run scenario NAME: runs one scenario, prints the table, writes the results.
// Exit status: 0 all as expected, 1 something was not, 2 used wrongly, 3 could not be carried out.

import { relative } from "node:path";
import { type Language, texts as resultTexts } from "../results/texts/texts.js";
import type { Run } from "./lab/run.js";
import type { Zoo } from "./lab/zoo-run.js";
import { namesOf, readLanguage, readTask, type Task, UsageError } from "./options.js";
import { Progress } from "./progress.js";
import { scenarios } from "./registry.js";
import type { AnyScenario } from "./scenario.js";
import { type Texts, texts } from "./texts/texts.js";

const args = process.argv.slice(2);

try {
  const lang = readLanguage(args, process.env);
  const say = texts[lang];
  const task = readTask(args, say);
  if (task === "help") console.log(say.usage(namesOf(scenarios)));
  else if (task === "list") listScenarios(say);
  else process.exitCode = await carryOut(task, lang, say);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function listScenarios(say: Texts): void {
  const longest = Math.max(...scenarios.map(({ name }) => name.length));
  console.log(`${say.list}\n`);
  for (const { name } of scenarios) console.log(`  ${name.padEnd(longest)}  ${say.questions[name]}`);
}

async function carryOut(task: Task, lang: Language, say: Texts): Promise<number> {
  // Loaded only now, so that --help and a wrong word are answered at once.
  const { openKernel } = await import("./lab/kernel/index.js");
  const { runCollection, runOne } = await import("./lab/run.js");
  const { Knockers } = await import("./lab/knockers.js");
  const { Writer } = await import("../results/writer.js");
  endOnSignals(say);

  const { scenario } = task;
  const zoo = await zooOf(task);
  const programs = zoo?.programs ?? task.programs;
  const all = programs.length * turnsOf(task);
  let done = 0;
  const progress = new Progress();
  let turn = "";
  const how = {
    ...task,
    programs,
    largePath: zoo?.largePath ?? task.largePath,
    progress: (name: string, server: string) => {
      turn = say.doing(name, server, done++, all);
      progress.say(turn);
    },
    doing: (clients: string) => progress.say(say.doingSize(turn, clients)),
  };
  let failed = false;
  let writer: InstanceType<typeof Writer> | null = null;
  const equipment = {
    kernel: openKernel(),
    knockers: new Knockers(task.browsers),
    texts: say,
    timeToSpare: () => {
      writer ??= new Writer();
    },
  };
  /** Writes a result's files; a folder that can't be written does not undo what was measured. */
  const write = async ({ result, attachments }: Run) => {
    writer ??= new Writer();
    const answer = await writer.write({ result, folder: task.out, language: lang, attachments });
    const written = "paths" in answer && filesOf(answer.paths.map((path) => relative(process.cwd(), path)));
    console.error(written ? say.written(written) : (answer as { failure: string }).failure);
    failed ||= !written;
  };
  try {
    const run =
      "scenarios" in scenario
        ? await runCollection(scenario, how, equipment, write)
        : await runOne(scenario, how, equipment);
    progress.end();
    const writing = write(run);
    await print(run, task, lang);
    await writing;
    return failed ? 3 : statusOf(run);
  } finally {
    progress.end();
    equipment.kernel.close();
  }
}

/** How often each server has its turn. */
function turnsOf({ scenario, trials, levels }: Task): number {
  const turns = (one: AnyScenario): number => {
    if ("opens" in one) return trials;
    return "kept" in one ? trials * one.kept.length * (levels ?? one.levels).connections.length : 1;
  };
  return "scenarios" in scenario
    ? scenario.scenarios.reduce((sum, one) => sum + turns(one), 0)
    : turns(scenario);
}

/** The page to open, and the endings of what lies beside it. */
function filesOf(paths: string[]): string {
  const page = paths.find((path) => path.endsWith(".html")) ?? paths[0]!;
  const stem = page.replace(/\.html$/, "");
  return `${page} (${paths
    .filter((path) => path !== page)
    .map((path) => path.replace(stem, ""))
    .join(", ")})`;
}

/** The zoo, where it is asked for and nobody names other servers. */
async function zooOf({ scenario, programs }: Task): Promise<Zoo | null> {
  if (!("inquires" in scenario) || scenario.inquires !== "zoo" || programs.length > 0) return null;
  const { openZoo } = await import("./lab/zoo-run.js");
  return openZoo();
}

async function print({ result }: Run, task: Task, lang: Language): Promise<void> {
  if (task.json) {
    const { json } = await import("../results/json.js");
    process.stdout.write(json(result));
    return;
  }
  const { table } = await import("../results/table.js");
  const plain = !process.stdout.isTTY || Boolean(process.env.NO_COLOR);
  const columns = Math.min(process.stdout.columns || 100, 100);
  process.stdout.write(`${table(result, resultTexts(lang), { plain, color: !plain, columns })}\n`);
}

function statusOf({ result }: Run): number {
  const { servers, observations = [], loadObservations = [] } = result;
  const untried =
    servers.some(({ notCarriedOut }) => notCarriedOut) ||
    observations.some(({ measured }) => measured === null) ||
    loadObservations.some(({ asExpected }) => asExpected === null);
  if (untried) return 3;
  const expected =
    [...servers, ...loadObservations].every(({ asExpected }) => asExpected) &&
    observations.every(({ reproduced }) => reproduced);
  return expected ? 0 : 1;
}

/** Ends at once; what was started is ended on the way out. 128 + the signal's number, as shells say it. */
function endOnSignals(say: Texts): void {
  const signals = [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const;
  for (const [signal, number] of signals) {
    process.once(signal, () => {
      console.error(say.interrupted);
      process.exit(128 + number);
    });
  }
}
