import { describe, expect, test } from "vitest";
import { answer, headline } from "./answer.js";
import type { Hold, HoldResult, Probe, ServerResult } from "./result.js";
import { multi, run, single } from "./sample.test-data.js";
import { story } from "./story.js";
import { texts } from "./texts/texts.js";

const outcome = (seen: HoldResult["outcome"]): HoldResult => ({
  outcome: seen,
  trials: 3,
  agreeing: 3,
  waitedMs: null,
  waitedIn: null,
});
const holds = (...seen: HoldResult["outcome"][]): Record<Hold, HoldResult> => {
  const [kept, idle, partial, unread] = seen.map(outcome);
  return { kept: kept!, idle: idle!, partial: partial!, unread: unread! };
};
const held = (...seen: HoldResult["outcome"][]): ServerResult => ({
  ...single,
  expected: null,
  clients: [],
  eachTrial: [],
  holds: holds(...seen),
});

describe("what is said of the four holds", () => {
  test.each([
    [
      held("blocked", "blocked", "answered", "answered"),
      "The next client has to wait when client 1 stayed connected after its answer or sent nothing.",
      "Klien berikutnya harus menunggu kalau klien 1 tetap terhubung setelah dijawab atau tidak mengirim apa-apa.",
    ],
    [
      held("blocked", "blocked", "blocked", "blocked"),
      "Whatever client 1 does, the next client has to wait until it leaves.",
      "Apa pun yang dilakukan klien 1, klien berikutnya harus menunggu sampai klien 1 pergi.",
    ],
    [
      held("answered", "answered", null, null),
      "In the 2 situations that could be tried, the next client is answered.",
      "Dalam 2 keadaan yang bisa dicoba, klien berikutnya tetap dijawab.",
    ],
    [
      held(null, "blocked", "blocked", "blocked"),
      "In the 3 situations that could be tried, the next client has to wait until client 1 leaves.",
      "Dalam 3 keadaan yang bisa dicoba, klien berikutnya harus menunggu sampai klien 1 pergi.",
    ],
    [
      held("answered", null, null, "blocked"),
      "In the 2 situations that could be tried, the next client has to wait when client 1 did not read the large file it had asked for.",
      "Dalam 2 keadaan yang bisa dicoba, klien berikutnya harus menunggu kalau klien 1 tidak membaca file besar yang dimintanya.",
    ],
  ])("claims no more than was tried (%#)", (server, english, indonesian) => {
    expect(story(server, texts("en"))).toEqual([english]);
    expect(story(server, texts("id"))).toEqual([indonesian]);
  });

  test("is nothing where the trials disagree", () => {
    const server: ServerResult = {
      ...held("inconclusive", "answered", "answered", "answered"),
      verdict: "inconclusive",
    };
    expect(story(server, texts("en")).join(" ")).not.toMatch(/Whatever|situations/);
  });
});

describe("the answer of zoo", () => {
  const probe: Probe = {
    steps: [],
    limit: null,
    turnedAway: false,
    waiting: null,
    endsWithItsClient: false,
    shrank: null,
  };
  const seen = (server: ServerResult, statedModel: string | null): ServerResult => ({
    ...server,
    clients: [],
    probe,
    holds: holds("answered", "answered", "answered", "answered"),
    statedModel,
  });
  const own = { ...seen({ ...multi, expected: null }, null), name: "mine" };

  test("counts only servers whose documentation says what they are", () => {
    expect(headline(run(seen(single, "iterative"), own), texts("en"))).toBe(
      "1 of 1 servers are, seen from outside, what their documentation says. How each serves several clients: mine: thread per connection.",
    );
  });

  test("names a model and its server as each language does", () => {
    const sized = { ...own, name: "pool", model: "thread-pool", modelSize: 4 };
    const said = (language: "en" | "id") =>
      headline(run({ ...own, model: "iterative" }, sized), texts(language));
    expect(said("en")).toBe("How each serves several clients: mine: iterative and pool: thread-pool (4).");
    expect(said("id")).toBe(
      "Cara setiap server melayani banyak klien: iterative (mine) dan thread-pool untuk 4 klien (pool).",
    );
  });

  test("counts one that did not start, too", () => {
    const { probe: _, holds: __, ...rest } = seen(multi, "thread-per-connection");
    const failed = { ...rest, asExpected: false };
    expect(headline(run(seen(single, "iterative"), failed), texts("en"))).toMatch(/^1 of 2 servers/);
  });

  test.each(["en", "id"] as const)("speaks of no documentation where there is none (%s)", (language) => {
    expect(answer(run(own), texts(language))).not.toMatch(/documentation|dokumentasi/);
  });
});
