// What a session shows of a student's client, check by check.

import { ASKS_ONCE, type CheckOutcome, failed, passed } from "../checks/check.js";
import type { CheckName } from "../checks/registry.js";
import { lacking, wantsNetwork } from "../examiner/failure.js";
import { lackOf } from "../examiner/lack.js";
import type { Texts } from "../texts/texts.js";
import { saysGone, showsCrash, signalOf, statusOf } from "./crash.js";
import { evidenceOf } from "./evidence.js";
import { judgeRequest } from "./judge-request.js";
import type { Transcript, Turn } from "./session.js";

export type SessionCheck = Extract<
  CheckName,
  "connects" | "get" | "prints" | "shows-404" | "asks-again" | "exit"
>;

/** Every finding that can be had of a session; those that need what failed before are missing. */
export function judge(transcript: Transcript, say: Texts): Partial<Record<SessionCheck, CheckOutcome>> {
  const { port, first } = transcript;
  if (port === null) return { connects: judgeUnconnected(transcript, say) };
  const findings: Partial<Record<SessionCheck, CheckOutcome>> = {
    connects: judgeConnected(transcript, say),
    get: judgeRequest(transcript, say),
  };
  if (findings.get!.status === "inconclusive") return findings;
  findings.exit = judgeExit(transcript, say);
  if (first.request === null) return findings;
  findings.prints = judgePrinted(first, say, transcript.output);
  findings["shows-404"] = judge404(transcript, say);
  findings["asks-again"] = judgeAgain(transcript, say);
  return findings;
}

function judgeUnconnected(transcript: Transcript, say: Texts): CheckOutcome {
  const { early, output, strange } = transcript;
  const { got, hints } = say;
  const evidence = evidenceOf(transcript, say);
  const undecided = (cause: string, got: string, hint: string): CheckOutcome => ({
    status: "inconclusive",
    cause,
    got,
    hint,
    evidence,
  });
  if (wantsConsole(transcript)) return undecided("no console", got.noConsole, hints.noConsole);
  const lack = early && lackOf(early.status, output);
  if (lack)
    return {
      ...lacking(lack, say, output.at(-1) ?? got.notConnected.ended(statusOf(early, say))),
      evidence,
    };
  if (wantsNetwork(output)) return undecided("network", output.at(-1)!, hints.network);
  const what = early ? got.notConnected.ended(statusOf(early, say)) : got.notConnected.waiting();
  if (strange) return undecided("strange", `${what} ${got.strange}`, hints.strange);
  const hint = hasCrashed(transcript) ? hints.clientCrashed : hints.connects;
  return failed(early ? "ended" : "waiting", what, hint, evidence);
}

/** Java has no console where the keyboard is no terminal, and so the method of a console that is not there is called. */
export const wantsConsole = ({ output }: Transcript): boolean =>
  output.some((line) => {
    const pointer = line.indexOf("NullPointerException");
    return line.includes("System.console()") || (pointer >= 0 && /\bConsole\b/.test(line.slice(pointer)));
  });

function judgeConnected(transcript: Transcript, say: Texts): CheckOutcome {
  const { source, port } = transcript;
  const evidence = evidenceOf(transcript, say);
  if (source === "arguments") return passed(say.got.connected("127.0.0.1"), evidence);
  return failed(source, say.got.connectedBy[source](port!), say.hints.connects, evidence);
}

/** What came after a line that was typed, and never reached the server: was it the answer to another question? */
function neverAsked(transcript: Transcript, say: Texts): CheckOutcome {
  const { closed, early, output } = transcript;
  if (closed && early && early.status !== 0 && saysGone(output.join("\n")))
    return wentOnClosed(transcript, say);
  return {
    status: "inconclusive",
    cause: "never asked",
    got: say.got.neverAsked,
    hint: say.hints.neverAsked,
    evidence: evidenceOf(transcript, say),
  };
}

/** The server had closed the connection, as servers do, and the client went on to use it. */
const wentOnClosed = (transcript: Transcript, say: Texts): CheckOutcome =>
  failed("closed", say.got.wentOnClosed, say.hints.wentOnClosed, evidenceOf(transcript, say));

export function judge404(transcript: Transcript, say: Texts): CheckOutcome {
  const { missing } = transcript;
  const { got, hints } = say;
  const evidence = evidenceOf(transcript, say);
  if (missing.request === null) return neverAsked(transcript, say);
  if (missing.shown === "yes") return passed(got.shown404, evidence);
  if (missing.request.tooLate) return wentOnClosed(transcript, say);
  if (missing.shown === "no") {
    const hint = hasCrashed(transcript) ? hints.crashedAfter : hints.shows404;
    return failed("not shown", got.notShown404, hint, evidence);
  }
  return { status: "inconclusive", cause: "perhaps", got: got.perhaps404, hint: hints.shows404, evidence };
}

/** Who asks for one page and ends by itself is not asked for another, nor told to leave. */
const asksOnce = (transcript: Transcript, say: Texts): CheckOutcome => ({
  status: "skipped",
  cause: ASKS_ONCE,
  got: say.got.asksOnce,
  hint: "",
  evidence: evidenceOf(transcript, say),
});

function judgeAgain(transcript: Transcript, say: Texts): CheckOutcome {
  const { first, missing, second, early } = transcript;
  const { got } = say;
  if (transcript.once) return asksOnce(transcript, say);
  const bad = (how: keyof typeof got.notAskedAgain) =>
    failed(how, got.notAskedAgain[how], goOn(transcript, say), evidenceOf(transcript, say));
  if (early && !missing.typed) return bad("ended at once");
  if (early && missing.request !== null && !second.typed) return bad("ended");
  if (second.request === null) return neverAsked(transcript, say);
  // Who prints no page at all has lost points for that already.
  if (first.printed.length === 0) return passed(got.onlyAskedAgain, evidenceOf(transcript, say));
  if (second.printed.length === 0)
    return second.request.tooLate ? wentOnClosed(transcript, say) : bad("not printed");
  return passed(got.askedAgain, evidenceOf(transcript, say));
}

const hasCrashed = ({ early, output }: Transcript): boolean =>
  early !== null && (signalOf(early) !== null || showsCrash(early, output.join("\n")));

/** What to do that it asks for another file after an answer. */
const goOn = (transcript: Transcript, { hints }: Texts): string =>
  hasCrashed(transcript) ? hints.crashedAfter : hints.asksAgain;

function judgeExit(transcript: Transcript, say: Texts): CheckOutcome {
  const { left, early, first, missing, second, unended } = transcript;
  const { got, hints } = say;
  const evidence = evidenceOf(transcript, say);
  if (transcript.once) {
    const ended = early ?? left;
    if (ended === null) return failed("stayed", got.neverEnded, hints.neverEnds, evidence);
    if (signalOf(ended) === null && !showsCrash(ended, transcript.output.join("\n")))
      return asksOnce(transcript, say);
    return failed("crashed", got.crashedAfter(statusOf(ended, say)), hints.crashedAfter, evidence);
  }
  if (left) return passed(got.left(statusOf(left, say)));
  if (early === null) return failed("stayed", got.stayed, hints.exit, evidence);
  if (first.request === null) {
    const what = unended === null ? got.endedAtOnce : got.endedEarly;
    return failed("stayed", what(statusOf(early, say)), hints.exit, evidence);
  }
  if (!missing.typed)
    return failed("ended", got.notAskedAgain["ended at once"], goOn(transcript, say), evidence);
  if (missing.request !== null && !second.typed)
    return failed("ended", got.notAskedAgain.ended, goOn(transcript, say), evidence);
  // It may have ended because of what was typed, which it took for something else.
  return second.request === null
    ? neverAsked(transcript, say)
    : failed("ended", got.endedEarly(statusOf(early, say)), hints.exit, evidence);
}

/** Is this line one of the head of our answer? */
const isOfHead = (line: string): boolean => /HTTP\/1\.\d 200/.test(line);

function judgePrinted({ words, printed }: Turn, { got, hints }: Texts, output: string[]): CheckOutcome {
  if (printed.length === words.length) return passed(got.printed(words.length), { output });
  const hint = printed.length > 0 || output.some(isOfHead) ? hints.prints : hints.printsNothing;
  return failed("not printed", got.printedSome(printed.length, words.length), hint, { output });
}

/** Of a page that came in pieces; null: it was not even asked for, which says nothing. */
export function judgeInPieces(
  { request, words, printed }: Turn,
  { got, hints }: Texts,
  output: string[],
): CheckOutcome | null {
  if (request === null) return null;
  if (printed.length === words.length) return passed(got.printed(words.length), { output });
  return failed("in pieces", got.printedInPieces(printed.length, words.length), hints.prints, { output });
}
