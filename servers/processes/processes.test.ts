// The processes of a running prefork server: replaced when one ends, and gone when their parent has.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readlinkSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, clientTo, get } from "../testing/client.js";
import { holders, living, prefork } from "../testing/prefork.js";

const unix = process.platform !== "win32";
const linux = process.platform === "linux";

describe.runIf(unix)("the processes", () => {
  test("are as many as were asked for, and stay so, however many clients come", async () => {
    const server = await prefork("--processes", "3");
    await holders(server, 3);
    const children = server.children();
    expect(children).toHaveLength(3);
    for (let number = 0; number < 5; number++) await clientTo(server.port);
    expect(server.children()).toEqual(children);
  });

  test.runIf(linux)("inherit the listening socket once, and nothing else of their parent's", async () => {
    const server = await prefork("--processes", "2");
    await holders(server, 2).then((clients) => Promise.all(clients.map((client) => client.leave())));
    const socketsOf = (pid: number) =>
      readdirSync(`/proc/${pid}/fd`)
        .filter((name) => Number(name) > 2)
        .map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
        .filter((target) => target.startsWith("socket:"));
    const [first, second] = server.children().map(socketsOf);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test("one that ends is replaced: its client is lost, the others' are not, and the next is served", async () => {
    const server = await prefork("--processes", "3");
    const clients = await holders(server, 3);
    const [victim, ...others] = server.children();
    process.kill(victim!, "SIGKILL");
    await server.line(new RegExp(`^Process ${victim} ended \\(SIGKILL\\): another takes its place\\.$`));
    await Promise.race(clients.map((client) => client.ended()));
    const left = clients.filter(({ over }) => over === null);
    expect(left).toHaveLength(2);
    for (const client of left) {
      await client.send(get("/missing"));
      expect((await client.answer()).status).toBe(404);
    }
    expect((await ask(server.port, get("/"))).status).toBe(200); // only the new process can have served it
    expect(server.children()).toEqual(expect.arrayContaining(others));
    expect(server.children()).toHaveLength(3);
    expect(server.children()).not.toContain(victim);
  });
});

describe.runIf(unix)("when the parent ends, however", () => {
  const ways = ["SIGKILL", "SIGTERM", "SIGINT"] as const;

  test.each(ways)("no process is left, though they block in accept and in recv: %s", async (signal) => {
    const server = await prefork("--processes", "3");
    await holders(server, 3).then(([first]) => first!.leave());
    const children = server.children();
    expect(children).toHaveLength(3);
    process.kill(server.pid, signal);
    expect(await server.ended()).toEqual({ status: null, signal });
    await expect.poll(() => living(children), { timeout: 2000, interval: 5 }).toEqual([]);
    expect(server.errors).toBe("");
  });

  test("a system that sends no signal then: the end of standard input does it", async () => {
    const ending = new URL("../../dist/servers/ending.js", import.meta.url).href;
    const blocked = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)";
    const script = `import(${JSON.stringify(ending)}).then(({ endWithInput }) => {
      endWithInput();
      require("node:fs").writeSync(1, "blocked");
      ${blocked};
    });`;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.stdin.destroy();
    await once(child, "exit");
    expect(child.signalCode).toBe("SIGKILL");
  });
});
