// A server that fails is told why: when it ended, at which line, and what would have helped; not what failed somewhere else.

import { describe, expect, test } from "vitest";
import { sourcePath } from "./source-folder.js";
import { faulty, measure } from "./testing/command.js";

const python = (name: string) =>
  `python3 ${sourcePath("./testing/programs/python.py", import.meta.url)} ${name}`;
const keys = (notes: readonly { key: string }[]) =>
  notes.map(({ key }) => key).filter((key) => /ended/.test(key));

// The kernel says which port these programs listen on.
describe.runIf(process.platform === "linux")("a server that ends", () => {
  test.each([
    ["en", "it ended when a client asked for a file that is not there. It wrote last: File "],
    ["id", "server berakhir ketika klien meminta file yang tidak ada. Keluaran terakhirnya: File "],
  ])(
    "for want of a file ended when it was asked for that file, and not when a client left (%s)",
    async (lang, said) => {
      const server = await measure("not-found", faulty("opens-what-is-asked-for"), "--lang", lang);
      expect(server.verdict).toBe("failed");
      expect(server.failure).toContain(said);
      expect(server.failure).toContain(" / FileNotFoundError: ");
      expect(keys(server.notes)).toEqual(["ended-missing"]);
    },
  );

  test("while a lone client asks is not said to have closed its connection only", async () => {
    const server = await measure("two-clients", faulty("opens-what-is-asked-for"), "--path", "/nothing");
    expect(server.failure).toContain("it ended while a client was asking");
    expect(keys(server.notes)).toEqual(["ended-asked"]);
  });

  test.each(["two-clients", "model", "holds", "backlog", "pool-limit"])(
    "because a second client asks is told so by %s",
    async (scenario) => {
      const server = await measure(scenario, faulty("dies-of-the-second"));
      expect(server).toMatchObject({ verdict: "failed" });
      expect(server.failure).toBe("it ended while client 2 was asking. It wrote last: no room for two");
      expect(keys(server.notes)).toEqual(["ended-asked"]);
    },
    30_000,
  );

  test.each([
    ["reads what is not there any more", faulty("dies-when-client-leaves"), "ended-empty-read"],
    ["sends to nobody", faulty("dies-when-it-sends-to-nobody"), "ended-lost-client"],
    ["has no loop around accept", python("serves-once"), "ended-no-loop"],
  ])("because it %s when a client has left is told what it lacks", async (_what, command, key) => {
    const server = await measure("two-clients", command);
    expect(server.failure).toContain("it ended when a client left");
    expect(keys(server.notes)).toEqual([key]);
  });

  test("is quoted with the line and the error, without what Python draws under the line", async () => {
    const { failure } = await measure("two-clients", faulty("dies-when-client-leaves"));
    expect(failure).toMatch(/It wrote last: File ".*faulty_servers\.py", line \d+, in \w+ \/ IndexError: /);
    expect(failure).not.toMatch(/\^|~/);
  });
});

describe.runIf(process.platform === "linux")("a lone client's wrong answer", () => {
  test.each([
    ["en", "it answered 200 for a file that is not there; 404 was expected"],
    ["id", "server menjawab 200 untuk file yang tidak ada; seharusnya 404"],
  ])("is told by its status, and by no other client (%s)", async (lang, said) => {
    const server = await measure("not-found", python("missing-as-200"), "--lang", lang);
    expect(server).toMatchObject({ verdict: "failed", failure: said });
  });

  test.each([
    [["--path", "/nothing"], python("threaded"), "it answered 404; 200 was expected"],
    [[], faulty("not-http"), "its answer is not HTTP"],
    [[], faulty("never-answers"), "it did not answer a client that was alone"],
    [[], faulty("resets"), "refused or reset (ECONNRESET)"],
  ])("%j of %s is told as that of a lone client", async (options, command, said) => {
    const server = await measure("one-client", command, "--trials", "1", ...options);
    expect(server.verdict).toBe("failed");
    expect(server.failure).toContain(said);
  });
});
