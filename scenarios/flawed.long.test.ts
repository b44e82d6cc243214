import { describe, expect, test } from "vitest";
import type { NoteKey, ServerResult } from "../results/result.js";
import { model } from "./model.js";
import { sourcePath } from "./source-folder.js";
import { examine } from "./testing/lab.js";
import { twoClients } from "./two-clients.js";

const flawed = (fault: string, how: string) =>
  `python3 '${sourcePath("./testing/flawed.py", import.meta.url)}' ${fault} ${how}`;
const keysOf = ({ notes }: ServerResult) => notes.map(({ key }) => key);

const MODELS = { iterative: "iterative", threads: "thread-per-connection", pool: "thread-pool" } as const;

/** What is to be remarked of a fault, and of which models it is tried. */
const faults: [fault: string, note: NoteKey, models: (keyof typeof MODELS)[]][] = [
  ["page-alone", "raw-no-status-line", ["iterative", "threads", "pool"]],
  ["one-word", "raw-no-status-line", ["iterative", "threads"]],
  ["bad-status-line", "raw-no-status-line", ["threads"]],
  ["no-empty-line", "raw-no-empty-line", ["iterative", "threads"]],
  ["status-line-alone", "raw-no-empty-line", ["threads"]],
  ["promises-more", "raw-not-whole", ["iterative", "threads"]],
  ["bad-chunk", "raw-not-whole", ["threads"]],
  ["nothing", "raw-closed", ["iterative", "threads"]],
  ["not-found", "not-200", ["iterative", "threads"]],
  ["server-error", "not-200", ["threads"]],
  ["ends-of-silence", "ended-empty-read", ["iterative"]],
  ["exits-of-silence", "ended-empty-read", ["iterative"]],
  ["takes-no-notice", "keeps-left-client", ["iterative", "threads", "pool"]],
  ["spins-at-the-end", "keeps-left-client", ["threads", "pool"]],
  ["leaves-it-open", "keeps-left-client", ["threads", "pool"]],
  ["ends-its-thread", "loses-worker", ["pool"]],
  ["takes-a-second", "closes-after-response", ["iterative", "threads", "pool"]],
  ["waits-in-poll", "closes-after-response", ["threads", "pool"]],
  ["waits-in-select", "closes-after-response", ["threads", "pool"]],
  ["waits-in-short-polls", "closes-after-response", ["threads", "pool"]],
];
const all = faults.flatMap(([fault, note, models]) => models.map((how) => ({ fault, how, note })));

describe.runIf(process.platform === "linux")("one fault hides nothing else", { tags: ["python3"] }, () => {
  test.concurrent.each(all)(
    "$fault, $how: the model is told, with a remark",
    async ({ fault, how, note }) => {
      const server = await examine(model, flawed(fault, how));
      expect(server).toMatchObject({ model: MODELS[how] });
      expect(keysOf(server)).toContain(note);
    },
  );

  test.concurrent.each(all.filter(({ how }) => how !== "pool"))(
    "$fault, $how: who waits for whom is told, with the same remark",
    async ({ fault, how, note }) => {
      const server = await examine(twoClients, flawed(fault, how));
      expect(server).toMatchObject({ verdict: how === "iterative" ? "blocks" : "concurrent", agreeing: 3 });
      expect(keysOf(server)).toContain(note);
    },
  );
});

describe.runIf(process.platform === "linux")("nothing is told of a server", { tags: ["python3"] }, () => {
  test.concurrent.each([
    ["that greets everybody, and answers nobody", "greets", /greeting/],
    ["that greets everybody, and closes", "greets-and-closes", /greeting/],
    ["that reads on until the client closes", "reads-until-close", /one of its threads waits for more/],
    ["that waits for more bytes than come", "reads-a-length-that-does-not-come", /waits for more/],
    ["that never accepts", "never-accepts", /has not accepted the connection/],
    ["that accepts, and waits for something else", "waits-for-the-next", /has not read what the client sent/],
  ])("%s, and it says why", async (_, fault, why) => {
    for (const scenario of [model, twoClients]) {
      const server = await examine(scenario, flawed(fault, "iterative"), 1);
      expect(server).toMatchObject({ verdict: "failed", failure: expect.stringMatching(why) });
    }
  });
});
