// What is said of scenarios with browsers, where a browser can't do its part.

import { expect, test } from "vitest";
import { browserAndClient } from "./browser-and-client.js";
import { odd, runCommand, runScenario } from "./testing/command.js";
import { examine } from "./testing/lab.js";
import { en } from "./texts/en.js";
import { id } from "./texts/id.js";

// Where tests are run for a release there is a Chromium.
test.runIf(process.platform === "linux")(
  "a server that closes is held by a command-line client in the first browser's place, which is said",
  { tags: ["python3", "chromium"] },
  async () => {
    const it = await examine(browserAndClient, odd("closes-iterative"), 1);
    expect(it).toMatchObject({ verdict: "blocks", hold: "idle" });
    expect(it.clients[0]!.kind).toBe("tcp");
    expect(it.notes.map(({ key }) => key)).toContain("held-without-browser");
  },
);

test("a program that is no browser is told in both languages, with what it wrote last", async () => {
  const args = ["--servers", "single", "--browser", process.execPath];
  const [english, indonesian] = await Promise.all([
    runScenario("one-browser", ...args),
    runScenario("one-browser", ...args, "--lang", "id"),
  ]);
  expect(english.result.servers[0]!.failure).toMatch(
    /ended before it had a page open\. It wrote last: .*[^.]\. Name another/s,
  );
  expect(indonesian.result.servers[0]!.failure).toMatch(
    /berakhir sebelum membuka halaman\. Keluaran terakhirnya: .*[^.]\. Sebutkan/s,
  );
  expect([english.status, indonesian.status]).toEqual([3, 3]);
  const { stdout, status } = await runCommand(["one-browser", ...args, "--lang", "en"]);
  expect(stdout).toMatch(/^one-browser: Could not be tried: single\./);
  expect(stdout).toContain("answers: could not be tried");
  expect(status).toBe(3);
});

test("what is wrong with a browser is a sentence without two full stops", () => {
  for (const { noBrowser } of [en, id]) {
    for (const how of ["missing", "ended", "late", "idle", "deaf"] as const) {
      const said = noBrowser({ path: "/bin/x", how, output: "bad option\nTry --help for more information." });
      expect(said).toContain("/bin/x");
      expect(said).not.toContain("..");
    }
  }
});
