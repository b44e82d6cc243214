// A server among others that are measured in turn: what goes wrong with it ends its part, and not the others'.

import type { ServerResult } from "../../../../results/result.js";
import type { ServerProgram } from "../../../servers.js";
import { startWhenFree } from "../../process/start.js";
import { type Equipment, ServerUnderTest } from "../../subject/server-under-test.js";
import { asExpected } from "../../trial/agreement.js";
import { explain, notCarriedOut } from "../../trial/failure.js";
import type { RunOptions } from "../run-options.js";

export class MeasuredServer {
  readonly subject: ServerUnderTest;
  readonly program: ServerProgram;
  #failure: unknown = null;

  constructor(program: ServerProgram, how: RunOptions, equipment: Equipment) {
    this.program = program;
    this.subject = new ServerUnderTest(program, how, equipment);
  }

  /** Starts it, and learns how it answers a client that is alone. */
  begin(): Promise<void> {
    return this.attempt(async () => {
      const { kernel, waiting } = this.subject.equipment;
      await this.subject.begin(startWhenFree(this.program, kernel, waiting));
      await this.subject.learnAnswerTime("tcp");
    });
  }

  /** Does something with the server, unless something has gone wrong with it before. */
  async attempt(act: () => Promise<void>): Promise<void> {
    if (this.#failure !== null) return;
    await act().catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** All that a result needs. Throws what was an error of ours. */
  result(
    scenario: { expected: Record<string, ServerResult["verdict"]> },
    found: Pick<ServerResult, "verdict" | "trials"> & Partial<ServerResult>,
  ): ServerResult {
    const failure = this.#failure === null ? null : explain(this.#failure, this.subject);
    if (this.#failure !== null && failure === null) throw this.#failure;
    this.subject.remark();
    const why = notCarriedOut(this.#failure);
    const verdict = failure === null ? found.verdict : "failed";
    const expected = scenario.expected[this.program.name] ?? null;
    return {
      ...this.subject.outline(),
      expected,
      asExpected: asExpected(verdict, expected),
      hold: "kept",
      agreeing: found.trials,
      clients: [],
      eachTrial: [],
      report: null,
      ...found,
      verdict,
      ...(failure !== null && { failure }),
      ...(why && { notCarriedOut: why }),
    };
  }
}
