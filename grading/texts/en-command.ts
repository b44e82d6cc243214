// What the command says in English: its usage, its mistakes, its progress.

import { howToInstall } from "../../cli/install.js";
import type { Problem } from "../rubric.js";
import { APPARMOR } from "../sandbox/apparmor.js";

const list = (words: readonly string[]): string => words.join(", ");

export const command = {
  usage: `Usage: npm run grade -- FOLDER... [options]

Grades coursework: a single server, a multi server and a client, in any
language. FOLDER is one submission (a folder, a zip or a tar file), or a folder
that holds one submission in each of its folders and archives.

Options:
  --self               your own program, before you hand it in: no sandbox,
                       and what to do next
  --one                each FOLDER is one submission, whatever it holds
  --rubric FILE        what counts how much: a file, or pair, one-server or
                       textbook (default pair; see grading/rubrics/)
  --single COMMAND     the command or the file of the single server,
                       where it is not told by itself
  --multi COMMAND      that of the multi server
  --client COMMAND     that of the client; {host}, {port}, {file}, {path} and
                       {url} in it say where these belong
  --programs FILE      the same for each submission of a class: a table such as
                       ani: { single: server.py, client: python3 ask.py }
  --jobs N             how many programs are examined at once
                       (default: the number of processors)
  --out FOLDER         where the results are written
                       (default results/runs/grades)
  --again              grade anew what has been graded already
  --format NAME        besides: gradescope, junit or classroom;
                       may be repeated
  --shard K/N          only the K-th of N parts of the submissions,
                       for several machines
  --merge              each FOLDER holds the results of a part:
                       join them, and grade nothing
  --browser PATH       a browser's program; may be repeated
                       (default: those that are installed)
  --autograder NAME    make what Gradescope or GitHub Classroom needs:
                       gradescope or classroom
  --unsafe-no-sandbox  run the programs without a sandbox (see SECURITY.md)
  --json               print the grades alone, as JSON
  --lang en|id         the language of the feedback
  --help               this text

Exit status: 0 all graded, 1 a human must look at some (with --self: points
are missing), 2 wrong usage, 3 it could not be carried out.`,
  noFolder: "Name the folder with the submissions: npm run grade -- submissions/   --help shows more.",
  unknownOption: (option: string) => `There is no option ${option}. --help lists the options.`,
  missingValue: (option: string) => `The option ${option} needs a value. --help lists the options.`,
  noValue: (option: string) => `The option ${option} takes no value.`,
  badNumber: (option: string, value: string, least: number, most: number) =>
    `The option ${option} is a whole number from ${least} to ${most}, not "${value}".`,
  badShard: (value: string) =>
    `The option --shard is K/N, the K-th of N parts, such as 3/10, not "${value}".`,
  badWord: (option: string, value: string, known: readonly string[]) =>
    `The option ${option} is one of ${list(known)}, not "${value}".`,
  badLanguage: (value: string) => `The option --lang is en or id, not "${value}".`,
  eatenByNpm: (option: string) =>
    `npm took the option ${option} for itself. Write -- before the options: npm run grade -- ${option} ... (in PowerShell: npm.cmd run ...).`,
  missing: (path: string) => `There is no folder or file "${path}".`,
  noArchive: (path: string) => `"${path}" is neither a folder nor a zip or tar file.`,
  nothingIn: (path: string) => `There is no submission in "${path}".`,
  passedOver: (paths: readonly string[]) =>
    `Passed over, because they are neither folders nor archives: ${list(paths)}`,
  programsBeside: (paths: readonly string[]) =>
    `Warning: these programs lie beside the submissions, and belong to none, so they are not graded: ${list(paths)}. If all of it is one submission, say so with --one.`,
  oneSelf: "With --self, name one folder: your own.",
  sameFolder: (path: string) =>
    `The results can't be written into "${path}": the submissions lie there. Name another folder with --out.`,
  noRubric: (path: string, why: string, ready: readonly string[]) =>
    `The rubric "${path}" can't be read: ${why}. Name a file, or one that is ready: ${list(ready)}.`,
  noTable: (path: string, why: string) => `The table of programs "${path}" can't be read: ${why}.`,
  badTable: (problem: string) => `${problem}.`,
  badRubric: (file: string, line: number, problem: Problem) =>
    `${file}, line ${line}: ${rubricProblem(problem)}`,
  noSandbox: {
    system: () =>
      "Other people's programs are graded in a sandbox (bubblewrap), which only Linux has; on Windows, WSL 2 has it too.",
    "not installed": () =>
      `Other people's programs are graded in a sandbox, and bubblewrap, which makes it, is not installed (${howToInstall("bubblewrap")}).`,
    "too old": (said: string) =>
      `Other people's programs are graded in a sandbox, and this bubblewrap is too old to make one for an ordinary user (${said}): install version 0.8 or newer, or grade as root.`,
    "namespaces off": (setting: string) =>
      `Other people's programs are graded in a sandbox, and this system has the namespaces that it is made of switched off: switch them on (sudo sysctl -w ${setting}).`,
    apparmor: () =>
      `Other people's programs are graded in a sandbox, and AppArmor keeps ordinary users from making one, as Ubuntu does since 23.10: allow it to bubblewrap (${APPARMOR}), or grade as root.`,
    container: (said: string) =>
      `Other people's programs are graded in a sandbox, and the container around the grader does not allow one (${said}): start the container with --privileged, or grade outside of it.`,
    refused: (said: string) =>
      `Other people's programs are graded in a sandbox, and the system does not allow bubblewrap to make one (${said}): grade as root, or on another system.`,
  },
  withoutSandbox:
    "Your own program needs no sandbox: --self. To run other people's without one, at your own risk: --unsafe-no-sandbox (see SECURITY.md).",
  unsafe: "Warning: the programs are run WITHOUT a sandbox. They can read and change what you can.",
  unsafeUser: "Warning: the programs are run WITHOUT a sandbox, but as a user who owns nothing.",
  doing: (done: number, all: number, names: readonly string[]) =>
    `${done} of ${all} graded${names.length > 0 ? `; now: ${list(names)}` : ""}`,
  graded: (done: number, all: number, name: string, score: string, max: string, flagged: boolean) =>
    `[${done}/${all}] ${name}: ${score} of ${max}${flagged ? ", a human must look" : ""}`,
  ungraded: (done: number, all: number, name: string, why: string) => `[${done}/${all}] ${name}: ${why}`,
  kept: (count: number) => `${count} graded before, and not graded again (--again does).`,
  interrupted:
    "Interrupted. All programs were ended. What is graded is kept: the same command goes on from there.",
  written: (path: string) => `Written: ${path}`,
  cannotWrite: (path: string, why: string) => `"${path}" can't be written: ${why}.`,
  built: (path: string) => `Made: ${path}`,
  noParts: (path: string) => `There are no results in "${path}".`,
};

function rubricProblem(problem: Problem): string {
  switch (problem.kind) {
    case "yaml":
      return `this is not YAML: ${problem.detail}`;
    case "not a map":
      return `${problem.path || "the rubric"} must be a list of names with values, such as page: 4`;
    case "unknown":
      return `${problem.path || "the rubric"} has no "${problem.word}". It may have: ${list(problem.known)}`;
    case "number":
      return `${problem.path} must be a number from ${problem.least} to ${problem.most}${problem.value ? `, not ${problem.value}` : ""}`;
    case "words":
      return `${problem.path} must be of these: ${list(problem.known)}; not ${problem.value}`;
    case "yes or no":
      return `${problem.path} must be true or false, not ${problem.value}`;
    case "no points":
      return "no check has points";
  }
}
