// One server from its start to its end, examined as a scenario says. What it does wrong becomes part of the result.

import type { ServerResult } from "../../results/result.js";
import type { Experiment, WaitingScenario } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import { BacklogExperiment } from "./experiments/backlog/backlog.js";
import { CostExperiment } from "./experiments/cost/cost.js";
import { CrowdExperiment } from "./experiments/crowd/crowd.js";
import { HoldsExperiment } from "./experiments/holds.js";
import { ModelExperiment } from "./experiments/model/model.js";
import type { ExperimentResult, RunOptions } from "./experiments/run-options.js";
import { SlowClientExperiment } from "./experiments/slow-client/slow-client.js";
import { WaitingExperiment } from "./experiments/waiting.js";
import type { RunningServer } from "./process/launch.js";
import { startWhenFree } from "./process/start.js";
import { type Equipment, ServerUnderTest } from "./subject/server-under-test.js";
import { asExpected } from "./trial/agreement.js";
import { explain, modelOf, notCarriedOut } from "./trial/failure.js";

/** A way to examine a server: carried out whole, or as far as it came. */
interface Examination {
  carryOut(): Promise<ExperimentResult>;
  outline(): ServerResult;
}

export async function examine(
  program: ServerProgram,
  scenario: WaitingScenario | Experiment,
  how: RunOptions,
  equipment: Equipment,
  start: Promise<RunningServer> = startWhenFree(program, equipment.kernel, equipment.waiting),
): Promise<ExperimentResult> {
  const subject = new ServerUnderTest(program, how, equipment);
  const examination = examinationOf(subject, scenario, how);
  try {
    await subject.begin(start);
    return await examination.carryOut();
  } catch (error) {
    const failure = explain(error, subject);
    if (failure === null) throw error;
    const why = notCarriedOut(error);
    const server = { ...examination.outline(), failure, ...(why && { notCarriedOut: why }) };
    // What the trials before it have shown is not true of it any more; of other kinds, what was measured stands.
    if (scenario.kind === "waiting")
      Object.assign(server, { verdict: "failed", asExpected: asExpected("failed", server.expected) });
    if (scenario.kind === "model" || scenario.kind === "zoo") server.model = modelOf(error);
    return { server, pictures: new Map() };
  } finally {
    await subject.end();
  }
}

/** Both questions to one server: which model it has, and in which holds the next client has to wait. */
class ZooExperiment implements Examination {
  readonly #model: ModelExperiment;
  readonly #holds: HoldsExperiment;

  constructor(subject: ServerUnderTest, experiment: Experiment, how: RunOptions) {
    this.#model = new ModelExperiment(subject, experiment);
    this.#holds = new HoldsExperiment(subject, experiment, how);
  }

  async carryOut(): Promise<ExperimentResult> {
    await this.#model.carryOut();
    await this.#holds.carryOut();
    return { server: this.outline(), pictures: new Map() };
  }

  outline(): ServerResult {
    const { holds, trials, agreeing, eachTrial } = this.#holds.outline();
    return { ...this.#model.outline(), trials, agreeing, eachTrial, ...(holds && { holds }) };
  }
}

/** The sizes that the user has named; otherwise the scenario's, and those that only this server can bear. */
function sizesOf(
  { levels: own, more = {} }: Experiment,
  { trials, levels = own }: RunOptions,
  { program }: ServerUnderTest,
) {
  const { connections } = levels!;
  const all =
    levels?.connections === own?.connections ? [...connections, ...(more[program.name] ?? [])] : connections;
  return { trials, levels: { ...levels!, connections: all } };
}

function examinationOf(
  subject: ServerUnderTest,
  scenario: WaitingScenario | Experiment,
  how: RunOptions,
): Examination {
  const doing = (what: string) => how.doing?.(what);
  switch (scenario.kind) {
    case "waiting":
      subject.question.path = scenario.path ?? subject.question.path;
      subject.question.missing = scenario.status === 404;
      return new WaitingExperiment(subject, scenario, how);
    case "holds":
      return new HoldsExperiment(subject, scenario, how);
    case "backlog":
      return new BacklogExperiment(subject, scenario);
    case "zoo":
      return new ZooExperiment(subject, scenario, how);
    case "crowd":
      return new CrowdExperiment(subject, scenario, sizesOf(scenario, how, subject), doing);
    case "slow-client":
      return new SlowClientExperiment(subject, scenario, sizesOf(scenario, how, subject));
    case "cost":
      return new CostExperiment(subject, scenario, sizesOf(scenario, how, subject).levels, doing);
    default:
      return new ModelExperiment(subject, scenario);
  }
}
