// Examines a server: every check in its turn, on a server that runs; what went wrong is tried again on a fresh one.

import { homedir } from "node:os";
import { basename, join } from "node:path";
import { findBrowsers, snapFolder } from "../../clients/browser/find.js";
import type { ModelName, ServerResult } from "../../results/result.js";
import { capital } from "../../results/words.js";
import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { ClientFactory } from "../../scenarios/lab/observe/client-factory.js";
import type { RunningServer } from "../../scenarios/lab/process/launch.js";
import { NotStarted } from "../../scenarios/lab/process/not-started.js";
import { startWhenFree } from "../../scenarios/lab/process/start.js";
import { type Baseline, isLong } from "../../scenarios/lab/subject/patience.js";
import { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import type { ClientKind } from "../../scenarios/scenario.js";
import type { ServerProgram } from "../../scenarios/servers.js";
import { texts as scenarioTexts } from "../../scenarios/texts/texts.js";
import { ask } from "../checks/ask.js";
import type { CheckContext, CheckOutcome, Symptom } from "../checks/check.js";
import { runModel } from "../checks/lab.js";
import { checks, type Registered } from "../checks/registry.js";
import { type Form, formOf } from "../forms/form.js";
import { planForServer } from "../forms/plan.js";
import { bestOf, type Grip, type Seen, search, seen } from "../forms/search.js";
import { saysUsage } from "../forms/usage.js";
import type { CheckResult } from "../grade.js";
import { type PageName, pageOf } from "../pages.js";
import type { PlannedCheck } from "../rubric.js";
import type { BrowserShelters } from "../sandbox/browser.js";
import { adoptAddress } from "../sandbox/outer.js";
import type { Watchdog } from "../sandbox/watchdog.js";
import { toldBySource } from "../submission/finding/per-client.js";
import { lineWithWords } from "../submission/programs.js";
import { texts } from "../texts/texts.js";
import { agree } from "./attempts.js";
import { findingOf, notBuilt, spared, withCall } from "./failure.js";
import type { Job, Message } from "./job.js";
import { foldersLookedIn } from "./pages-folder.js";
import type { ProgramRunner } from "./program-runner.js";
import { refusedCall, wasRefused } from "./refused-call.js";
import { resultOf } from "./result.js";
import { sourceOf, sourcesOf, wordsTold } from "./source.js";

/** A server that has bound an address of its own can be asked there. */
function reachable(server: RunningServer): RunningServer {
  adoptAddress(server.endpoint.address);
  return server;
}

/** Passed, these have seen an answer. */
const ANSWERED: ReadonlySet<string> = new Set(["page", "emoji", "not-found", "large", "binary"]);

/** Causes of findings that say themselves that the server has ended. */
const SAYS_THAT_IT_ENDED = /^(crashed|ended)$| ended$/;

/** Failed, these may have been looked for in another folder. */
const PAGES: ReadonlySet<string> = new Set(["page", "emoji", "large", "binary"]);

export class ServerExaminer {
  readonly #job: Job;
  readonly #place: ProgramRunner;
  readonly #kernel: Kernel;
  readonly #watchdog: Watchdog;
  /** What browsers are shut in; null: nothing. */
  readonly #shelters: BrowserShelters | null;
  readonly #tell: (message: Message) => void;
  #program: ServerProgram | null = null;
  /** How it is started: most have their port in them, some want to be told. */
  #form: Form = formOf([]);
  /** The command that has started it, where that is not the program's own. */
  #started: string | null = null;
  #subject: ServerUnderTest | null = null;
  /** Has anything been asked of the server that runs now? */
  #used = false;
  /** What everything that needs it is spared: why the program does not start, or does not answer. */
  #barred: Partial<Record<Registered["needs"], CheckOutcome>> = {};
  #model: ServerResult | null = null;
  /** Has it answered anybody? Then it is not silent, whatever comes later. */
  #answers = false;
  /** Has it failed in a check? */
  #faulty = false;
  /** The call for which it was ended; null: it was not, or that is not known. */
  #call: string | null = null;
  /** Has it been looked where it looks for its pages? */
  #looked = false;
  /** What attempts at its checks have agreed on. */
  readonly #symptoms = new Set<Symptom>();
  /** What a lone client gets that takes long, a browser or any client of a slow server: asked once for all that this program becomes. */
  readonly #alone = new Map<ClientKind, Baseline>();

  constructor(
    job: Job,
    place: ProgramRunner,
    kernel: Kernel,
    watchdog: Watchdog,
    tell: (message: Message) => void,
    shelters: BrowserShelters | null,
  ) {
    this.#job = job;
    this.#shelters = shelters;
    this.#place = place;
    this.#kernel = kernel;
    this.#watchdog = watchdog;
    this.#tell = tell;
  }

  get #say() {
    return texts[this.#job.language];
  }

  async examine(): Promise<void> {
    const built = await this.#place.build();
    if (!built.ok) this.#barred.start = notBuilt(built, this.#job);
    else await this.#start();
    for (const planned of this.#job.checks) {
      this.#tell({ type: "doing", id: planned.id });
      this.#tell({ type: "checked", result: await this.#result(planned) });
      if (this.#watchdog.excess !== null) return;
    }
    const model = await this.#modelName();
    if (model !== null) this.#tell({ type: "model", model });
  }

  async end(): Promise<void> {
    await this.#subject?.end();
    this.#subject = null;
    this.#used = false;
  }

  async #result(planned: PlannedCheck): Promise<CheckResult> {
    const { needs } = checks[planned.name] as Registered;
    const bar = this.#barred.start ?? (needs === "answer" ? this.#barred.answer : undefined);
    if (needs === "nothing" && this.#barred.start) return resultOf(planned, this.#barred.start, this.#job);
    if (bar !== undefined) return resultOf(planned, spared(bar, this.#say), this.#job);
    let finding = await this.#agreed(planned);
    if (PAGES.has(planned.name) && finding.status === "fail" && (await this.#putPagesWhereItLooks())) {
      await this.end();
      finding = await this.#agreed(planned);
    }
    if (planned.name === "starts" && finding.status === "pass" && this.#started !== null)
      finding = { ...finding, got: `${finding.got} ${this.#say.got.startedAs(this.#started)}` };
    if (finding.status === "fail" && finding.shows !== undefined) this.#symptoms.add(finding.shows);
    if (finding.status !== "pass") await this.end();
    this.#faulty ||= finding.status === "fail";
    this.#answers ||= finding.status === "pass" && ANSWERED.has(planned.name);
    // A client that is alone hears nothing: whoever comes second would not either.
    if (finding.cause === "silent" && (planned.name === "page" || needs === "answer"))
      this.#barred.answer = finding;
    return resultOf(planned, finding, this.#job);
  }

  async #agreed(planned: PlannedCheck): Promise<CheckOutcome> {
    const finding = await agree(
      (fresh) => this.#attempt(planned, fresh),
      () => this.#used,
      this.#say,
      this.#symptoms,
    );
    const ends = [
      this.#subject?.server.ended() ?? null,
      ...(this.#subject?.endings ?? []).map(({ how }) => how),
    ];
    return finding.status !== "pass" && ends.some(wasRefused) ? this.#named(finding) : finding;
  }

  /** Says for which call the filter has ended the server. */
  async #named(finding: CheckOutcome): Promise<CheckOutcome> {
    this.#call ??= await refusedCall(this.#program!.command, join(this.#job.scratch, "refused.txt"));
    return withCall(finding, this.#call, this.#say);
  }

  /** A page that is there did not come: does the server look for it elsewhere? Looked for once. */
  async #putPagesWhereItLooks(): Promise<boolean> {
    const { confinement, site, scratch } = this.#job;
    if (this.#looked || confinement !== "sandbox") return false;
    this.#looked = true;
    const trace = join(scratch, "opened.txt");
    const name = basename(site.missing);
    let folders: string[] = [];
    try {
      const subject = await this.#running(true);
      const asked = () => ask(subject, site.missing);
      folders = await foldersLookedIn(subject.server.pids(), name, trace, asked);
    } catch (error) {
      if (this.#findingOf(error) === null) throw error; // what the server does wrong, its checks tell
    }
    const put = this.#place.putPages(folders);
    if (put) this.#program = this.#place.server(this.#form); // its sandbox shows more now
    return put;
  }

  /** One attempt. What the server does wrong is a finding, too. */
  async #attempt(planned: PlannedCheck, fresh: boolean): Promise<CheckOutcome> {
    // Nothing counts any more of what is seen of it.
    if (this.#watchdog.excess !== null)
      return { status: "inconclusive", cause: "excess", sure: true, got: "", hint: "", evidence: {} };
    const before = fresh ? null : this.#subject;
    const endings = before?.endings.length ?? 0;
    const finding = await this.#seen(planned, fresh);
    const now = this.#subject; // some checks take a fresh one
    return now === null ? finding : this.#sayingThatItEnded(finding, now, now === before ? endings : 0);
  }

  async #seen({ name, parameters }: PlannedCheck, fresh: boolean): Promise<CheckOutcome> {
    try {
      const subject = await this.#running(fresh);
      const { check } = await (checks[name] as Registered).load!();
      this.#used = true;
      if (fresh) this.#model = null; // what was said of it is to be said again
      const { site, folder, program } = this.#job;
      const { language } = program;
      const model = () => this.#modelOf();
      const page = (name: PageName) => pageOf(site, name, folder);
      const bench: CheckContext = {
        subject,
        site,
        page,
        parameters,
        say: this.#say,
        promising: !fresh && !this.#faulty,
        language,
        model,
        toldBySource: () => toldBySource(sourcesOf(program, folder), language ?? ""),
      };
      const finding = await check.run(bench);
      if (!bench.promising) this.#learn(subject, "browser");
      if (isLong(subject.learned("tcp")?.answerMs ?? 0)) this.#learn(subject, "tcp");
      return finding;
    } catch (error) {
      const finding = this.#findingOf(error);
      if (finding === null) throw error;
      if (finding.cause !== "silent" || !this.#answers) return finding;
      return { ...finding, got: this.#say.got.deafLater, hint: this.#say.hints.goesOn };
    }
  }

  /** Where the server has ended, that is said first: what came of it may look like anything. `before`: so often had it ended before. */
  #sayingThatItEnded(finding: CheckOutcome, subject: ServerUnderTest, before: number): CheckOutcome {
    const gone = subject.isGone && !subject.endedOnSilence;
    const ended = gone || subject.endings.length > before;
    const right = finding.status === "pass" || finding.status === "skipped";
    const words = subject.endedWords(); // null: it never started, or it was we who ended it
    if (!ended || words === null || right || SAYS_THAT_IT_ENDED.test(finding.cause)) return finding;
    const { shows: _, fits: __, ...rest } = finding;
    const got = `${words.trim().replace(/\.?$/, ".")} ${capital(finding.got)}`;
    return { ...rest, status: "fail", cause: "ended", got, hint: this.#say.hints.crashed };
  }

  #learn(subject: ServerUnderTest, kind: ClientKind): void {
    const answer = subject.learned(kind);
    if (answer === null) return;
    if (!this.#alone.has(kind) && isLong(answer.answerMs))
      this.#tell({ type: "slow", answerMs: answer.answerMs });
    this.#alone.set(kind, answer);
  }

  async #running(fresh: boolean): Promise<ServerUnderTest> {
    if (fresh || this.#subject === null) {
      await this.end();
      this.#subject = this.#newSubject();
      await this.#begin(this.#subject);
      this.#used = false;
    }
    return this.#subject;
  }

  #begin(subject: ServerUnderTest): Promise<void> {
    const started = startWhenFree(subject.program, this.#kernel, subject.equipment.waiting);
    if (this.#job.confinement !== "sandbox") return subject.begin(started);
    return subject.begin(started.then((server) => reachable(server)));
  }

  #newSubject(): ServerUnderTest {
    const { site, browsers, language } = this.#job;
    const paths = { path: site.pages.small, largePath: site.huge };
    const equipment = {
      kernel: this.#kernel,
      // Of several browsers one is enough: what is examined is the server, and Firefox takes its time to start.
      clientFactory: new ClientFactory(
        browsers.length > 0
          ? browsers
          : findBrowsers()
              .filter((browser) => this.#shelters === null || snapFolder(browser, homedir()) === null)
              .slice(0, 1)
              .map(({ path }) => path),
        this.#shelters === null ? undefined : (browser) => this.#shelters!.make(browser),
      ),
      texts: scenarioTexts[language],
      timeToSpare: () => {},
      waiting: () => {},
    };
    const subject = new ServerUnderTest(this.#program!, paths, equipment);
    for (const [kind, answer] of this.#alone) subject.assume(kind, answer);
    return subject;
  }

  /** Starts the program for the first time, and finds out what it wants to be told. */
  async #start(): Promise<void> {
    const { program, folder } = this.#job;
    const plan = planForServer(sourceOf(program, folder), program.run, wordsTold(program));
    const tried = await search(
      plan,
      (form) =>
        this.#try(
          form,
          plan.hinted.some(({ lines }) => lines !== undefined),
        ),
      () => this.#help(),
    );
    const { form, result, grip } = bestOf(tried);
    this.#form = form;
    this.#program = this.#place.server(form);
    const command = this.#place.serverCommand(form);
    if (result === null) {
      if (command === program.run) return;
      this.#started = command.replace(/^exec /, "");
      this.#tell({ type: "started", command: this.#started });
      return;
    }
    const finding = this.#findingOf(result);
    if (finding === null) throw result;
    const commands = tried.map((one) => this.#place.serverCommand(one.form).replace(/^exec /, ""));
    if (grip === "refused") this.#barred.start = this.#wantsOtherWords(finding, commands, result);
    else this.#barred.start = wasRefused(result.ended) ? await this.#named(finding) : finding;
  }

  /** It says how it is used, and nothing that it was told was right: only a human can go on. */
  #wantsOtherWords(finding: CheckOutcome, commands: readonly string[], { output }: NotStarted): CheckOutcome {
    const { got, hints } = this.#say;
    return {
      ...finding,
      status: "inconclusive",
      cause: "usage",
      sure: true,
      got: got.wantsOtherWords(output.find((line) => saysUsage(line)) ?? ""),
      hint: hints.wantsOtherWords(lineWithWords(this.#job.program)),
      evidence: { ...finding.evidence, words: [got.startedAs(commands.join(" | "))] },
    };
  }

  /** One form: it listens, and runs on; or it does not, and the error says why. `asks`: it may want to be typed something. */
  async #try(form: Form, asks = false): Promise<Seen & { result: NotStarted | null }> {
    this.#form = form;
    this.#program = this.#place.server(form);
    this.#subject = this.#newSubject();
    try {
      await this.#begin(this.#subject);
      return { ...seen("fits", []), result: null };
    } catch (error) {
      this.#subject = null;
      if (!(error instanceof NotStarted)) throw error;
      const lacks = this.#findingOf(error)?.cause === "lacking";
      const gripOf = (): Grip => {
        if (error.reason === "no port" && asks && form.lines === undefined) return "waits";
        if (error.reason !== "ended" || lacks) return "stuck";
        return saysUsage(error.output.join("\n")) ? "refused" : "ended";
      };
      return { ...seen(gripOf(), error.output), result: error };
    }
  }

  /** What it says of itself when it is asked for help. */
  async #help(): Promise<string> {
    const { output, grip } = await this.#try(formOf(["--help"]));
    if (grip === "fits") await this.end();
    return output;
  }

  /** Null: it is a fault of ours. Throws where it is the sandbox's. */
  #findingOf(error: unknown): CheckOutcome | null {
    if (error instanceof NotStarted && error.reason === "ended")
      this.#place.mustHaveStarted(error.program.command, error.output);
    return findingOf(error, this.#job.language, this.#subject, this.#job.folder);
  }

  /** Asked of a fresh server: threads that others left behind would hide that they grow. */
  async #modelOf(): Promise<ServerResult> {
    this.#model ??= await runModel(await this.#running(true));
    return this.#model;
  }

  async #modelName(): Promise<ModelName | null> {
    if (this.#barred.start) return "not-started";
    if (this.#barred.answer) return this.#answers ? "unknown" : "silent";
    try {
      return (await this.#modelOf()).model as ModelName;
    } catch (error) {
      if (this.#findingOf(error) === null) throw error;
      return "unknown";
    }
  }
}
