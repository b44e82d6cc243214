// Examines a client: one session at its keyboard tells most checks; where nobody listens is tried by itself.

import { join } from "node:path";
import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { ASKS_ONCE, type CheckOutcome, wordsOf } from "../checks/check.js";
import type { CheckName } from "../checks/registry.js";
import { type Form, formOf, shown, USUAL } from "../forms/form.js";
import { meansToGoOn, planFor } from "../forms/plan.js";
import { bestOf, type Seen, search, type Tried } from "../forms/search.js";
import { saysUsage } from "../forms/usage.js";
import { signalOf } from "../keyboard/crash.js";
import { judge, judge404, judgeInPieces, type SessionCheck, wantsConsole } from "../keyboard/judge.js";
import { KeyboardDriver } from "../keyboard/keyboard-driver.js";
import { tryNobody } from "../keyboard/nobody.js";
import {
  hold,
  SERVER_BEHAVIOURS,
  type ServerBehaviour,
  type SessionSetup,
  type Transcript,
  takeInPieces,
  takeMissing,
} from "../keyboard/session.js";
import { windowIn } from "../keyboard/window.js";
import type { PlannedCheck } from "../rubric.js";
import type { Watchdog } from "../sandbox/watchdog.js";
import { lineWithWords } from "../submission/programs.js";
import { texts } from "../texts/texts.js";
import { agree } from "./attempts.js";
import { notBuilt, spared, withCall } from "./failure.js";
import type { Job, Message } from "./job.js";
import { portsIn } from "./ports.js";
import type { ProgramRunner } from "./program-runner.js";
import { refusedCall } from "./refused-call.js";
import { resultOf } from "./result.js";
import { sourceOf, wordsTold } from "./source.js";

type Findings = Partial<Record<SessionCheck, CheckOutcome>>;

/** These do. */
const SESSION: readonly SessionCheck[] = ["prints", "shows-404", "asks-again", "exit"];

/** These do not depend on how the server behaves: another kind of server would show the same. */
const WHATEVER_THE_SERVER: readonly SessionCheck[] = ["connects", "get"];

export class ClientExaminer {
  readonly #job: Job;
  readonly #place: ProgramRunner;
  readonly #kernel: Kernel;
  readonly #watchdog: Watchdog;
  readonly #tell: (message: Message) => void;
  /** The program's text; null: its files are not known. */
  readonly #source: string | null;
  readonly #ports: readonly number[];
  /** The line that has started the client for the last time. */
  #started = "";
  /** How it is started. */
  #form: Form = USUAL;
  /** The call for which it was ended; null: it was not, or that is not known. */
  #call: string | null = null;
  /** Every form in which it was started. */
  #tried: readonly Tried<Transcript>[] = [];
  /** The session that counts. */
  #transcript: Transcript | null = null;

  constructor(
    job: Job,
    place: ProgramRunner,
    kernel: Kernel,
    watchdog: Watchdog,
    tell: (message: Message) => void,
  ) {
    this.#job = job;
    this.#place = place;
    this.#kernel = kernel;
    this.#watchdog = watchdog;
    this.#tell = tell;
    this.#source = sourceOf(job.program, job.folder);
    this.#ports = portsIn(job.folder);
  }

  get #say() {
    return texts[this.#job.language];
  }

  async examine(): Promise<void> {
    const built = await this.#place.build();
    const bar = built.ok ? null : notBuilt(built, this.#job);
    let session: Findings | null = null;
    for (const planned of this.#job.checks) {
      this.#tell({ type: "doing", id: planned.id });
      if (bar === null) session ??= await this.#sessions();
      const finding =
        session === null
          ? this.#barred(planned.name, bar!)
          : await this.#named(this.#asTheRubricSays(planned, await this.#finding(planned.name, session)));
      this.#tell({ type: "checked", result: resultOf(planned, finding, this.#job) });
      if (this.#watchdog.excess !== null) return;
    }
  }

  async end(): Promise<void> {}

  /** Says for which call the filter has ended the client, where it has. */
  async #named(finding: CheckOutcome): Promise<CheckOutcome> {
    const { early, left } = this.#transcript!;
    const refused = [early, left].some((ended) => ended !== null && signalOf(ended) === "SIGSYS");
    if (!refused || finding.status !== "fail") return finding;
    this.#call ??= await refusedCall(this.#started, join(this.#job.scratch, "refused.txt"));
    return withCall(finding, this.#call, this.#say);
  }

  #barred(name: CheckName, bar: CheckOutcome): CheckOutcome {
    return name === "connects" ? bar : spared(bar, this.#say);
  }

  async #finding(name: CheckName, session: Findings): Promise<CheckOutcome> {
    // Who connects nowhere can't say that nobody is there; a usage message is no such word.
    if (name === "nobody-listens")
      return this.#transcript!.port !== null
        ? this.#repeated(() => this.#nobody())
        : spared(session.connects ?? faultIn(session), this.#say);
    return session[name as SessionCheck] ?? spared(faultIn(session), this.#say);
  }

  /** A lecturer may ask for less than was seen, or for more. */
  #asTheRubricSays({ name, parameters }: PlannedCheck, finding: CheckOutcome): CheckOutcome {
    const from = finding.cause === "itself" ? "source" : finding.cause;
    if (name === "connects" && finding.status === "fail" && wordsOf(parameters, "also").includes(from))
      return { ...finding, status: "pass", hint: "" };
    if (finding.cause !== ASKS_ONCE) return finding;
    const [once] = wordsOf(parameters, "once");
    if (once === "passes") return { ...finding, status: "pass", cause: "pass", hint: "" };
    if (once === "fails")
      return { ...finding, status: "fail", cause: "ended", hint: this.#say.hints.asksAgain };
    return finding;
  }

  /** Sessions with servers of each kind, until one goes well: the best of them counts, as a whole. */
  async #sessions(): Promise<Findings> {
    const first = await this.#findForm();
    let best: Findings = {};
    const behaviours = tempersFor(this.#form);
    let bestWith = behaviours[0]!;
    for (const behaviour of behaviours) {
      const transcript = behaviour === behaviours[0] ? first : await this.#session(behaviour);
      const findings = judge(transcript, this.#say);
      if (this.#transcript === null || merit(findings) > merit(best)) {
        best = findings;
        bestWith = behaviour;
        this.#transcript = transcript;
      }
      // Who asks once is asked for a page that is not there by itself.
      const open = SESSION.filter((name) => !(transcript.once && name === "shows-404"));
      if (open.every((name) => ["pass", "skipped"].includes(findings[name]?.status ?? ""))) break;
      if (
        WHATEVER_THE_SERVER.some((name) => findings[name]?.status !== "pass") &&
        findings.prints === undefined
      )
        break;
    }
    const { connects } = best;
    if (connects !== undefined) best = { ...best, connects: this.#howStarted(connects) };
    return this.#inPieces(await this.#missingAlone(best, bestWith), bestWith);
  }

  /** Starts the client as others are started, until it asks for what it was told. The session of the form that came furthest. */
  async #findForm(): Promise<Transcript> {
    const stated = this.#job.checks.find(({ name }) => name === "connects")?.parameters.start ?? [];
    const plan = planFor(
      this.#source,
      this.#job.program.run,
      stated as readonly string[],
      wordsTold(this.#job.program),
    );
    const attempt = async (form: Form) => {
      this.#form = form;
      const transcript = await this.#session(tempersFor(form)[0]!);
      const { connects } = judge(transcript, this.#say);
      const isStuck = transcript.late || STUCK.has(connects?.cause ?? "");
      return { ...seenIn(transcript), ...(isStuck && { grip: "stuck" as const }), result: transcript };
    };
    this.#tried = await search(plan, attempt, () => this.#help());
    const { form, result } = bestOf(this.#tried);
    this.#form = form;
    return result;
  }

  /** What it says of itself when it is asked for help. */
  async #help(): Promise<string> {
    this.#form = formOf(["--help"]);
    const driver = new KeyboardDriver(
      this.#stage.line("127.0.0.1", 1, ""),
      this.#kernel,
      this.#place.wrappers,
    );
    try {
      await driver.settled(() => driver.ended !== null, QUIET_HELP_MS, LONGEST_HELP_MS);
      return driver.printed;
    } finally {
      await driver.end();
    }
  }

  /** Says how it was started; or, where it never connected, what else was tried, and why only a human can go on. */
  #howStarted(connects: CheckOutcome): CheckOutcome {
    const { got, hints } = this.#say;
    const command = this.#job.program.run.replace(/^exec /, "");
    const commands = this.#tried.map(({ form }) => [command, shown(form)].filter(Boolean).join(" "));
    const started = [filledForPeople(command), shown(this.#form)].filter(Boolean).join(" ");
    const { port, output } = this.#transcript!;
    if (port !== null) {
      this.#tell({ type: "started", command: started });
      return { ...connects, got: `${connects.got} ${got.startedAs(started)}` };
    }
    const words = [...(connects.evidence.words ?? []), got.startedAs(commands.join(" | "))];
    const finding = { ...connects, evidence: { ...connects.evidence, words } };
    const window = this.#source === null ? null : windowIn(this.#source);
    if (window !== null)
      return {
        ...finding,
        status: "inconclusive",
        cause: "window",
        got: got.opensWindow(window),
        hint: hints.opensWindow,
      };
    if (bestOf(this.#tried).grip === "refused")
      return {
        ...finding,
        status: "inconclusive",
        cause: "usage",
        got: got.wantsOtherWords(output.find((line) => saysUsage(line)) ?? ""),
        hint: hints.wantsOtherWords(lineWithWords(this.#job.program)),
      };
    return finding;
  }

  /** Who ends after its first answer can show a 404 only where that is its first. */
  async #missingAlone(findings: Findings, behaviour: ServerBehaviour): Promise<Findings> {
    const { first, missing, early, once } = this.#transcript!;
    if (first.request === null || (!once && (missing.typed || early === null))) return findings;
    const shown = await this.#repeated(async () =>
      judge404(
        { ...this.#transcript!, ...(await takeMissing(this.#stage, behaviour, this.#transcript!)) },
        this.#say,
      ),
    );
    return { ...findings, "shows-404": shown };
  }

  /** If the lecturer wants it, who has printed a page that came whole is given a longer one in pieces, by a server of the same kind. */
  async #inPieces(findings: Findings, behaviour: ServerBehaviour): Promise<Findings> {
    const { prints } = findings;
    const planned = this.#job.checks.find(({ name }) => name === "prints");
    const wanted = planned !== undefined && wordsOf(planned.parameters, "ways").includes("pieces");
    if (!wanted || prints?.status !== "pass") return findings;
    const whole = await this.#repeated(async () => {
      const { turn, output } = await takeInPieces(this.#stage, behaviour);
      return judgeInPieces(turn, this.#say, output) ?? prints;
    });
    return { ...findings, prints: whole };
  }

  /** A client that asks for a console gets a terminal, from then on; so does one that asks, and whose questions stay in a buffer. */
  async #session(behaviour: ServerBehaviour): Promise<Transcript> {
    const transcript = await hold(this.#stage, behaviour);
    this.#place.mustHaveStarted(this.#started, transcript.output);
    const wants = wantsConsole(transcript) || asksUnseen(transcript);
    if (this.#place.terminal || process.platform !== "linux" || !wants) return transcript;
    this.#place.terminal = true;
    return this.#session(behaviour);
  }

  async #nobody(): Promise<CheckOutcome> {
    const finding = await tryNobody(this.#stage, this.#transcript!.usual, this.#say);
    this.#place.mustHaveStarted(this.#started, finding.evidence.output ?? []);
    return finding;
  }

  #repeated(attempt: () => Promise<CheckOutcome>): Promise<CheckOutcome> {
    return agree(attempt, () => false, this.#say);
  }

  get #stage(): SessionSetup {
    const form = this.#form;
    const line = (host: string, port: number, file: string): string => {
      this.#started = this.#place.client(form, { host, port, file });
      return this.#started;
    };
    const goesOn = this.#source !== null && meansToGoOn(this.#source);
    return { line, form, goesOn, kernel: this.#kernel, wrappers: this.#place.wrappers, ports: this.#ports };
  }
}

/** Who asks for one page mostly reads until the server closes: a server that does so at once saves the waiting. */
const tempersFor = ({ given }: Form): readonly ServerBehaviour[] =>
  given
    ? [...SERVER_BEHAVIOURS].sort((a, b) => Number(b.habit === "closes") - Number(a.habit === "closes"))
    : SERVER_BEHAVIOURS;

const QUIET_HELP_MS = 1000;
const LONGEST_HELP_MS = 20_000;

/** A command with marks, for people. */
const filledForPeople = (command: string): string => shown({ words: [command] });

/** Causes of not connecting that no other words can mend. */
const STUCK: ReadonlySet<string> = new Set(["lacking", "network", "no console"]);

/** Its user is to type a path, with its / in front. */
const PATH = /\bpath\b|(^|[\s("'`])\/\w/i;

/** How far a client came in a session. */
function seenIn({ port, source, first, unended, early, output, prompts }: Transcript): Seen {
  const path = first.request?.path ?? null;
  const slash: Seen["slash"] =
    path === first.path.slice(1) ? "missing" : path === `/${first.path}` ? "double" : null;
  const asks = (pattern: RegExp) => prompts?.some((prompt) => pattern.test(prompt)) ?? false;
  const typed = asks(/\b(url|https?)\b/i) ? "{url}" : slash === "missing" && asks(PATH) ? "{path}" : null;
  const seen = { slash, typed, output: output.join("\n") } as const;
  if (path === first.path || unended?.includes(first.path.slice(1)))
    return { ...seen, grip: source === "itself" ? "elsewhere" : "fits" };
  if (path !== null || unended !== null) return { ...seen, grip: "asks" };
  if (port !== null) return { ...seen, grip: "connects" };
  if (early) return { ...seen, grip: saysUsage(seen.output) ? "refused" : "ended" };
  return { ...seen, grip: "waits" };
}

/** It took what was typed and did nothing with it, and nothing of what it asks was seen: C keeps that back from a pipe. */
const asksUnseen = ({ port, unseen }: Transcript): boolean => port === null && unseen === true;

/** What may still be given by a human goes before what failed. */
const merit = (findings: Findings): number =>
  Object.values(findings).reduce(
    (sum, { status }) =>
      sum + (status === "pass" ? 100 : status === "skipped" ? 2 : status === "inconclusive" ? 1 : 0),
    0,
  );

const faultIn = (findings: Findings): CheckOutcome =>
  Object.values(findings).find(({ status }) => status !== "pass" && status !== "skipped") ??
  Object.values(findings)[0]!;
