import { describe, expect, test } from "vitest";
import { answer, headline } from "./answer.js";
import { remarks } from "./notes.js";
import type { ClientResult } from "./result.js";
import { failed, inconclusive, multi, run, single, untried } from "./sample.test-data.js";
import { modelKind, story } from "./story.js";
import { texts } from "./texts/texts.js";

describe("the kind of a server", () => {
  test.each([
    ["iterative", "iterative"],
    ["thread-per-connection", "threads"],
    ["thread per connection", "threads"],
    ["process-per-connection", "processes"],
    ["thread-pool", "pool"],
    ["prefork", "prefork"],
    ["event-loop", "events"],
    ["actor", "unknown"],
    [null, "unknown"],
  ])("of a model called %j is %s", (model, kind) => {
    expect(modelKind(model)).toBe(kind);
  });
});

describe("the headline", () => {
  test.each([
    ["One client makes the next one wait at single, but not at multi.", [single, multi]],
    ["One client makes the next one wait at single.", [single]],
    ["No client has to wait for another at multi; it could not be decided at mine.", [multi, failed]],
    ["It could not be decided who waits for whom at sometimes.", [inconclusive]],
    ["Nothing could be found out about mine.", [failed]],
    ["Could not be tried: mine.", [untried]],
    ["One client makes the next one wait at single; could not be tried: mine.", [single, untried]],
    ["Nothing could be found out about mine; could not be tried: mine.", [failed, untried]],
  ])("is one sentence: %s", (sentence, servers) => {
    expect(headline(run(...servers), texts("en"))).toBe(sentence);
    expect(answer(run(...servers), texts("en"))).not.toBe("");
  });
});

describe("a client that asks alone", () => {
  const lone = (client: Partial<ClientResult>, verdict: "answers" | "failed" = "answers") => {
    const clients = [{ ...single.clients[0]!, stayed: true, ...client }];
    return {
      ...single,
      verdict,
      clients,
      eachTrial: [{ outcome: verdict === "answers" ? ("answered" as const) : ("broken" as const), clients }],
    };
  };

  test.each([
    [
      { status: 404 },
      "A client that asks for a file that is not there gets 404 Not Found at single.",
      "Client 1 got 404 Not Found after 1.1 ms, and the connection stayed open.",
    ],
    [
      { stayed: false },
      "A client that is alone gets the page at single.",
      "Client 1 got the page after 1.1 ms, and the server closed the connection.",
    ],
    [
      { shown: true },
      "A browser shows the page of single.",
      "Client 1 shows the page; the first byte came after 1.1 ms.",
    ],
    [
      { shown: false },
      "A browser gets an answer at single, but shows no text.",
      "Client 1 got an answer after 1.1 ms, but shows no text.",
    ],
  ])("got what is said in words: %j", (client, head, said) => {
    const { holdingMs: _, releasedMs: __, ...server } = { ...lone(client).clients[0]! };
    const result = { ...lone(client), clients: [server] };
    expect(headline(run(result), texts("en"))).toBe(head);
    expect(story(result, texts("en")).join(" ")).toBe(said);
  });

  test("is told from one that does not get the right answer", () => {
    const wrong = { ...lone({ outcome: "broken" }, "failed"), name: "mine" };
    expect(headline(run(wrong), texts("en"))).toBe(
      "A client that is alone does not get the right answer at mine.",
    );
    expect(headline(run(lone({}), wrong), texts("en"))).toBe(
      "A client that is alone gets the page at single; it could not be decided at mine.",
    );
  });
});

describe("who waits for a pool", () => {
  const [first, second] = single.clients;
  const pool = { ...single, model: "thread-pool", clients: [first!, { ...second!, holders: 4 }] };

  test.each([
    ["en", "for one of clients 1 to 4 in the accept queue, because clients 1 to 4 all stayed connected"],
    ["id", "di antrean accept, karena klien 1 sampai 4 semuanya masih terhubung setelah dijawab"],
  ] as const)("waits because all of its clients stay, and not one of them (%s)", (language, said) => {
    expect(story(pool, texts(language)).join(" ")).toContain(said);
  });
});

describe("a note", () => {
  test("fits one server and several, in both languages", () => {
    const notes = [{ key: "no-content-length" as const }];
    const both = run({ ...single, notes }, { ...multi, notes });
    for (const language of ["en", "id"] as const) {
      const say = texts(language);
      const [shared] = remarks(both, say);
      const [alone] = remarks(run({ ...single, notes }), say);
      expect(shared!.text).toBe(alone!.text);
      expect(say.about(shared!.servers, shared!.text)).toMatch(/^single (and|dan) multi: /);
    }
  });
});
