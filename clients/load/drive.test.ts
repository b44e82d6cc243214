// The load client as a process: what goes wrong with it is told, and it ends with whoever started it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { LoadClient } from "./drive.js";
import type { CrowdPlan } from "./plan.js";

const program = fileURLToPath(new URL("../../dist/clients/load/process.js", import.meta.url));
const nobody: CrowdPlan = {
  kind: "crowd",
  endpoint: { address: "127.0.0.1", port: 1 },
  path: "/",
  bytes: null,
  expected: null,
  clients: 1,
  stayMs: 0,
  limitMs: 1000,
};

describe("a load client", () => {
  test("that fails is told with its complaint, at once and whenever it is asked again", async () => {
    const client = new LoadClient("no-such-program.js");
    for (let time = 0; time < 2; time++) {
      await expect(client.drive(nobody, 10_000)).rejects.toThrow(/has ended: .*no-such-program/s);
    }
    await client.end();
  });

  test("that is not done in time is not waited for", async () => {
    const server = createServer().listen(0, "127.0.0.1"); // never answers
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const client = new LoadClient(program);
    const endless = { ...nobody, endpoint: { address: "127.0.0.1", port }, limitMs: 60_000 };
    await expect(client.drive(endless, 300)).rejects.toThrow("not done within 300 ms");
    await client.end();
    server.close();
  });

  test("carries out one plan after the other", async () => {
    const client = new LoadClient(program);
    for (let time = 0; time < 3; time++) {
      const { lives } = await client.drive(nobody, 10_000);
      expect(lives.map(({ fate }) => fate)).toEqual(["lost"]);
    }
    await client.end();
  });

  test("ends when whoever started it is killed", async () => {
    const starter = `
      import { LoadClient } from ${JSON.stringify(new URL("../../dist/clients/load/drive.js", import.meta.url))};
      const client = new LoadClient();
      await client.drive(${JSON.stringify(nobody)}, 10000);
      process.send(client.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", starter], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const [pid] = (await once(parent, "message")) as [number];
    expect(living(pid)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => living(pid), { timeout: 5000, interval: 10 }).toBe(false);
  });
});

function living(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
