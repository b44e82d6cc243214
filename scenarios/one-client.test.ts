import { expect, test } from "vitest";
import { measure, odd, reportServer } from "./testing/command.js";

const linux = process.platform === "linux";

test.runIf(linux).each(["one-client", "one-browser", "not-found"])(
  "%s says that a response without Content-Length has no end that a client could know",
  async (scenario) => {
    const { verdict, answerMs, notes } = await measure(scenario, reportServer("single"), "--trials", "1");
    expect(verdict).toBe("answers");
    expect(answerMs).toBeGreaterThan(0);
    expect(notes.map(({ key }) => key)).toEqual(expect.arrayContaining(["no-content-length"]));
    expect(notes.map(({ key }) => key)).not.toContain("not-200"); // of not-found, 404 is what was asked for
  },
  60_000,
);

test.runIf(linux)("one-client says that a connection is closed after its answer", async () => {
  const { notes } = await measure("one-client", odd("closes-iterative"));
  expect(notes).toEqual([{ key: "closes-after-response" }]);
});
