// How a server ends: at once, by the signal itself, though its threads are blocked in the kernel.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { available, models } from "./registry.js";
import { clientTo, get } from "./testing/client.js";
import { ServerProcess, startServer } from "./testing/server.js";

const unix = process.platform !== "win32";

describe.runIf(unix).each(Object.keys(models).filter(available))("%s", (model) => {
  test.each(["SIGINT", "SIGTERM"] as const)("ends at %s while it waits for a client", async (signal) => {
    const server = await startServer(model);
    onTestFinished(() => server.kill());
    server.child.kill(signal);
    expect(await server.ended()).toEqual({ status: null, signal });
  });

  test.each(["SIGINT", "SIGTERM"] as const)("ends at %s while clients hold it", async (signal) => {
    const server = await startServer(model);
    onTestFinished(() => server.kill());
    const clients = [await clientTo(server.port), await clientTo(server.port), await clientTo(server.port)];
    for (const client of clients) await client.send(get("/"));
    await clients[0]!.answer();
    const start = performance.now();
    server.child.kill(signal);
    expect(await server.ended()).toEqual({ status: null, signal });
    expect(performance.now() - start).toBeLessThan(2000);
    for (const client of clients) expect(await client.ended()).toMatch(/end|ECONNRESET/);
    expect(server.errors).toBe("");
  });
});

test("an error of our own ends a process whose threads are blocked", async () => {
  const ending = new URL("../dist/servers/ending.js", import.meta.url).href;
  const blocked = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)";
  const script = `
    new (require("node:worker_threads").Worker)(${JSON.stringify(blocked)}, { eval: true }).on("online", () =>
      import(${JSON.stringify(ending)}).then(({ endAtOnce }) => endAtOnce(new Error("a bug"))));`;
  const program = new ServerProcess(process.execPath, ["-e", script]);
  onTestFinished(() => program.kill());
  const { status, signal } = await program.ended();
  expect(signal ?? status).toBe(unix ? "SIGKILL" : 1);
  expect(program.errors).toMatch(/^Error: a bug\n {4}at /);
});

describe.runIf(process.platform === "linux")("started through npm", () => {
  async function throughNpm(model = "multi"): Promise<{ npm: ServerProcess; pid: number }> {
    // Without what goes before the script: that has ended when the server starts.
    const words = [
      "run",
      "--silent",
      "--ignore-scripts",
      "server",
      model,
      "--",
      "--port",
      "0",
      "--lang",
      "en",
    ];
    const npm = new ServerProcess("npm", words, { detached: true });
    onTestFinished(() => endGroup(npm.pid));
    npm.port = Number(/:(\d+)\. /.exec(await npm.line(/^Listening on/))![1]);
    const client = await clientTo(npm.port); // a thread is blocked in recv
    await client.send(get("/"));
    await client.answer();
    const [pid] = inGroup(npm.pid)
      .filter(({ command }) => command.includes("dist/servers/main.js"))
      .slice(-1);
    return { npm, pid: pid!.pid };
  }

  test.each(["multi", "prefork"])("SIGTERM to npm leaves nothing behind: %s", async (model) => {
    const { npm } = await throughNpm(model);
    npm.child.kill("SIGTERM");
    await npm.ended();
    await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
  });

  test.each(["multi", "prefork"])(
    "Ctrl-C, which the terminal sends to all of them, leaves nothing behind: %s",
    async (model) => {
      const { npm } = await throughNpm(model);
      process.kill(-npm.pid, "SIGINT");
      await npm.ended();
      await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
      expect(npm.lines.filter((line) => line.includes("takes its place"))).toEqual([]);
    },
  );

  test("the end of the server is the end of npm, which says so by its status", async () => {
    const { npm, pid } = await throughNpm();
    process.kill(pid, "SIGTERM");
    const { status, signal } = await npm.ended();
    expect(status ?? signal).toBeTruthy();
    await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
  });
});

/** The living processes of a group, and their command lines. */
function inGroup(group: number): { pid: number; command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      try {
        const [state, , own] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
        if (Number(own) !== group || state === "Z") return [];
        return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // nobody is left in it
  }
}
