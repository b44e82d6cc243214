// What went wrong with crowds: why nobody was served at all, and what keeps the figures from bearing a conclusion.

import { generatorBusy } from "../../../../results/load/busy.js";
import type { CrowdResult, Note } from "../../../../results/result.js";
import { ServerEnded } from "../../subject/ending.js";
import { NothingServed, whyFailed } from "../../subject/nothing-served.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";

/** Why nobody in any crowd got what was asked for; null: somebody did, or no crowd has come yet. */
export function whyNothing(
  crowds: readonly CrowdResult[],
  { endings, server }: Pick<ServerUnderTest, "endings" | "server">,
): NothingServed | ServerEnded | null {
  if (crowds.length === 0 || crowds.some(({ answered }) => answered > 0)) return null;
  if (endings.length > 0 || server.pids().length === 0) return new ServerEnded();
  const sum = (fate: "lost" | "wrong" | "waiting") => crowds.reduce((all, crowd) => all + crowd[fate], 0);
  const status = crowds.find(({ otherStatus }) => otherStatus !== null)?.otherStatus ?? null;
  const [not2xx, wrong] = status === null ? [0, sum("wrong")] : [sum("wrong"), 0];
  const how = whyFailed({ lost: sum("lost"), timedOut: sum("waiting"), not2xx, wrong });
  return new NothingServed(how ?? "silent", status);
}

/** `backlog`: the limit of its accept queue; null: this system can't say. */
export function* warnings(crowds: readonly CrowdResult[], backlog: number | null): Generator<Note> {
  const turnedAway = Math.max(0, ...crowds.map((crowd) => crowd.turnedAway));
  if (turnedAway > 0) yield { key: "turned-away", values: { turnedAway, backlog: backlog ?? "?" } };
  const late = crowds.find((crowd) => crowd.waiting > 0);
  if (late !== undefined) {
    const { clients, waiting, limitMs } = late;
    yield { key: "crowd-too-long", values: { waiting, clients, seconds: limitMs / 1000 } };
  }
  const worst = crowds.toSorted((a, b) => b.lost + b.wrong - a.lost - a.wrong)[0];
  if (worst !== undefined && worst.lost + worst.wrong > 0) {
    const { lost, wrong, clients } = worst;
    yield { key: "crowd-lost", values: { lost, wrong, clients } };
  }
  if (crowds.some(generatorBusy)) {
    yield { key: "crowd-busy" };
  }
}
