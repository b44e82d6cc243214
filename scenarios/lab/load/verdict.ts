// What a server's loads say of it. Starvation is a word on waiting: where nobody was served, or the server ended, nobody waited
// for anybody.

import type { LoadResult, ServerResult } from "../../../results/result.js";
import { ServerEnded } from "../ending.js";
import { NothingServed, whyFailed } from "../nothing-served.js";

export interface Judgement {
  verdict: ServerResult["verdict"];
  /** Only with "failed". */
  why?: NothingServed | ServerEnded;
}

/** Of several who ask over connections that stay, is only one served? */
export function judge(load: readonly LoadResult[]): Judgement {
  const several = load.filter(({ connections, kept }) => kept && connections > 1);
  const fewest = several.toSorted((a, b) => a.connections - b.connections)[0];
  if (fewest === undefined) {
    const [first] = load;
    if (first === undefined || load.some(({ served }) => served > 0)) return { verdict: "answers" };
    return { verdict: "failed", why: reason(first) };
  }
  const { served, starved, connections, ended } = fewest;
  if (served > 1) return { verdict: "concurrent" };
  if (served === 1 && starved === connections - 1 && !ended) return { verdict: "blocks" };
  return { verdict: "failed", why: reason(fewest) };
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
