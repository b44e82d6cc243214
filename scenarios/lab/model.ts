// Names a server's model from outside: holds one connection after the other, and watches who is answered and how the
// program's threads and processes grow.

import type { ClientResult, Hold, Probe, ServerResult, Verdict } from "../../results/result.js";
import type { Inquiry } from "../scenario.js";
import { type Classification, classify, type Reason } from "./classify.js";
import { Probing } from "./probing.js";
import type { Found } from "./run.js";
import type { Subject } from "./subject.js";

const GROWTH: ReadonlySet<Reason> = new Set(["threads grow", "processes grow", "processes up to", "ends"]);
/** If it still says something else each time, the last word counts, and its trials do not agree. */
const MOST_PROBES = 5;

export class ModelInquiry {
  readonly #subject: Subject;
  readonly #inquiry: Inquiry;
  /** The clients' lives, for the scenario that shows them. */
  #lives: ClientResult[] = [];
  /** Held by clients that rest: they stay after their answer or, where the server closes then, have said nothing. */
  #probe: Probe | null = null;
  /** Held by clients that have sent half a request; null: not tried, or it can't be held so. */
  #askingProbe: Probe | null = null;
  #found: Classification | null = null;
  #probes = 0;

  constructor(subject: Subject, inquiry: Inquiry) {
    this.#subject = subject;
    this.#inquiry = inquiry;
  }

  /** Holds until somebody has to wait. Throws what `explain` explains. */
  async carryOut(): Promise<Found> {
    await this.#subject.learnAnswerTime("tcp");
    const probes = await this.#settle(this.#subject.alone!.closes ? "idle" : "kept");
    this.#probes = probes.length;
    this.#probe = probes.at(-1) ?? null;
    this.#found = classify(this.#probe);
    // Some servers let clients rest without a thread, and give them one of a pool only while they ask.
    if (this.#found.model === "event-loop" && this.#inquiry.inquires !== "limit") {
      this.#askingProbe = (await this.#settle("partial")).at(-1) ?? null;
      this.#found = classify(this.#probe, this.#askingProbe);
    }
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  /**
   * Probes until it is sure: a server may still be starting its workers when it answers already, so what is said twice
   * in a row is believed. Only growth is believed at once, for threads that are kept for later clients hide it the
   * second time. None: it can't be held so.
   */
  async #settle(hold: Hold): Promise<Probe[]> {
    const probes: Probe[] = [];
    for (let before: Classification | null = null; probes.length < MOST_PROBES; ) {
      const probe = await this.#probeOnce(hold);
      if (probe === null) break;
      probes.push(probe);
      const found = classify(probe);
      if (GROWTH.has(found.reason)) break;
      if (before?.model === found.model && before.size === found.size) break;
      before = found;
    }
    return probes;
  }

  async #probeOnce(hold: Hold): Promise<Probe | null> {
    const withClient = this.#subject.endings.filter(({ when }) => when === "left" || when === "answered");
    if (withClient.length > 1) return { steps: [], limit: 1, waiting: null, endsWithItsClient: true };
    const probing = new Probing(this.#subject, await this.#subject.observer(), hold);
    const probe = await probing.carryOut();
    this.#lives = probing.lives;
    return probe;
  }

  #why({ reason, whileAsking }: Classification): string {
    const { modelReasons, onlyWhileAsking } = this.#subject.equipment.texts;
    const words = modelReasons[reason];
    if (whileAsking) return onlyWhileAsking(words(figures(this.#askingProbe)));
    return words(figures(this.#probe ?? this.#askingProbe));
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const { model = "unknown", size = null } = this.#found ?? {};
    const { model: stated, size: statedSize, accept = [] } = this.#subject.program;
    // Asked for the limit, a server that has one blocks; asked for the model, one that serves several is concurrent.
    const limited = this.#inquiry.inquires === "limit" && this.#probe?.limit != null;
    const verdict = limited ? "blocks" : verdictOn(this.#found);
    const expected = this.#inquiry.expected[outline.name] ?? null;
    return {
      ...outline,
      model,
      ...(size !== null && { modelSize: size }),
      ...(this.#found && { modelReason: this.#why(this.#found) }),
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
      hold: this.#subject.alone?.closes ? "idle" : "kept",
      trials: this.#probes,
      agreeing: Math.min(this.#probes, 2),
      clients: this.#inquiry.inquires === "limit" ? this.#lives : [],
      eachTrial: [],
      report: null,
    };
  }
}

function verdictOn(found: Classification | null): Verdict {
  if (found === null || found.model === "silent" || found.model === "not-started") return "failed";
  return found.model === "iterative" || found.model === "single-shot" ? "blocks" : "concurrent";
}

/** The figures that a reason is told with. 0 threads or processes: the system can't say how many. */
export interface ProbeFigures {
  held: number;
  limit: number;
  threads: readonly [number, number];
  processes: readonly [number, number];
  accepted: boolean | null;
}

function figures(probe: Probe | null): ProbeFigures {
  const [first, last] = [probe?.steps[0], probe?.steps.at(-1)];
  return {
    held: last?.held ?? 0,
    limit: probe?.limit ?? 0,
    threads: [first?.threads ?? 0, last?.threads ?? 0],
    processes: [first?.processes ?? 0, last?.processes ?? 0],
    accepted: probe?.waiting?.accepted ?? null,
  };
}
