// The lab's experiment "one client holds, another one asks", as a check.

import { story } from "../../results/story.js";
import { texts as resultTexts } from "../../results/texts/texts.js";
import { isLong, NoLoneAnswer } from "../../scenarios/lab/subject/patience.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import type { WaitingScenario } from "../../scenarios/scenario.js";
import {
  type CheckContext,
  type CheckOutcome,
  failed,
  numberOf,
  passed,
  type ServerCheck,
  SHOWS_NOTHING,
} from "./check.js";
import { faultsOf, runExperiment } from "./lab.js";

/** Makes the scenario; right is that client 2 is answered meanwhile, or that it has to wait. */
export const experiment = (scenario: WaitingScenario, right: "concurrent" | "blocks"): ServerCheck => ({
  async run(bench: CheckContext): Promise<CheckOutcome> {
    const { say, subject, parameters } = bench;
    const asked = "trials" in parameters ? numberOf(parameters, "trials") : 1;
    // Chance has no part in an answer that takes seconds, and each trial takes several of them.
    const trials = isLong((await subject.learnReplyTime("tcp")).answerMs) ? 1 : asked;
    if (bench.promising && scenario.clients.at(-1) === "browser") await presume(subject);
    const server = await runExperiment(subject, scenario, trials).catch(async (error: unknown) => {
      if (!(error instanceof NoLoneAnswer && (await subject.learnReplyTime("tcp")).raw !== undefined))
        throw error;
      return null;
    });
    if (server === null) return showsNothing(say.got.browserNoHttp, say.hints.shows);
    const blank = server.clients.find(({ shown, status }) => shown === false && (status ?? 0) >= 400);
    if (blank !== undefined) return showsNothing(say.got.browserNoPage(blank.status!), say.hints.shows);
    const { verdict, clients, failure } = server;
    const kernel = clients.at(-1)?.kernel;
    const evidence = {
      clients,
      output: subject.server.output().slice(-10),
      words: [...faultsOf(server, say.code), ...(kernel ? [say.kernel(kernel)] : [])],
    };
    const told = story({ ...server, expected: null, model: null }, resultTexts(say.code)).join(" ");
    if (verdict === right) return passed(told, evidence);
    if (verdict === "inconclusive")
      return { status: "inconclusive", cause: verdict, got: told, hint: say.hints.undecided, evidence };
    if (verdict === "failed") {
      const outcome = clients.at(-1)?.outcome ?? "silent";
      const hint = subject.server.pids().length === 0 ? say.hints.crashed : say.hints.secondLost(right);
      return failed(`second ${outcome}`, failure ?? told, hint, evidence);
    }
    const finding = failed(verdict, told, say.hints.otherVerdict(right), evidence);
    return verdict === "blocks" ? { ...finding, shows: "one at a time" } : finding;
  },
});

/** Every browser would fare so, for a fault that is another check's matter. */
const showsNothing = (got: string, hint: string): CheckOutcome => ({
  status: "skipped",
  cause: SHOWS_NOTHING,
  got,
  hint,
  evidence: {},
});

/** From a click to the text on the screen: four times as long is waited before a silence means something. */
const BROWSER_ANSWER_MS = 1000;

/** A browser takes its time to start: what one that is alone gets is taken to be what a client gets, only later. */
async function presume(subject: ServerUnderTest): Promise<void> {
  const { answerMs, raw, ...answer } = await subject.learnReplyTime("tcp");
  if (raw === undefined) subject.assume("browser", { ...answer, answerMs: answerMs + BROWSER_ANSWER_MS });
}
