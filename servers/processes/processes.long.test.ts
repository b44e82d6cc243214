// The same for longer: processes that end again and again, cannot start, or lose their parent while they start.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, get } from "../testing/client.js";
import { holders, living, prefork } from "../testing/prefork.js";

const soon = { timeout: 20_000, interval: 5 };

describe.runIf(process.platform !== "win32")("the processes", () => {
  test("all that end are replaced, again and again", async () => {
    const server = await prefork("--processes", "2");
    for (let round = 0; round < 2; round++) {
      await holders(server, 2);
      const before = server.children();
      for (const pid of before) process.kill(pid, "SIGTERM");
      for (const pid of before) await server.line(new RegExp(`^Process ${pid} ended \\(SIGTERM\\)`));
      expect((await ask(server.port, get("/"))).status).toBe(200);
      await expect.poll(() => server.children(), soon).toHaveLength(2);
    }
  });

  test("that cannot start are not started over and over at once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "antre-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const root = join(folder, "site");
    mkdirSync(root);
    const server = await prefork("--processes", "1", "--root", root);
    expect((await ask(server.port, get("/"))).status).toBe(404);
    rmSync(root, { recursive: true });
    process.kill(server.children()[0]!, "SIGKILL");
    const ends = () => server.lines.filter((line) => line.includes("another takes its place")).length;
    await expect.poll(ends, soon).toBeGreaterThanOrEqual(2);
    const start = performance.now();
    const counted = ends();
    await expect.poll(ends, soon).toBeGreaterThanOrEqual(counted + 2);
    expect(performance.now() - start).toBeGreaterThan(900);
    expect(server.child.exitCode).toBeNull();
    expect(server.errors).toContain("ENOENT");
  });

  test("of which some were just starting when the parent ended, are all gone", async () => {
    for (let delay = 0; delay < 100; delay += 20) {
      const server = await prefork("--processes", "2");
      await new Promise((resolve) => setTimeout(resolve, delay));
      const children = server.children();
      process.kill(server.pid, "SIGKILL");
      await server.ended(); // its standard output closes when the last of them has ended
      await expect.poll(() => living(children), { timeout: 5000, interval: 5 }).toEqual([]);
    }
  });
});
