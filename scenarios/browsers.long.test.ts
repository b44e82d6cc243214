// What is said of a server to a real browser, where it and the server can't do all that is asked.
// @module-tag python3
// @module-tag chromium

import { expect, test } from "vitest";
import { browserAndClient } from "./browser-and-client.js";
import { oneBrowser } from "./one-browser.js";
import { faulty, reportServer } from "./testing/command.js";
import { examine } from "./testing/lab.js";

const linux = process.platform === "linux";

test.runIf(linux)(
  "a server that closes is held by a command-line client in the first browser's place, which is said",
  async () => {
    const it = await examine(browserAndClient, faulty("closes-iterative"), 1);
    expect(it).toMatchObject({ verdict: "blocks", hold: "idle" });
    expect(it.clients[0]!.kind).toBe("tcp");
    expect(it.notes.map(({ key }) => key)).toContain("held-without-browser");
  },
);

test.runIf(linux)(
  "one-browser says that a response without Content-Length has no end that a client could know",
  async () => {
    const { verdict, answerMs, notes } = await examine(oneBrowser, reportServer("single"), 1);
    expect(verdict).toBe("answers");
    expect(answerMs).toBeGreaterThan(0);
    expect(notes.map(({ key }) => key)).toContain("no-content-length");
  },
);
