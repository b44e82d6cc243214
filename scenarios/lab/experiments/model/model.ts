// Names a server's model from outside: holds one connection after the other, and watches who is answered and how the
// program's threads and processes grow.

import type { ClientResult, Hold, Probe, ServerResult, Verdict } from "../../../../results/result.js";
import type { Experiment } from "../../../scenario.js";
import { threadsOfNode } from "../../process/node-threads.js";
import { isLong } from "../../subject/patience.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { leaveSilently } from "../../subject/silent-leave.js";
import type { ExperimentResult } from "../run-options.js";
import { type Classification, classify, type Reason } from "./classify.js";
import { Probing } from "./probing.js";

const GROWTH: ReadonlySet<Reason> = new Set(["threads grow", "processes grow"]);
/** Said once, these are believed. */
const SURE: ReadonlySet<Reason> = new Set(["processes up to", "ends"]);
/** These say how many threads the server has; of several processes they are not said. */
const TELLS_THREADS: ReadonlySet<Reason> = new Set([
  "one in turn",
  "threads grow",
  "threads grow elsewhere",
  "workers are threads",
  "nothing grows",
]);
/** If it still says something else each time, it can't be told. */
const MOST_PROBES = 5;

const ENDS: Probe = {
  steps: [],
  limit: 1,
  turnedAway: false,
  waiting: null,
  endsWithItsClient: true,
  shrank: null,
};

export class ModelExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  /** The clients' lives, for the scenario that shows them. */
  #lives: ClientResult[] = [];
  /** Held by clients that rest: they stay after their answer or, where the server closes then, have said nothing. */
  #probe: Probe | null = null;
  /** Held by clients that have sent half a request, or nothing yet; null: not tried, or it can't be held so. */
  #askingProbe: Probe | null = null;
  #askingHold: "partial" | "idle" = "partial";
  #found: Classification | null = null;
  #probes: Probe[] = [];
  #hold: Hold = "kept";
  /** Of one of our servers: how many of its threads are not the server's, but Node's. */
  #nodesOwn: number | null = null;

  constructor(subject: ServerUnderTest, experiment: Experiment) {
    this.#subject = subject;
    this.#experiment = experiment;
  }

  /** Holds until somebody has to wait. Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    const { closes, answerMs } = await this.#subject.learnReplyTime("tcp");
    await this.#rest(closes || isLong(answerMs) ? "idle" : "kept");
    // A server that closes a moment after its answer can't be held so, but perhaps by clients that have said nothing.
    if (this.#probe === null && this.#hold === "kept") await this.#rest("idle");
    // Some servers let clients rest without a thread, and give them one of a pool only while they ask.
    if (this.#found!.model === "event-loop" && this.#experiment.kind !== "limit") {
      await this.#ask("partial");
      // One that takes half a request for a whole one can be held by those who have yet to say something.
      if (this.#askingProbe === null && this.#hold === "kept") await this.#ask("idle");
    }
    if (this.#subject.program.source !== null)
      this.#nodesOwn = await threadsOfNode(this.#subject.equipment.kernel);
    await leaveSilently(this.#subject);
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  /** Holds it by clients that have not been answered yet. */
  async #ask(hold: "partial" | "idle"): Promise<void> {
    this.#askingHold = hold;
    this.#askingProbe = (await this.#settle(hold)).probes.at(-1) ?? null;
    this.#found = classify(this.#probe, this.#askingProbe, hold);
  }

  /** Holds it by clients that rest. */
  async #rest(hold: Hold): Promise<void> {
    const { probes, settled } = await this.#settle(hold);
    this.#hold = hold;
    this.#probes = probes;
    this.#probe = probes.at(-1) ?? null;
    const found = classify(this.#probe);
    this.#found = settled ? found : { model: "unknown", size: null, reason: "unsettled" };
  }

  /**
   * Probes until it is sure: a server may still be starting its workers when it answers already, so what is said twice
   * in a row is believed. Growth is believed at once, where what had grown goes with the clients. Where it is kept, it
   * may be a pool that starts its workers one by one: then more are held, to find its limit.
   */
  async #settle(hold: Hold): Promise<{ probes: Probe[]; settled: boolean }> {
    const probes: Probe[] = [];
    let thorough = false;
    for (let before: Classification | null = null; probes.length < MOST_PROBES; ) {
      const probe = await this.#probeOnce(hold, thorough);
      if (probe === null) break;
      probes.push(probe);
      const found = classify(probe);
      if (SURE.has(found.reason)) return { probes, settled: true };
      const grows = GROWTH.has(found.reason);
      if (grows && (probe.shrank === true || thorough)) return { probes, settled: true };
      thorough ||= grows;
      if (before !== null && isSame(before, found)) return { probes, settled: true };
      before = found;
    }
    return { probes, settled: probes.length < MOST_PROBES };
  }

  async #probeOnce(hold: Hold, thorough: boolean): Promise<Probe | null> {
    const withClient = this.#subject.endings.filter(({ when }) => when === "left" || when === "answered");
    if (withClient.length > 1) return ENDS;
    const probing = new Probing(this.#subject, await this.#subject.observer(), hold, thorough);
    const probe = await probing.carryOut();
    if (probing.timeoutTooShort) return this.#probeOnce(hold, thorough);
    this.#lives = probing.lives;
    return probe;
  }

  #why({ reason, whileAsking }: Classification): string {
    const { modelReasons, onlyWhileAsking, nodesOwn } = this.#subject.equipment.texts;
    const limits = this.#probes.map(({ limit }) => limit);
    const words = (probe: Probe | null) => modelReasons[reason]({ ...figures(probe), said: limits });
    if (whileAsking) return onlyWhileAsking[this.#askingHold](words(this.#askingProbe));
    const said = words(this.#probe ?? this.#askingProbe);
    return this.#nodesOwn !== null && TELLS_THREADS.has(reason) ? said + nodesOwn(this.#nodesOwn) : said;
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const { model = "unknown", size = null } = this.#found ?? {};
    const { model: stated, size: statedSize, accept = [] } = this.#subject.program;
    // Asked for the limit, a server that has one blocks; asked for the model, one that serves several is concurrent.
    const limited = this.#experiment.kind === "limit" && this.#probe?.limit != null;
    const why = this.#found && this.#why(this.#found);
    const verdict = limited && !this.#probe!.turnedAway ? "blocks" : verdictOn(this.#found);
    const expected = this.#experiment.expected[outline.name] ?? null;
    return {
      ...outline,
      model,
      ...(size !== null && { modelSize: size }),
      ...(why !== null && { modelReason: why }),
      ...(verdict === "failed" && why !== null && { failure: why }),
      ...(this.#probe && { probe: this.#probe }),
      ...(this.#askingProbe && { askingProbe: this.#askingProbe }),
      statedModel: stated,
      verdict,
      expected,
      asExpected:
        stated === null
          ? model !== "unknown" && verdict !== "failed"
          : [{ model: stated, size: statedSize }, ...accept].some(
              (right) => right.model === model && (right.size === undefined || right.size === size),
            ),
      hold: this.#hold,
      trials: this.#probes.length,
      agreeing: this.#probes
        .map((probe) => classify(probe))
        .filter((one) => isSame(one, classify(this.#probe))).length,
      clients: this.#experiment.kind === "limit" ? this.#lives : [],
      eachTrial: [],
      report: null,
    };
  }
}

const isSame = (a: Classification, b: Classification): boolean => a.model === b.model && a.size === b.size;

function verdictOn(found: Classification | null): Verdict {
  if (found === null || found.model === "silent" || found.model === "not-started") return "failed";
  if (found.model === "unknown" && found.reason === "turned away") return "failed";
  if (found.reason === "unsettled" || found.reason === "not held") return "inconclusive";
  return found.model === "iterative" || found.model === "single-shot" ? "blocks" : "concurrent";
}

/** The figures that a reason is told with. 0 threads or processes: the system can't say how many. */
export interface ProbeFigures {
  held: number;
  limit: number;
  /** How many were served each time when the next one was not; null: all were. */
  said: readonly (number | null)[];
  threads: readonly [number, number];
  processes: readonly [number, number];
  accepted: boolean | null;
}

function figures(probe: Probe | null): Omit<ProbeFigures, "said"> {
  const [first, last] = [probe?.steps[0], probe?.steps.at(-1)];
  return {
    held: last?.held ?? 0,
    limit: probe?.limit ?? 0,
    threads: [first?.threads ?? 0, last?.threads ?? 0],
    processes: [first?.processes ?? 0, last?.processes ?? 0],
    accepted: probe?.waiting?.accepted ?? null,
  };
}
