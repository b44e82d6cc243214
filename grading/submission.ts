// One submission from its folder or archive to its grade: a private copy, our pages, an examiner for each program.

import { chmod, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Language } from "../results/texts/texts.js";
import { type Examination, examine } from "./examination.js";
import { resultOf } from "./examiner/result.js";
import { type CheckResult, type Grade, ROLES, type Role, scoreOf } from "./grade.js";
import { makeSite, writeSite } from "./pages.js";
import type { PlannedCheck, Rubric } from "./rubric.js";
import { type Confinement, strangeUser } from "./sandbox/confinement.js";
import { isRoot } from "./sandbox/outer.js";
import { isArchive, unpack } from "./submission/archive.js";
import { type Contents, copyFolder, Unopened } from "./submission/folder.js";
import { findPrograms, isFound, type NotFound, type Program } from "./submission/programs.js";
import { texts } from "./texts/texts.js";

/** How submissions are graded: the same for all of a class. */
export interface Manner {
  rubric: Rubric;
  language: Language;
  confinement: Confinement;
  commands: Partial<Record<Role, string>>;
  browsers: string[];
  /** A folder for what is unpacked and built. */
  scratch: string;
  /** What no program may see. */
  hidden: string[];
  /** Runs one examination as soon as there is room for it. */
  schedule: (examination: (makeRoom: () => void) => Promise<Examination>) => Promise<Examination>;
  doing: (submission: string, check: string) => void;
  signal: AbortSignal;
}

/** Grades one submission. Whatever is wrong with it becomes part of its grade. */
export async function gradeSubmission(path: string, name: string, manner: Manner): Promise<Grade> {
  const grade: Grade = {
    format: "antre-grade/1",
    submission: name,
    score: 0,
    max: 0,
    models: { single: null, multi: null },
    programs: { single: NONE, multi: NONE, client: NONE },
    checks: [],
    flags: [],
    gradedAt: new Date().toISOString(),
    elapsedMs: 0,
  };
  const scratch = await mkdtemp(join(manner.scratch, "submission-"));
  await chmod(scratch, 0o711);
  try {
    await new Grading(path, grade, scratch, manner).carryOut();
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
  const { score, max } = scoreOf(grade.checks);
  return { ...grade, score, max };
}

const NONE = { file: null, command: null };
/** So many undecided checks are named one by one. */
const MOST_NAMED = 3;

class Grading {
  readonly #path: string;
  readonly #grade: Grade;
  readonly #scratch: string;
  readonly #manner: Manner;

  constructor(path: string, grade: Grade, scratch: string, manner: Manner) {
    this.#path = path;
    this.#grade = grade;
    this.#scratch = scratch;
    this.#manner = manner;
  }

  get #say() {
    return texts[this.#manner.language];
  }

  async carryOut(): Promise<void> {
    const folder = join(this.#scratch, "folder");
    let contents: Contents;
    try {
      contents = await this.#open(folder);
    } catch (error) {
      if (!(error instanceof Unopened)) throw error;
      const why = this.#say.submission.unopened[error.why](error.detail);
      this.#grade.flags.push(this.#say.submission.notOpened(why));
      for (const role of ROLES)
        this.#grade.checks.push(...this.#unmade(role, this.#say.submission.notOpened(why), ""));
      return;
    }
    if (contents.leftOut.length > 0)
      this.#grade.flags.push(this.#say.submission.leftOut(contents.leftOut.slice(0, 5)));
    const { root, files } = commonRoot(folder, contents.files);
    const programs = findPrograms(root, files, this.#manner.commands);
    const folders = [
      ...new Set(["", ...files.filter((file) => /\.html?$/i.test(file)).map((file) => dirname(file))]),
    ];
    const within = Object.values(programs)
      .filter(isFound)
      .map((program) => program.within);
    const site = makeSite();
    writeSite(
      site,
      [...new Set([...folders, ...within])].map((one) => join(root, one)),
      this.#manner.confinement === "sandbox",
    );
    const examined = ROLES.map(async (role) => this.#examine(role, programs[role], root, site));
    for (const checks of await Promise.all(examined)) this.#grade.checks.push(...checks);
    for (const role of ROLES) this.#flagUndecided(role);
  }

  /** Names the checks of a program that could not be decided; where they are many, the reason of the first. */
  #flagUndecided(role: Role): void {
    const undecided = this.#grade.checks.filter(
      ({ id, status }) => id.startsWith(`${role}.`) && status === "inconclusive",
    );
    const { submission, roles } = this.#say;
    const [first] = undecided;
    if (first === undefined) return;
    const titles = undecided.map(({ id, title }) => `${title} (${id})`);
    this.#grade.flags.push(
      undecided.length > MOST_NAMED
        ? submission.undecidedAll(roles[role], first.got)
        : submission.undecided(titles),
    );
  }

  async #open(folder: string): Promise<Contents> {
    const kind = await stat(this.#path).catch(() => null);
    if (kind === null) throw new Unopened("missing", this.#path);
    if (kind.isFile() && !isArchive(this.#path)) throw new Unopened("broken", basename(this.#path));
    const contents = kind.isFile() ? await unpack(this.#path, folder) : await copyFolder(this.#path, folder);
    if (contents.files.length === 0) throw new Unopened("empty", "");
    return contents;
  }

  async #examine(
    role: Role,
    program: Program | NotFound,
    folder: string,
    site: ReturnType<typeof makeSite>,
  ): Promise<CheckResult[]> {
    const planned = this.#planned(role);
    if (planned.length === 0) return [];
    if (!isFound(program)) return this.#missing(role, program);
    this.#grade.programs[role] = { file: program.file, command: program.run.replace(/^exec /, "") };
    const scratch = join(this.#scratch, role);
    await mkdir(scratch);
    const { rubric, language, confinement, hidden, browsers, schedule, doing, signal } = this.#manner;
    const job = {
      role,
      program,
      folder,
      scratch,
      site,
      checks: planned,
      limits: rubric.limits,
      language,
      confinement,
      uid: isRoot() && confinement !== "none" ? strangeUser() : null,
      hidden,
      browsers,
    };
    const { results, model, exceeded, broken } = await schedule(async (makeRoom) => {
      const began = performance.now(); // not before there was room
      const id = this.#grade.submission;
      const examined = await examine(job, { signal, waiting: makeRoom, doing: (check) => doing(id, check) });
      this.#grade.elapsedMs += Math.round(performance.now() - began);
      return examined;
    });
    if (role !== "client") this.#grade.models[role] = model;
    if (exceeded !== null) {
      // How far it came until then is chance, and no grade; so a human is told.
      this.#grade.flags.push(`${this.#say.roles[role]}: ${exceeded.got}`);
      const finding = { status: "fail" as const, cause: "exceeded", ...exceeded, evidence: {} };
      return planned.map((check) => resultOf(check, finding, this.#manner));
    }
    return [...results, ...this.#notMade(planned, results, broken)];
  }

  #planned(role: Role): PlannedCheck[] {
    return this.#manner.rubric.checks.filter((check) => check.role === role);
  }

  /** The checks that the examiner did not come to: for a human to decide. */
  #notMade(planned: PlannedCheck[], made: CheckResult[], broken: string | null): CheckResult[] {
    const { got, hints } = this.#say;
    const [said, hint] =
      broken === "time up"
        ? [got.timeUp(this.#manner.rubric.limits.seconds), hints.timeUp]
        : [got.broken(broken ?? "?"), hints.broken];
    return planned
      .slice(made.length)
      .map((check) =>
        resultOf(check, { status: "inconclusive", cause: "", got: said, hint, evidence: {} }, this.#manner),
      );
  }

  /** Nothing to try: no points, but the reason, and a human is told. */
  #missing(role: Role, { why, seen }: NotFound): CheckResult[] {
    const said = this.#say.got.notFound[why](seen.slice(0, 12));
    this.#grade.flags.push(this.#say.submission.programMissing(this.#say.roles[role], said));
    return this.#unmade(role, said, this.#say.hints.notFound(role));
  }

  #unmade(role: Role, got: string, hint: string): CheckResult[] {
    return this.#planned(role).map((check) =>
      resultOf(check, { status: "skipped", cause: "", got, hint, evidence: {} }, this.#manner),
    );
  }
}

/** Many archives hold one folder with everything in it. */
function commonRoot(folder: string, files: readonly string[]): { root: string; files: string[] } {
  const [first] = files[0]!.split("/");
  if (!files.every((file) => file.startsWith(`${first}/`))) return { root: folder, files: [...files] };
  return commonRoot(
    join(folder, first!),
    files.map((file) => file.slice(first!.length + 1)),
  );
}
