import { expect, test } from "vitest";
import { multi, run, single } from "../../results/sample.test-data.js";
import { oneClient } from "../one-client.js";
import { otherServer } from "../servers.js";
import { faulty, reportServer } from "../testing/command.js";
import { texts } from "../texts/texts.js";
import { twoClients } from "../two-clients.js";
import { openKernel } from "./kernel/index.js";
import { ClientFactory } from "./observe/client-factory.js";
import { runCollection } from "./run.js";
import type { Equipment } from "./subject/server-under-test.js";

test("a report of scenarios that were run before took as long as these did, and began with the first of them", async () => {
  const made = (startedAt: string, elapsedMs: number) => ({
    result: { ...run(single, multi), startedAt, elapsedMs },
    attachments: new Map<string, Buffer>(),
  });
  const { result } = await runCollection(
    { name: "report", kind: "report", scenarios: [oneClient, twoClients] },
    { programs: [], trials: 1, path: "/", largePath: "/large", progress: () => {} },
    {} as Equipment,
    async () => {},
    new Map([
      ["two-clients", made("2026-11-25T10:00:07.000Z", 2000)],
      ["one-client", made("2026-11-25T10:00:01.000Z", 500)],
    ]),
  );
  expect(result.startedAt).toBe("2026-11-25T10:00:01.000Z");
  expect(result.elapsedMs).toBeGreaterThanOrEqual(2500);
});

test.runIf(process.platform === "linux")(
  "a server that answers and logs nobody is not said to give no answer, when the report's start is made again",
  { tags: ["python3"] },
  async () => {
    const kernel = openKernel();
    try {
      const { result } = await runCollection(
        { name: "report", kind: "report", scenarios: [oneClient] },
        {
          programs: [
            otherServer("single", faulty("one-after-the-other"), null),
            otherServer("multi", reportServer("multi"), null),
          ],
          trials: 1,
          path: "/index.html",
          largePath: "/large",
          progress: () => {},
        },
        {
          kernel,
          clientFactory: new ClientFactory([]),
          texts: texts.en,
          timeToSpare: () => {},
          waiting: () => {},
        },
        async () => {},
      );
      const seen = result.observations!.map(
        ({ experiment, server, measured }) => `${experiment} ${server} ${measured}`,
      );
      expect(seen).toEqual([
        "a single not-logged",
        "a multi started",
        "b single answered",
        "b multi answered",
      ]);
      const [silent, logging, answered] = result.observations!.map(({ measurement }) => measurement!);
      expect(silent!.logged).toBeNull();
      expect(logging!.logged).toContain(`${logging!.clients[0]!.port}`);
      expect(answered).toMatchObject({ trials: 1, agreeing: 1, clients: [{ outcome: "answered" }] });
    } finally {
      kernel.close();
    }
  },
);
