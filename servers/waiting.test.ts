// Who is served while others hold the server, and who waits, and where: what the models differ in.

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { available } from "./registry.js";
import { ask, clientTo, get, type TestClient } from "./testing/client.js";
import { holder, holds, siteWithLargeFile } from "./testing/hold.js";
import { type ServerProcess, startServer } from "./testing/server.js";

const linux = process.platform === "linux";
const soon = { timeout: 20_000, interval: 5 };
const site = siteWithLargeFile();

const start = (model: string, ...options: string[]): Promise<ServerProcess> =>
  startServer(model, "--root", site.root, ...options);

/** How many clients the server has accepted. */
const accepted = ({ lines }: ServerProcess): number =>
  lines.filter((line) => line.startsWith("Connected")).length;

/** How many of them have not left again. */
const staying = (server: ServerProcess): number =>
  accepted(server) - server.lines.filter((line) => / left( in the middle|$)| was lost: /.test(line)).length;

const several: [model: string, option: string, most: number][] = [
  ["single", "--backlog", 1],
  ["multi", "--max-threads", 2],
  ["pool", "--threads", 2],
  ["prefork", "--processes", 3],
];

describe.each(several.filter(([model]) => available(model)))("%s %s %i", (model, option, most) => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await start(model, option, `${most}`);
  });
  afterAll(() => server.kill());

  test.each(holds)(
    "serves so many; the next waits in the accept queue until one leaves: %s",
    async (hold) => {
      await expect.poll(() => staying(server), soon).toBe(0); // of the test before
      const before = accepted(server);
      const holders: TestClient[] = [];
      for (let number = 0; number < most; number++) {
        holders.push(await holder(server.port, hold));
        await expect.poll(() => accepted(server), soon).toBe(before + number + 1);
      }
      const next = await clientTo(server.port);
      await next.send(get("/"));
      if (linux) await expect.poll(() => server.acceptQueue(), soon).toBe(1);
      if (hold === "kept") {
        await holders[0]!.send(get("/missing"));
        await holders[0]!.answer(); // the server has had time for this one, and still not for the next
      }
      expect(next.held).toBe(0);
      expect(accepted(server)).toBe(before + most);

      holders[0]!.socket.destroy();
      expect((await next.answer()).status).toBe(200);
      if (linux) expect(server.acceptQueue()).toBe(0);
      await expect.poll(() => accepted(server), soon).toBe(before + most + 1);
    },
  );
});

describe("events", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await start("events");
  });
  afterAll(() => server.kill());

  test.each(holds)("serves the next, and the next but one: %s", async (hold) => {
    for (let number = 1; number <= 3; number++) {
      await holder(server.port, hold);
      expect((await ask(server.port, get("/"))).status).toBe(200);
    }
  });
});

test("clients that come before the threads or processes are ready are all served", async () => {
  for (const model of ["pool", "prefork"].filter(available)) {
    const server = await start(model); // resolves at "Listening"
    onTestFinished(() => server.kill());
    const clients = await Promise.all(Array.from({ length: 4 }, () => clientTo(server.port)));
    for (const client of clients) await client.send(get("/"));
    for (const client of clients) expect((await client.answer()).status).toBe(200);
  }
});
