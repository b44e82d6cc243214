// npm run scenario NAME: runs one scenario, prints the table, writes the results.
// Exit status: 0 all as expected, 1 something was not, 2 used wrongly, 3 could not be carried out.

import { cpus, release, totalmem } from "node:os";
import { relative } from "node:path";
import { json } from "../results/json.js";
import type { Machine, Result, ServerResult } from "../results/result.js";
import { type Language, texts as resultTexts } from "../results/texts/texts.js";
import { namesOf, readLanguage, readTask, type Task, UsageError } from "./options.js";
import { scenarios } from "./registry.js";
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
  const { experiment } = await import("./lab/experiment.js");
  const { launch } = await import("./lab/launch.js");
  endOnSignals(say);

  const kernel = openKernel();
  const startedAt = new Date();
  const start = performance.now();
  const plan = { scenario: task.scenario, trials: task.trials, path: task.path };
  // Our own servers pick ports of their own, so they can all start at once; others may want the same port.
  const ours = task.programs.filter(({ source, port }) => source !== null && port === null);
  const starting = new Map(ours.map((program) => [program, launch(program, kernel)]));
  await Promise.allSettled(starting.values());
  const servers: ServerResult[] = [];
  for (const program of task.programs) {
    servers.push(await experiment(program, plan, kernel, say, starting.get(program)));
  }
  kernel.close();

  const result: Result = {
    format: "antre-result/1",
    scenario: task.scenario.name,
    startedAt: startedAt.toISOString(),
    elapsedMs: performance.now() - start,
    machine: machine(),
    servers,
  };
  return report(result, task, lang, say);
}

/** Prints the result and writes it. Answers the exit status. */
async function report(result: Result, task: Task, lang: Language, say: Texts): Promise<number> {
  const words = resultTexts(lang);
  const { writeResult } = await import("../results/formats.js");
  if (task.json) {
    process.stdout.write(json(result));
  } else {
    const { table } = await import("../results/table.js");
    const plain = !process.stdout.isTTY || Boolean(process.env.NO_COLOR);
    const columns = Math.min(process.stdout.columns || 100, 100);
    process.stdout.write(`${table(result, words, { plain, color: !plain, columns })}\n`);
  }
  try {
    const paths = await writeResult(result, task.out, words);
    console.error(say.written(paths.map((path) => relative(process.cwd(), path)).join(", ")));
  } catch (error) {
    console.error((error as Error).message);
    return 3;
  }
  if (result.servers.some(({ notCarriedOut }) => notCarriedOut)) return 3;
  return result.servers.every(({ asExpected }) => asExpected) ? 0 : 1;
}

function machine(): Machine {
  return {
    os: `${process.platform} ${release()}`,
    cpus: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    node: process.versions.node,
  };
}

/** Ends at once; what was started is ended on the way out. 128 + the signal's number, as shells say it. */
function endOnSignals(say: Texts): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.once(signal, () => {
      console.error(say.interrupted);
      process.exit(128 + number);
    });
  }
}
