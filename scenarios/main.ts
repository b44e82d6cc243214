// npm run scenario NAME: runs one scenario, prints the table, writes the results.
// Exit status: 0 all as expected, 1 something was not, 2 used wrongly, 3 could not be carried out.

import { readLanguage, UsageError } from "../clients/command-line.js";
import { CannotWrite, tryFolder } from "../results/folder.js";
import type { Result } from "../results/result.js";
import { type Language, texts as resultTexts } from "../results/texts/texts.js";
import { indented } from "../results/words.js";
import { namesOf, readTask, type Task } from "./options.js";
import { scenarios } from "./registry.js";
import type { Session } from "./session.js";
import { type Texts, texts } from "./texts/texts.js";

const args = process.argv.slice(2);

try {
  const lang = readLanguage(args, process.env, (language) => texts[language]);
  const say = texts[lang];
  const task = readTask(args, say);
  if (task === "help") console.log(say.usage(indented(namesOf(scenarios), 2, 80).join("\n")));
  else if (task === "list") listScenarios(say);
  else process.exitCode = await carryOut(task, lang, say);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotWrite)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 3;
}

function listScenarios(say: Texts): void {
  const indent = 4 + Math.max(...scenarios.map(({ name }) => name.length));
  console.log(`${say.list}\n`);
  for (const { name } of scenarios) {
    const question = indented(say.questions[name]!, indent, process.stdout.columns || Infinity);
    console.log(`  ${name}`.padEnd(indent) + question.join("\n").trimStart());
  }
}

async function carryOut(task: Task, lang: Language, say: Texts): Promise<number> {
  await tryFolder(task.out, resultTexts(lang));
  // Loaded only now, so that --help and a wrong word are answered at once.
  const { Session } = await import("./session.js");
  const { statusOf } = await import("./status.js");
  const session = new Session(lang, task.browsers);
  endOnSignals(session, task, say);
  try {
    const { result, attachments } = await runWhole(task, session, lang);
    session.rest();
    const writing = session.write(result, task, attachments);
    await print(result, task, lang);
    await writing;
    return session.failed ? 3 : statusOf(result);
  } finally {
    session.close();
  }
}

async function runWhole(task: Task, session: Session, lang: Language) {
  if (task.parts === undefined) return session.run(task);
  const { runEverything } = await import("./everything.js");
  return { result: await runEverything(task, session, lang), attachments: new Map<string, Buffer>() };
}

async function print(result: Result, task: Task, lang: Language): Promise<void> {
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

/** Ends at once; what was started is ended on the way out. 128 + the signal's number, as shells say it. */
function endOnSignals(session: Session, { out }: Task, say: Texts): void {
  const signals = [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const;
  for (const [signal, number] of signals) {
    process.once(signal, () => {
      console.error(session.written > 0 ? say.interruptedLate(out) : say.interrupted);
      process.exit(128 + number);
    });
  }
}
