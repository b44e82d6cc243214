// Which model the server has, told from outside, is one of those that count. Where several models look alike from outside,
// the source says which it is; that it serves many at once was seen.

import type { ModelName } from "../../results/result.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck, wordsOf } from "./check.js";
import { faultsOf } from "./lab.js";

/** What the lab's door can't tell from a loop: goroutines, and Java's virtual threads. */
const LOOKS_LIKE_A_LOOP: ModelName = "event-loop";

export const check: ServerCheck = {
  async run({ say, parameters, language, model, toldBySource }: CheckContext): Promise<CheckOutcome> {
    const server = await model();
    const { model: found, modelReason = "" } = server;
    const evidence = { words: faultsOf(server, say.code) };
    const name = found as ModelName;
    const accept = wordsOf(parameters, "accept");
    const got = say.got.model(say.models[name], modelReason);
    if (accept.includes(name)) return passed(got, evidence);
    const wanted = accept.map((one) => say.models[one as ModelName]);
    const alike = wordsOf(parameters, "undecided").includes(language ?? "") && name === LOOKS_LIKE_A_LOOP;
    const told = alike ? toldBySource() : null;
    if (told !== null) {
      const both = `${got} ${say.got.toldBySource(say.models[told.model], told.code, told.path)}`;
      if (accept.includes(told.model)) return passed(both, evidence);
      if (told.model === name) return failed(name, both, say.hints.model(wanted), evidence);
    }
    if (alike || name === "unknown") {
      const hint = say.hints.modelUndecided(language ?? "");
      return { status: "inconclusive", cause: name, sure: true, got, hint, evidence };
    }
    const finding = failed(name, got, say.hints.model(wanted), evidence);
    return name === "iterative" ? { ...finding, shows: "one at a time" } : finding;
  },
};
