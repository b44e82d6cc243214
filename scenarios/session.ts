// What the scenario command needs from its first server to its last file: the kernel's door, the clients, the writer, and a
// line that says what is being done.

import { join } from "node:path";
import type { Result } from "../results/result.js";
import type { Language } from "../results/texts/texts.js";
import { Writer } from "../results/writer.js";
import type { Run, RunOptions } from "./lab/experiments/run-options.js";
import { openKernel } from "./lab/kernel/index.js";
import { ClientFactory } from "./lab/observe/client-factory.js";
import { runCollection, runOne } from "./lab/run.js";
import type { Equipment } from "./lab/subject/server-under-test.js";
import type { Zoo } from "./lab/zoo-run.js";
import type { Task } from "./options.js";
import { Progress } from "./progress.js";
import type { AnyScenario } from "./scenario.js";
import { type Texts, texts } from "./texts/texts.js";

export class Session {
  /** Has some file not been written? Then that was told. */
  failed = false;
  /** How many results lie in their folder by now. */
  written = 0;
  readonly #language: Language;
  readonly #say: Texts;
  readonly #equipment: Equipment;
  readonly #progress = new Progress();
  #writer: Writer | null = null;

  constructor(language: Language, browsers: string[]) {
    this.#language = language;
    this.#say = texts[language];
    this.#equipment = {
      kernel: openKernel(),
      clientFactory: new ClientFactory(browsers),
      texts: this.#say,
      waiting: (server, ports, seconds) =>
        this.#progress.tell(this.#say.waitingForPort(server, ports.join(", "), seconds)),
      timeToSpare: () => {
        this.#writer ??= new Writer();
      },
    };
  }

  /**
   * Carries out a scenario. A collection's parts are written as they are finished; of those that were run earlier, the
   * results are taken from there. `before`: which of how many scenarios this is, for whoever watches.
   */
  async run(task: Task, before = "", earlier: ReadonlyMap<string, Run> = new Map()): Promise<Run> {
    const { scenario } = task;
    if (scenario.kind === "all") throw new Error("all has parts, which are run one by one");
    const zoo = await zooOf(task);
    const programs = zoo?.programs ?? task.programs;
    const all = programs.length * turnsOf(task);
    let done = 0;
    let turn = "";
    const how: RunOptions = {
      ...task,
      programs,
      largePath: zoo?.largePath ?? task.largePath,
      progress: (name, server) => {
        turn = before + this.#say.doing(name, server, done++, all);
        this.#progress.say(turn);
      },
      doing: (clients) => this.#progress.say(this.#say.doingSize(turn, clients)),
      trying: (trial, trials) => this.#progress.say(this.#say.doingTrial(turn, trial, trials)),
    };
    if (scenario.kind !== "report") return runOne(scenario, how, this.#equipment);
    return runCollection(
      scenario,
      how,
      this.#equipment,
      (run) => this.write(run.result, { ...task, out: join(task.out, scenario.name) }, run.attachments),
      earlier,
    );
  }

  /** Writes a result's files; a folder that can't be written does not undo what was measured. */
  async write(
    result: Result,
    { out }: Task,
    attachments: Run["attachments"],
    quietly = false,
  ): Promise<void> {
    this.#writer ??= new Writer();
    const answer = await this.#writer.write({ result, folder: out, language: this.#language, attachments });
    if ("paths" in answer) {
      this.written++;
      if (!quietly) console.error(this.#say.written(filesOf(answer.paths)));
    } else {
      this.failed = true;
      console.error(answer.failure);
    }
  }

  /** Nothing is being done any more that need be told. */
  rest(): void {
    this.#progress.end();
  }

  close(): void {
    this.rest();
    this.#equipment.kernel.close();
  }
}

/** How often each server has its turn. */
function turnsOf({ scenario, trials, levels }: Task): number {
  const turns = (one: AnyScenario): number => {
    if (one.kind === "open-load") return trials;
    return one.kind === "load" ? trials * one.kept.length * (levels ?? one.levels).connections.length : 1;
  };
  return scenario.kind === "report"
    ? scenario.scenarios.reduce((sum, one) => sum + turns(one), 0)
    : turns(scenario);
}

/** The zoo, where it is asked for and nobody names other servers. */
async function zooOf({ scenario, programs }: Task): Promise<Zoo | null> {
  if (scenario.kind !== "zoo" || programs.length > 0) return null;
  const { openZoo } = await import("./lab/zoo-run.js");
  return openZoo();
}

/** The page to open, and the endings of what lies beside it. */
function filesOf(paths: readonly string[]): string {
  const page = paths.find((path) => path.endsWith(".html")) ?? paths[0]!;
  const stem = page.replace(/\.html$/, "");
  const others = paths.filter((path) => path !== page).map((path) => path.replace(stem, ""));
  return `${page} (${others.join(", ")})`;
}
