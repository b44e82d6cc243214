// The answer of a run for all its servers: in a sentence for the top of a page, or in a few.

import { gotEverywhere } from "./alone.js";
import { findingOf } from "./findings.js";
import { loadAnswer, observed } from "./report/observations.js";
import type { Result, ServerResult, Verdict } from "./result.js";
import { untried } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { label, list } from "./words.js";

const names = (servers: readonly ServerResult[], texts: Texts) =>
  list(
    servers.map((server) => label(server.name)),
    texts,
  );

/** The answer of a run, in a sentence or two: which servers make a client wait, which don't, and whether that was expected. */
export function answer(result: Result, texts: Texts): string {
  return [headline(result, texts), ...details(result, texts)].join(" ");
}

/** The answer in one sentence, for the top of a page. */
export function headline(result: Result, texts: Texts): string {
  if (result.observations) return observed(result.observations, texts)[0];
  const found = findingOf(result)?.answer(result, texts);
  if (found) return found;
  const at = (...verdicts: Verdict[]) => result.servers.filter(({ verdict }) => verdicts.includes(verdict));
  const [blocking, concurrent] = [at("blocks"), at("concurrent")];
  const unknown = at("inconclusive", "failed").filter((server) => !untried(server));
  const { both, blocks, concurrent: none, except } = texts.headline;
  const sentence =
    blocking.length + concurrent.length === 0
      ? gotEverywhere(at("answers"), texts).join(" ")
      : concurrent.length === 0
        ? blocks(names(blocking, texts))
        : blocking.length === 0
          ? none(names(concurrent, texts))
          : both(names(blocking, texts), names(concurrent, texts));
  if (sentence === "") return butUntried(undecided(unknown, texts), result.servers, texts);
  const told = unknown.length > 0 ? except(sentence, names(unknown, texts)) : sentence;
  return butUntried(told, result.servers, texts);
}

/** What was found, and of which servers nothing could be, though not by their own doing. */
function butUntried(told: string, servers: readonly ServerResult[], texts: Texts): string {
  const left = servers.filter(untried);
  if (left.length === 0) return told;
  const { untried: alone, exceptUntried } = texts.headline;
  return told === "" ? alone(names(left, texts)) : exceptUntried(told, names(left, texts));
}

/** Nobody was answered as should be: what could not be told depends on how many clients asked, and whether any did. */
function undecided(servers: readonly ServerResult[], texts: Texts): string {
  if (servers.length === 0) return "";
  const trials = servers.flatMap(({ eachTrial }) => eachTrial);
  const { unknown, wrong, nothing } = texts.headline;
  if (trials.length === 0) return nothing(names(servers, texts));
  return (trials.every(({ clients }) => clients.length === 1) ? wrong : unknown)(names(servers, texts));
}

/** What the headline leaves out: what of the report was not reproduced, and whether the servers did what was expected. */
export function details(result: Result, texts: Texts): string[] {
  const rest = result.observations ? observed(result.observations, texts).slice(1) : [];
  const loads = loadAnswer(result.loadObservations ?? [], texts);
  return [...rest, loads, ...expectations(result, texts)].filter((sentence) => sentence != null);
}

/** Was it as expected? One sentence, or none where nothing was promised. */
function expectations(result: Result, texts: Texts): string[] {
  const promised = result.servers.filter(({ expected, statedModel }) => expected !== null || statedModel);
  const surprises = promised.filter((server) => !server.asExpected && !untried(server));
  if (surprises.length > 0) return [texts.unexpected(names(surprises, texts))];
  const all = promised.length > 0 && result.servers.every(({ asExpected }) => asExpected);
  return all ? [texts.allAsExpected] : [];
}
