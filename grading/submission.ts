// One submission from its folder or archive to its grade: a private copy, our pages, an examiner for each program.

import { mkdirSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ModelName } from "../results/result.js";
import type { Language } from "../results/texts/texts.js";
import { printableAll } from "../results/words.js";
import { type Examination, examine } from "./examination.js";
import { type CheckResult, type Grade, ROLES, type Role, scoreOf } from "./grade.js";
import { putSite, type Site } from "./pages.js";
import type { PlannedCheck, Rubric } from "./rubric.js";
import { type Groups, newGroupName } from "./sandbox/cgroup.js";
import { type Confinement, userOfPrograms } from "./sandbox/confinement.js";
import type { Toolchains } from "./sandbox/toolchains.js";
import { Unopened } from "./submission/folder.js";
import { toldByLooking, worthALook } from "./submission/looking.js";
import type { Manifest, Stated } from "./submission/manifest.js";
import { type Opened, openSubmission } from "./submission/opened.js";
import { putInPlainText } from "./submission/plain-text.js";
import {
  asFile,
  findPrograms,
  type Handed,
  isFound,
  type NotFound,
  type Program,
} from "./submission/programs.js";
import { commonRoot } from "./submission/root.js";
import { texts } from "./texts/texts.js";
import { Ungraded } from "./ungraded.js";

/** How submissions are graded: the same for all of a class. */
export interface GradingOptions {
  rubric: Rubric;
  language: Language;
  confinement: Confinement;
  commands: Partial<Record<Role, string>>;
  /** What a lecturer says of the programs of each submission, by its name. */
  table: Record<string, Manifest>;
  browsers: string[];
  /** A folder for what is unpacked and built. */
  scratch: string;
  toolchains: Toolchains;
  groups: Groups;
  /** What no program may see. */
  hidden: string[];
  /** Runs one examination as soon as there is room for it. */
  schedule: (examination: (idle: (idle: boolean) => void) => Promise<Examination>) => Promise<Examination>;
  doing: (submission: string, check: string) => void;
  signal: AbortSignal;
}

/** Grades one submission. Whatever is wrong with it becomes part of its grade. */
export async function gradeSubmission(path: string, name: string, manner: GradingOptions): Promise<Grade> {
  const grade: Grade = {
    format: "antre-grade/1",
    submission: name,
    score: 0,
    max: 0,
    models: { single: null, multi: null },
    programs: { single: NONE, multi: NONE, client: NONE },
    checks: [],
    flags: [],
    without: null,
    gradedAt: new Date().toISOString(),
    elapsedMs: 0,
  };
  const ungraded = new Ungraded(manner);
  try {
    const scratch = await mkdtemp(join(manner.scratch, "submission-"));
    try {
      await chmod(scratch, 0o711);
      await new Grading(path, grade, scratch, manner, ungraded).carryOut();
    } finally {
      await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
  } catch (error) {
    // A fault of ours, or a file that can't be read: the others are graded all the same.
    if (!manner.signal.aborted) ungraded.failed(grade, error);
  }
  const { score, max } = scoreOf(grade.checks);
  // What strangers wrote or named gets into every output from here, and is safe to show from here on.
  return printableAll({ ...grade, score, max });
}

/** Our pages are put into so many folders at the most. */
const MOST_FOLDERS = 12;

const NONE = { file: null, command: null, told: null };

class Grading {
  readonly #path: string;
  readonly #grade: Grade;
  readonly #scratch: string;
  readonly #manner: GradingOptions;
  readonly #ungraded: Ungraded;

  constructor(path: string, grade: Grade, scratch: string, manner: GradingOptions, ungraded: Ungraded) {
    this.#path = path;
    this.#ungraded = ungraded;
    this.#grade = grade;
    this.#scratch = scratch;
    this.#manner = manner;
  }

  get #say() {
    return texts[this.#manner.language];
  }

  /** What the lecturer says of this submission, and of all. */
  get #word(): Partial<Record<Role, string | Stated>> {
    return { ...this.#manner.commands, ...this.#manner.table[this.#grade.submission] };
  }

  async carryOut(): Promise<void> {
    let opened: Opened;
    try {
      opened = await openSubmission(this.#path, this.#scratch);
    } catch (error) {
      if (!(error instanceof Unopened)) throw error;
      this.#ungraded.unopened(this.#grade, this.#say.submission.unopened[error.why](error.detail));
      return;
    }
    const { folder, contents } = opened;
    if (contents.leftOut.length > 0)
      this.#grade.flags.push(this.#say.submission.leftOut(contents.leftOut.slice(0, 5)));
    const { root, files } = commonRoot(folder, contents.files);
    const asked = ROLES.filter((role) => this.#ungraded.planned(role).length > 0);
    const found = findPrograms(root, files, this.#word, asked);
    const looked = worthALook(found.programs, found.candidates, asked).map((path) =>
      asFile("multi", { folder: root, files }, path, { by: "only" }),
    );
    putInPlainText(root, files);
    const started = [...Object.values(found.programs).filter(isFound), ...looked];
    const folders = servedFrom(files, started).map((one) => join(root, one));
    const site = putSite(folders, this.#manner.confinement === "sandbox");
    const programs = await this.#look(found.programs, looked, asked, { folder: root, files }, site);
    const wanted = asked.map((role) => programs[role]);
    this.#ungraded.flagUntold(this.#grade, wanted);
    if (!wanted.some(isFound)) {
      // Nobody knows yet what it is worth, or there is nothing to be worth anything: neither is 0 points.
      if (found.otherWork !== null) this.#ungraded.otherWork(this.#grade, found.otherWork);
      else this.#grade.without = this.#grade.flags.at(-1)!;
      return;
    }
    const examined = ROLES.map(async (role) => this.#examine(role, programs[role], root, site));
    for (const checks of await Promise.all(examined)) this.#grade.checks.push(...checks);
    this.#ungraded.flagUndecided(this.#grade);
  }

  /** Starts those that nothing else tells, to see who listens, and how it serves several clients. */
  async #look(
    programs: Record<Role, Program | NotFound>,
    looked: readonly Program[],
    asked: readonly Role[],
    handed: Handed,
    site: Site,
  ): Promise<Record<Role, Program | NotFound>> {
    const models = await Promise.all(
      looked.map(async (program, at): Promise<[string, ModelName | null]> => {
        const { model } = await this.#examined("multi", program, handed.folder, site, [], `look-${at}`);
        return [program.file!, model === "not-started" ? null : model];
      }),
    );
    return toldByLooking(programs, new Map(models), asked, handed);
  }

  async #examine(
    role: Role,
    program: Program | NotFound,
    folder: string,
    site: Site,
  ): Promise<CheckResult[]> {
    const planned = this.#ungraded.planned(role);
    if (planned.length === 0) return [];
    if (!isFound(program)) return this.#ungraded.missing(role, program);
    const { file, run, told } = program;
    this.#grade.programs[role] = { file, command: run.replace(/^exec /, ""), told };
    const examination = await this.#examined(role, program, folder, site, planned);
    const { results, model, started, exceeded, broken } = examination;
    if (role !== "client") this.#grade.models[role] = model;
    if (started !== null) this.#grade.programs[role].command = started;
    if (exceeded !== null) return this.#ungraded.exceeded(this.#grade, role, exceeded);
    return [...results, ...this.#ungraded.notMade(role, results, broken)];
  }

  #examined(
    role: Role,
    program: Program,
    folder: string,
    site: Site,
    checks: PlannedCheck[],
    name: string = role,
  ): Promise<Examination> {
    const scratch = join(this.#scratch, name);
    mkdirSync(scratch); // at once: the multi server, which takes longest, is not to come into the line as the last one
    const { rubric, language, confinement, toolchains, groups, hidden, browsers, schedule, doing, signal } =
      this.#manner;
    const job = {
      role,
      program,
      folder,
      scratch,
      site,
      checks,
      limits: rubric.limits,
      language,
      confinement,
      uid: confinement === "none" ? null : userOfPrograms(),
      group: newGroupName(),
      begin: groups.begin,
      toolchains,
      hidden,
      browsers,
    };
    return schedule(async (idle) => {
      const began = performance.now(); // not before there was room
      const id = this.#grade.submission;
      const examined = await examine(job, { signal, idle, doing: (check) => doing(id, check) });
      this.#grade.elapsedMs += Math.round(performance.now() - began);
      return examined;
    });
  }
}

/** Where a server may look for its pages: at the top, where it is started, where it lies, or beside pages of its own. */
function servedFrom(files: readonly string[], programs: readonly Program[]): string[] {
  const pages = files.filter((file) => /\.html?$/i.test(file)).map((file) => dirname(file));
  const started = programs.flatMap(({ within, changesTo }) => [within, ...changesTo]);
  const lying = programs.flatMap(({ file }) => (file === null ? [] : dirname(file)));
  const folders = ["", ...started, ...lying, ...pages].map((one) => (one === "." ? "" : one));
  return [...new Set(folders)].slice(0, MOST_FOLDERS);
}
