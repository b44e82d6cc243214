// Programs that are hostile to whoever measures them: each ends in bounded time with a sentence, and leaves nothing behind.

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { runScenario } from "./testing/command.js";
import { hostile } from "./testing/programs.js";

/** What is left of this program in our network, however it was started: what runs beside us is not ours. */
function running(command: string): string {
  const program = command.replace(/^python3 /, "");
  const ours = ["--ns", `${process.pid}`, "--nslist", "net"];
  return spawnSync("pgrep", [...ours, "-f", `${program}( |$)`], { encoding: "utf8" }).stdout.trim();
}

describe.concurrent.each(hostile)("$name: $does", ({ command, fails, holds }) => {
  test("is survived", async () => {
    const { status, stderr, result } = await runScenario("two-clients", "--server", `it=${command}`);
    const [server] = result.servers;
    if (fails === "broken") {
      // An answer that comes before the question cannot be told from a quick one.
      expect(["failed", "concurrent"]).toContain(server!.verdict);
    } else if (fails !== null || holds.kept === "refused") {
      expect(server!.verdict).toBe("failed");
      expect(server!.failure).toMatch(/\w/);
      expect([1, 3]).toContain(status);
    } else if (holds.kept === "answered") {
      expect(server).toMatchObject({ verdict: "concurrent" });
      expect(status).toBe(0);
    }
    expect(stderr).not.toContain("    at ");
    expect(running(command)).toBe("");
  }, 120_000);
});
