// npm run grade FOLDER…: grades coursework, prints a table, writes each student's page.
// Exit status: 0 all graded, 1 a human must look at some (--self: points are missing), 2 used wrongly, 3 could not be carried out.

import { readFileSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { readLanguage, UsageError } from "../clients/command-line.js";
import type { Language } from "../results/texts/texts.js";
import { hasPoints } from "./grade.js";
import { type Command, readTask } from "./options.js";
import type { Writing } from "./report/write.js";
import type { Groups } from "./sandbox/cgroup.js";
import type { Confinement } from "./sandbox/confinement.js";
import type { Toolchains } from "./sandbox/toolchains.js";
import type { Kept } from "./store.js";
import type { SubmissionRef } from "./submission/class.js";
import { interruptible, print, tellOne } from "./terminal.js";
import { type Texts, texts } from "./texts/texts.js";

// Pages are drawn one after the other, and left behind: without this their garbage grows to twice the memory.
setFlagsFromString("--optimize-for-size");

const args = process.argv.slice(2);
/** Something that was asked for can't be had; the message says why. Exit status 3. */
class Impossible extends Error {}

try {
  const language = readLanguage(args, process.env, (language) => texts[language].command);
  const task = readTask(args, texts[language]);
  process.exitCode = task === "help" ? help(texts[language]) : await carryOut(task, language);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof Impossible)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 3;
}

function help({ command }: Texts): number {
  console.log(command.usage);
  return 0;
}

async function carryOut(task: Command, language: Language): Promise<number> {
  const say = texts[language];
  const writing: Writing = { out: task.out, texts: say, formats: task.formats, self: task.self };
  if (task.autograder !== null) {
    const { makeAutograder } = await import("./autograder.js");
    console.log(say.command.built(relative(process.cwd(), await makeAutograder(task, language))));
    return 0;
  }
  const unwritten: Impossible[] = [];
  const grades = task.merge ? await joined(task, say) : await graded(task, language, writing, unwritten);
  if (grades === null) return 130;
  await attempt(say, async () => {
    if (task.merge) for (const grade of grades) await writeOne(grade, writing);
    if (task.self) return;
    const { writeClass } = await import("./report/write.js");
    console.error(say.command.written(relative(process.cwd(), await writeClass(grades, writing))));
  });
  await print(grades, task, say);
  for (const { message } of unwritten) console.error(message);
  if (unwritten.length > 0) return 3;
  if (task.self) return grades.every((grade) => hasPoints(grade) && grade.score >= grade.max) ? 0 : 1;
  return grades.some(({ flags }) => flags.length > 0) ? 1 : 0;
}

/** Grades what was handed in. Null: it was interrupted. What can't be written of one is noted, and stops no other. */
async function graded(
  task: Command,
  language: Language,
  writing: Writing,
  unwritten: Impossible[],
): Promise<Kept[] | null> {
  const say = texts[language];
  const submissions = await submissionsOf(task, say);
  const confinement = await confinementOf(task, say);
  const toolchains = toolchainsFor(confinement); // tools answer while all else is loaded
  const { gradeClass } = await import("./class.js");
  const { Progress } = await import("../scenarios/progress.js");
  const { scratchFolder } = await import("./scratch.js");
  const groups = await groupsFor(confinement);
  writing.unbounded = confinement === "sandbox" && !groups.here;
  const interruption = interruptible(say);
  const progress = new Progress();
  progress.say(say.command.doing(0, submissions.length, []));
  const { rubric, commands, table, browsers } = task;
  let done = 0;
  let kept = 0;
  try {
    const grades = await gradeClass({
      submissions,
      out: task.out,
      jobs: task.jobs,
      again: task.again || task.self,
      version: { rubric, commands, browsers, language, confinement, antre: ownVersion() },
      manner: {
        rubric,
        language,
        confinement,
        commands,
        table,
        browsers,
        scratch: await scratchFolder(),
        toolchains: await toolchains,
        groups,
        hidden: await hiddenFrom(task, submissions, say),
        signal: interruption.signal,
      },
      graded: async (grade, before) => {
        if (before) kept++;
        else
          await attempt(say, () => writeOne(grade, writing)).catch((error: unknown) => {
            if (!(error instanceof Impossible)) throw error;
            unwritten.push(error);
          });
        done++;
        tellOne(grade, before, done, submissions.length, progress, say);
      },
      doing: (now) => progress.say(say.command.doing(done, submissions.length, now)),
    });
    if (kept > 0) console.error(say.command.kept(kept));
    return interruption.signal.aborted ? null : grades;
  } finally {
    progress.end();
    interruption.end();
  }
}

async function writeOne(grade: Kept, writing: Writing): Promise<void> {
  const { writeGrade } = await import("./report/write.js");
  await writeGrade(grade, writing);
}

async function submissionsOf({ paths, one, shard, out }: Command, say: Texts): Promise<SubmissionRef[]> {
  const { programsAmong } = await import("./submission/languages.js");
  const { findSubmissions, NoSubmission } = await import("./submission/class.js");
  const inside = (path: string) => !/^\.\.|^([a-z]:)?[\\/]/i.test(relative(out, path));
  if (paths.some(inside)) throw new UsageError(say.command.sameFolder(out));
  try {
    const passedOver: string[] = [];
    const all = await findSubmissions(paths, one, (path) => passedOver.push(path));
    const programs = programsAmong(passedOver);
    const others = passedOver.filter((path) => !programs.includes(path));
    if (others.length > 0) console.error(say.command.passedOver(others));
    if (programs.length > 0) console.error(say.command.programsBeside(programs));
    return shard === null ? all : all.filter((_, at) => at % shard.of === shard.part - 1);
  } catch (error) {
    if (!(error instanceof NoSubmission)) throw error;
    throw new UsageError(say.command[error.why](error.path));
  }
}

/** How far programs are shut in. Programs of others without a sandbox only where it is said in so many words. */
async function confinementOf({ self, unsafe }: Command, { command: say }: Texts): Promise<Confinement> {
  if (self) return "none";
  const { whyNoSandbox } = await import("./sandbox/confinement.js");
  const { isPrivileged } = await import("./sandbox/privilege.js");
  const missing = unsafe ? null : whyNoSandbox();
  if (missing !== null)
    throw new Impossible(`${say.noSandbox[missing.why](missing.detail)}\n${say.withoutSandbox}`);
  if (!unsafe) return "sandbox";
  const user = isPrivileged();
  console.error(user ? say.unsafeUser : say.unsafe);
  return user ? "user" : "none";
}

/** Without a sandbox programs find them by themselves. */
async function toolchainsFor(confinement: Confinement): Promise<Toolchains> {
  if (confinement !== "sandbox") return { path: [], shown: {} };
  const { findToolchains } = await import("./sandbox/toolchains.js");
  return findToolchains();
}

/** What can't be followed to its end, no program can follow either. */
function whereItLies(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function groupsFor(confinement: Confinement): Promise<Groups> {
  if (confinement !== "sandbox") return { here: false, begin: [] };
  const { findGroups } = await import("./sandbox/cgroup.js");
  return findGroups();
}

/**
 * What no program may see, wherever it lies: submissions, results, rubric, ourselves. By where it really lies, for a link may
 * lead there; so the folder of the results is made before the first program starts.
 */
async function hiddenFrom(
  { paths, out, rubricFile }: Command,
  submissions: SubmissionRef[],
  say: Texts,
): Promise<string[]> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  await attempt(say, async () => void (await mkdir(out, { recursive: true })));
  const all = [...paths, ...submissions.map(({ path }) => path), out, join(rubricFile, ".."), root];
  return [...new Set(await Promise.all(all.map(whereItLies)))];
}

/** A grade is another one when we are. */
function ownVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

async function joined({ paths }: Command, say: Texts): Promise<Kept[]> {
  const { readParts } = await import("./parts.js");
  const grades = await readParts(paths);
  if (grades.length === 0) throw new Impossible(say.command.noParts(paths.join(", ")));
  return grades;
}

/** Writing may fail; the message says which path and why. */
async function attempt(say: Texts, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, path: from, dest: path = from } = error as NodeJS.ErrnoException & { dest?: string };
    if (code === undefined || path === undefined) throw error;
    throw new Impossible(say.command.cannotWrite(path, code));
  }
}
