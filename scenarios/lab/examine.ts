// One server from its start to its end, examined as a scenario says. What it does wrong becomes part of the result.

import type { ServerResult } from "../../results/result.js";
import type { Inquiry, Scenario } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import { BacklogInquiry } from "./experiments/backlog/backlog.js";
import { CostInquiry } from "./experiments/cost/inquiry.js";
import { CrowdInquiry } from "./experiments/crowd/inquiry.js";
import { HoldsInquiry } from "./experiments/holds.js";
import { ModelInquiry } from "./experiments/model/model.js";
import type { ExperimentResult, RunOptions } from "./experiments/run-options.js";
import { SlowClientInquiry } from "./experiments/slow/inquiry.js";
import { Experiment } from "./experiments/waiting.js";
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
  scenario: Scenario | Inquiry,
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
    // What the trials before it have shown is not true of it any more; of an inquiry, what was measured stands.
    if (!("inquires" in scenario))
      Object.assign(server, { verdict: "failed", asExpected: asExpected("failed", server.expected) });
    if ("inquires" in scenario && (scenario.inquires === "model" || scenario.inquires === "zoo"))
      server.model = modelOf(error);
    return { server, pictures: new Map() };
  } finally {
    await subject.end();
  }
}

/** Both questions to one server: which model it has, and in which holds the next client has to wait. */
class ZooInquiry implements Examination {
  readonly #model: ModelInquiry;
  readonly #holds: HoldsInquiry;

  constructor(subject: ServerUnderTest, inquiry: Inquiry, how: RunOptions) {
    this.#model = new ModelInquiry(subject, inquiry);
    this.#holds = new HoldsInquiry(subject, inquiry, how);
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
  { levels: own, more = {} }: Inquiry,
  { trials, levels = own }: RunOptions,
  { program }: ServerUnderTest,
) {
  const { connections } = levels!;
  const all =
    levels?.connections === own?.connections ? [...connections, ...(more[program.name] ?? [])] : connections;
  return { trials, levels: { ...levels!, connections: all } };
}

function examinationOf(subject: ServerUnderTest, scenario: Scenario | Inquiry, how: RunOptions): Examination {
  const doing = (what: string) => how.doing?.(what);
  if (!("inquires" in scenario)) {
    const { path = subject.question.path } = scenario;
    subject.question.path = path;
    subject.question.missing = scenario.status === 404;
    return new Experiment(subject, scenario, how);
  }
  switch (scenario.inquires) {
    case "holds":
      return new HoldsInquiry(subject, scenario, how);
    case "backlog":
      return new BacklogInquiry(subject, scenario);
    case "zoo":
      return new ZooInquiry(subject, scenario, how);
    case "crowd":
      return new CrowdInquiry(subject, scenario, sizesOf(scenario, how, subject), doing);
    case "slow-client":
      return new SlowClientInquiry(subject, scenario, sizesOf(scenario, how, subject));
    case "cost":
      return new CostInquiry(subject, scenario, sizesOf(scenario, how, subject).levels, doing);
    default:
      return new ModelInquiry(subject, scenario);
  }
}
