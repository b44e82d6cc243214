// @module-tag python3

import { expect, test } from "vitest";
import { notFound } from "./not-found.js";
import { oneClient } from "./one-client.js";
import { faulty, reportServer } from "./testing/command.js";
import { examine } from "./testing/lab.js";

const linux = process.platform === "linux";

test.runIf(linux).each([oneClient, notFound])(
  "$name says that a response without Content-Length has no end that a client could know",
  async (scenario) => {
    const { verdict, answerMs, notes } = await examine(scenario, reportServer("single"), 1);
    expect(verdict).toBe("answers");
    expect(answerMs).toBeGreaterThan(0);
    expect(notes.map(({ key }) => key)).toEqual(expect.arrayContaining(["no-content-length"]));
    expect(notes.map(({ key }) => key)).not.toContain("not-200"); // of not-found, 404 is what was asked for
  },
);

test.runIf(linux)("one-client says that a connection is closed after its answer", async () => {
  const { notes } = await examine(oneClient, faulty("closes-iterative"));
  expect(notes).toEqual([{ key: "closes-after-response" }]);
});
