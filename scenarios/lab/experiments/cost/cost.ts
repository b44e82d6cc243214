// What held connections cost one server: none at first, then more and more, as many as it can hold.

import { TcpClient } from "../../../../clients/tcp.js";
import type { CostResult, ServerResult } from "../../../../results/result.js";
import { median, range } from "../../../../results/statistics.js";
import type { Experiment, Levels } from "../../../scenario.js";
import type { Observer } from "../../observe/observer.js";
import { waitForReply } from "../../observe/wait-for-reply.js";
import { bearable } from "../../subject/descriptors.js";
import { ServerEnded } from "../../subject/ending.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { asExpected } from "../../trial/agreement.js";
import { warmUp } from "../load/warm-up.js";
import type { ExperimentResult } from "../run-options.js";
import { Holders } from "./holders.js";

/** So many new clients come, one after the other, while the others are held. */
const NEW_CLIENTS = 20;
const LONGEST_WORK_MS = 5000;

export class CostExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  readonly #levels: Levels;
  readonly #doing: (what: string) => void;
  readonly #costs: CostResult[] = [];

  constructor(
    subject: ServerUnderTest,
    experiment: Experiment,
    levels: Levels,
    doing: (what: string) => void,
  ) {
    this.#subject = subject;
    this.#experiment = experiment;
    this.#levels = levels;
    this.#doing = doing;
  }

  /** Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    await this.#subject.learnAnswerTime("tcp");
    const observer = await this.#subject.observer();
    const holders = new Holders(this.#subject);
    const switches = () => observer.kernel.contextSwitches(observer.server.pids());
    try {
      await warmUp(async () => {
        const times = await this.#newClients(observer);
        return times.length === 0 ? 0 : 1000 / median(times);
      });
      this.#alive(observer);
      let grown = 0; // what the new clients cost is left out
      for (const connections of [0, ...bearable(this.#levels.connections, this.#subject)]) {
        this.#doing(`${connections}`);
        const before = switches();
        await holders.growTo(connections, observer, this.#levels.seconds * 1000);
        await observer.rests({ clock: LONGEST_WORK_MS });
        const after = switches();
        if (before !== null && after !== null) grown += after - before;
        const { threads, processes } = observer.counts();
        const cost: CostResult = {
          connections,
          held: holders.held(observer),
          threads,
          processes,
          memory: observer.kernel.memory(observer.server.pids()),
          contextSwitches: after === null ? null : grown,
          firstByteMs: null,
        };
        this.#costs.push(cost);
        if (cost.held < connections) break; // it holds no more: a larger number would say the same
        const times = await this.#newClients(observer);
        this.#alive(observer);
        if (times.length === NEW_CLIENTS) cost.firstByteMs = { median: median(times), ...range(times) };
      }
    } finally {
      await holders.leave();
    }
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  /** Throws ServerEnded when it has ended: then there is nothing to be measured. */
  #alive({ server }: Observer): void {
    if (server.pids().length === 0) throw new ServerEnded();
  }

  /** One new client after the other: when each had its first byte, in milliseconds since its connect. Fewer than came: the next one had to wait. */
  async #newClients(observer: Observer): Promise<number[]> {
    const { question, patienceMs } = this.#subject;
    const times: number[] = [];
    while (times.length < NEW_CLIENTS) {
      const client = new TcpClient("new client", observer.server.endpoint, { keepBody: false });
      try {
        client.ask(question.path);
        await waitForReply(client, observer, question, patienceMs!);
        if (!client.answered) return times;
        times.push(client.times.firstByteMs!);
        await client.leave();
      } finally {
        await client.destroy();
      }
      await observer.rests({ clock: LONGEST_WORK_MS }); // it has seen that the client left
    }
    return times;
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const verdict = this.#costs.length > 0 ? "answers" : "failed";
    const expected = this.#experiment.expected[outline.name] ?? null;
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: this.#subject.alone?.closes ? "idle" : "kept",
      trials: 1,
      agreeing: 1,
      clients: [],
      eachTrial: [],
      report: null,
      cost: this.#costs,
    };
  }
}
