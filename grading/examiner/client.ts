// Examines a client: one session at its keyboard tells most checks; where nobody listens is tried by itself.

import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { type Finding, wordsOf } from "../checks/check.js";
import type { CheckName } from "../checks/registry.js";
import { judge, judge404, judgeInPieces, type SessionCheck, wantsConsole } from "../keyboard/judge.js";
import { tryNobody } from "../keyboard/nobody.js";
import {
  hold,
  type Stage,
  TEMPERS,
  type Temper,
  type Transcript,
  takeInPieces,
  takeMissing,
} from "../keyboard/session.js";
import type { Watchdog } from "../sandbox/watchdog.js";
import { texts } from "../texts/texts.js";
import { agree } from "./attempts.js";
import { notBuilt, spared } from "./failure.js";
import type { Job, Message } from "./job.js";
import type { Place } from "./place.js";
import { portsIn } from "./ports.js";
import { resultOf } from "./result.js";

type Findings = Partial<Record<SessionCheck, Finding>>;

/** These do. */
const SESSION: readonly SessionCheck[] = ["prints", "shows-404", "asks-again", "exit"];

/** These do not depend on how the server behaves: another kind of server would show the same. */
const WHATEVER_THE_SERVER: readonly SessionCheck[] = ["connects", "get"];

export class ClientExaminer {
  readonly #job: Job;
  readonly #place: Place;
  readonly #kernel: Kernel;
  readonly #watchdog: Watchdog;
  readonly #tell: (message: Message) => void;
  /** The line that has started the client for the last time. */
  #started = "";
  /** The session that counts. */
  #transcript: Transcript | null = null;

  constructor(job: Job, place: Place, kernel: Kernel, watchdog: Watchdog, tell: (message: Message) => void) {
    this.#job = job;
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
    const bar = built.ok ? null : notBuilt(built, this.#job);
    let session: Findings | null = null;
    for (const planned of this.#job.checks) {
      this.#tell({ type: "doing", id: planned.id });
      if (bar === null) session ??= await this.#sessions();
      const finding =
        session === null ? this.#barred(planned.name, bar!) : await this.#finding(planned.name, session);
      this.#tell({ type: "checked", result: resultOf(planned, finding, this.#job) });
      if (this.#watchdog.excess !== null) return;
    }
  }

  async end(): Promise<void> {}

  #barred(name: CheckName, bar: Finding): Finding {
    return name === "connects" ? bar : spared(bar, this.#say);
  }

  async #finding(name: CheckName, session: Findings): Promise<Finding> {
    // Who connects nowhere can't say that nobody is there; a usage message is no such word.
    if (name === "nobody-listens")
      return this.#transcript!.port !== null
        ? this.#repeated(() => this.#nobody())
        : spared(session.connects ?? faultIn(session), this.#say);
    return session[name as SessionCheck] ?? spared(faultIn(session), this.#say);
  }

  /** Sessions with servers of each kind, until one goes well: the best of them counts, as a whole. */
  async #sessions(): Promise<Findings> {
    let best: Findings = {};
    let bestWith = TEMPERS[0]!;
    for (const temper of TEMPERS) {
      const transcript = await this.#session(temper);
      const findings = judge(transcript, this.#say);
      if (this.#transcript === null || merit(findings) > merit(best)) {
        best = findings;
        bestWith = temper;
        this.#transcript = transcript;
      }
      if (SESSION.every((name) => findings[name]?.status === "pass")) break;
      if (
        WHATEVER_THE_SERVER.some((name) => findings[name]?.status !== "pass") &&
        findings.prints === undefined
      )
        break;
    }
    return this.#inPieces(await this.#missingAlone(best, bestWith), bestWith);
  }

  /** Who ends after its first answer can show a 404 only where that is its first. */
  async #missingAlone(findings: Findings, temper: Temper): Promise<Findings> {
    const { first, missing, early } = this.#transcript!;
    if (first.request === null || missing.typed || early === null) return findings;
    const shown = await this.#repeated(async () =>
      judge404(
        { ...this.#transcript!, ...(await takeMissing(this.#stage, temper, this.#transcript!)) },
        this.#say,
      ),
    );
    return { ...findings, "shows-404": shown };
  }

  /** If the lecturer wants it, who has printed a page that came whole is given a longer one in pieces, by a server of the same kind. */
  async #inPieces(findings: Findings, temper: Temper): Promise<Findings> {
    const { prints } = findings;
    const planned = this.#job.checks.find(({ name }) => name === "prints");
    const wanted = planned !== undefined && wordsOf(planned.parameters, "ways").includes("pieces");
    if (!wanted || prints?.status !== "pass") return findings;
    const whole = await this.#repeated(async () => {
      const { turn, output } = await takeInPieces(this.#stage, temper);
      return judgeInPieces(turn, this.#say, output) ?? prints;
    });
    return { ...findings, prints: whole };
  }

  /** A client that asks for a console gets a terminal, from then on. */
  async #session(temper: Temper): Promise<Transcript> {
    const transcript = await hold(this.#stage, temper);
    this.#place.mustHaveStarted(this.#started, transcript.output);
    if (this.#place.terminal || process.platform !== "linux" || !wantsConsole(transcript)) return transcript;
    this.#place.terminal = true;
    return this.#session(temper);
  }

  async #nobody(): Promise<Finding> {
    const finding = await tryNobody(this.#stage, this.#transcript!.usual, this.#say);
    this.#place.mustHaveStarted(this.#started, finding.evidence.output ?? []);
    return finding;
  }

  #repeated(attempt: () => Promise<Finding>): Promise<Finding> {
    return agree(attempt, () => false, this.#say);
  }

  get #stage(): Stage {
    const line = (host: string, port: number): string => {
      this.#started = this.#place.server(host, `${port}`).command;
      return this.#started;
    };
    const ports = portsIn(this.#job.folder);
    return { line, kernel: this.#kernel, wrappers: this.#place.wrappers, ports };
  }
}

/** What may still be given by a human goes before what failed. */
const merit = (findings: Findings): number =>
  Object.values(findings).reduce(
    (sum, { status }) => sum + (status === "pass" ? 100 : status === "inconclusive" ? 1 : 0),
    0,
  );

const faultIn = (findings: Findings): Finding =>
  Object.values(findings).find(({ status }) => status !== "pass") ?? Object.values(findings)[0]!;
