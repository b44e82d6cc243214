// What a server's loads say of it. Starvation is a word on waiting: where nobody was served, or the server ended, nobody waited
// for anybody.

import type { LoadResult, ServerResult } from "../../../../results/result.js";
import { ServerEnded } from "../../subject/ending.js";
import { NothingServed, whyFailed } from "../../subject/nothing-served.js";
import { together } from "../../trial/agreement.js";

export interface Judgement {
  verdict: ServerResult["verdict"];
  /** How many rounds say so. */
  agreeing: number;
  /** Only with "failed". */
  why?: NothingServed | ServerEnded;
}

/** Of several who ask over connections that stay, is only one served? The fewest connections beyond one tell, round by round. */
export function judge(load: readonly LoadResult[]): Judgement {
  const several = load.filter(({ connections, kept }) => kept && connections > 1);
  const fewest = several.toSorted((a, b) => a.connections - b.connections)[0];
  if (fewest === undefined) {
    const [first] = load;
    const agreeing = first?.rounds ?? 0;
    if (first === undefined || load.some(({ served }) => served > 0)) return { verdict: "answers", agreeing };
    return { verdict: "failed", agreeing, why: reason(first) };
  }
  const rounds = fewest.eachRound.map((round) => ({ ...fewest, ...round }));
  const judged = together(rounds.map(judgeRound));
  const failed = rounds.find((round) => judgeRound(round) === "failed");
  return judged.verdict === "failed" && failed !== undefined ? { ...judged, why: reason(failed) } : judged;
}

function judgeRound({ served, starved, connections, ended }: LoadResult): ServerResult["verdict"] {
  if (served > 1) return "concurrent";
  return served === 1 && starved === connections - 1 && !ended ? "blocks" : "failed";
}

function reason({
  ended,
  failures,
  otherStatus,
  starved,
  connections,
}: LoadResult): NothingServed | ServerEnded {
  if (ended) return new ServerEnded();
  const how = whyFailed(failures) ?? (starved === connections ? "silent" : "stopped");
  return new NothingServed(how, otherStatus);
}
