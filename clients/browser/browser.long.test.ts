import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BrowserClient } from "./browser.js";
import { findBrowsers, type InstalledBrowser } from "./find.js";
import { marked, peers, tree } from "./testing/processes.js";
import { LoggingServer, page, response } from "./testing/server.js";

const linux = process.platform === "linux";
const found = findBrowsers();
const oneOfEachKind = found.slice(0, found[1]?.kind === found[0]?.kind ? 1 : 2);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const LONG_MS = 20_000;

test("a program that is no browser does not get ready, and what it said is told", async () => {
  const browser = { name: "Firefox", kind: "firefox", path: process.execPath } as const;
  const guest = new BrowserClient("client", { address: "127.0.0.1", port: 1 }, browser);
  await expect(guest.prepare()).rejects.toThrow("bad option: --headless");
  expect(existsSync(guest.profile!)).toBe(false);
});

test.each(["chrome", "firefox"] as const)(
  "so does a program that can't be started, taken for %s",
  async (kind) => {
    const browser = { name: "Firefox", kind, path: fileURLToPath(import.meta.url) } as const;
    const guest = new BrowserClient("client", { address: "127.0.0.1", port: 1 }, browser);
    await expect(guest.prepare()).rejects.toThrow("EACCES");
    expect(existsSync(guest.profile!)).toBe(false);
  },
);

test.runIf(process.env.ANTRE_BROWSERS === "both")("both kinds of browser are here to be tested", () => {
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["chrome", "firefox"]));
});

describe.each(oneOfEachKind)("$name", (browser: InstalledBrowser) => {
  const toEnd: { destroy?(): Promise<void>; close?(): void }[] = [];
  const mark = () => `ANTRE_TEST=${randomUUID()}`;

  function client(endpoint: { address: string; port: number }, entry = mark()): BrowserClient {
    const [name, value] = entry.split("=");
    const made = new BrowserClient("client", endpoint, browser, { env: { [name!]: value } });
    toEnd.push(made);
    return made;
  }

  async function server(answer: ConstructorParameters<typeof LoggingServer>[0]): Promise<LoggingServer> {
    const made = await new LoggingServer(answer).listen();
    toEnd.push(made);
    return made;
  }

  async function endAll(): Promise<void> {
    for (const thing of toEnd.splice(0)) await (thing.destroy?.() ?? thing.close?.());
  }

  const shows = (shown: BrowserClient, text: string) =>
    shown.until(() => shown.shownText === text || shown.ending !== null, LONG_MS);

  describe("on a page of a server that keeps the connection open", () => {
    const entry = mark();
    let host: LoggingServer;
    let guest: BrowserClient;
    beforeAll(async () => {
      host = await server((socket) => socket.write(response(page("Selamat datang"))));
      guest = client(host.endpoint, entry);
      await guest.prepare();
    });
    afterAll(endAll);

    test("it connects to nobody before it is told to", () => {
      expect(host.knocks).toEqual([]);
      expect(guest).toMatchObject({ startedAt: 0, answered: false, answer: null, ending: null, error: null });
      if (linux) expect(peers(tree(guest.pid!))).toEqual([]);
    });

    test("it shows the page, and tells when", async () => {
      guest.ask("/hello.html?a=1");
      expect(await guest.until(() => guest.shown && guest.answer!.complete, LONG_MS)).toBe(true);
      expect(guest.shownText).toBe("Selamat datang");
      expect(guest.answer).toEqual({
        status: 200,
        bytes: page("Selamat datang").length,
        complete: true,
        openEnded: false,
        broken: null,
      });
      const { connectedMs, firstByteMs, lastByteMs, closedMs } = guest.times;
      expect(connectedMs).toBeGreaterThan(0);
      expect(firstByteMs).toBeGreaterThan(connectedMs!);
      expect(lastByteMs).toBeGreaterThan(firstByteMs!);
      expect(lastByteMs).toBeLessThan(performance.now() - guest.startedAt);
      expect(closedMs).toBeNull();
    });

    test("it makes one connection and one request, and connects to nobody else", async () => {
      // Icons, second attempts and the like would come within this second.
      await guest.until(() => false, 1500);
      expect(host.knocks.map(({ requests }) => requests)).toEqual([["GET /hello.html?a=1 HTTP/1.1"]]);
      if (linux) expect(peers(tree(guest.pid!))).toEqual([host.endpoint.port]);
    });

    test("its picture is taken", async () => {
      expect((await guest.screenshot())?.subarray(0, 4)).toEqual(PNG);
    });

    test.runIf(linux)("the environment that it was given reaches its processes", () => {
      expect(marked(entry)).toContain(guest.pid);
    });

    test("when it leaves, its connection is closed", async () => {
      await guest.leave();
      expect(guest.ending).toBe("client");
      expect(guest.times.closedMs).toBeGreaterThan(guest.times.lastByteMs!);
      await host.until(() => host.knocks[0]!.ended !== null);
      expect(host.knocks[0]!.ended).toBe("FIN");
    });

    test.runIf(linux)("when it is destroyed, no process and no profile are left", async () => {
      await guest.destroy();
      await guest.destroy();
      expect(marked(entry)).toEqual([]);
      expect(existsSync(guest.profile!)).toBe(false);
    });
  });

  describe("", () => {
    afterEach(endAll);

    test("shows a page without Content-Length on a connection that stays open, and what is added to it", async () => {
      const host = await server((socket) =>
        socket.write(response("<meta charset=utf-8>one", { length: false })),
      );
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/");
      await shows(guest, "one");
      expect(guest).toMatchObject({ answered: true, shownText: "one", ending: null });
      expect(guest.answer).toMatchObject({ status: 200, complete: false, openEnded: true });
      host.knocks[0]!.socket.write("<p>two");
      await shows(guest, "one\n\ntwo");
      expect(guest.shownText).toBe("one\n\ntwo");
      expect(host.knocks.length).toBe(1);
    });

    test("shows nothing while a server is silent, and the page when it answers", async () => {
      const host = await server(() => {});
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/");
      await host.until(() => host.knocks[0]?.requests.length === 1);
      expect(await guest.until(() => guest.answered, 500)).toBe(false);
      expect(guest).toMatchObject({ answer: null, ending: null, times: { firstByteMs: null } });
      expect((await guest.screenshot())?.subarray(0, 4)).toEqual(PNG);

      const answeredAt = performance.now();
      host.knocks[0]!.socket.write(response(page("At last")));
      expect(await shows(guest, "At last")).toBe(true);
      expect(guest.startedAt + guest.times.firstByteMs!).toBeGreaterThan(answeredAt);
      expect(host.knocks.length).toBe(1);
    });

    test("is refused where nobody listens", async () => {
      const closed = createServer();
      await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
      const { port } = closed.address() as { port: number };
      await new Promise((resolve) => closed.close(resolve));
      const guest = client({ address: "127.0.0.1", port });
      await guest.prepare();
      guest.ask("/");
      expect(await guest.until(() => guest.ending !== null, LONG_MS)).toBe(true);
      expect(guest).toMatchObject({ ending: "refused", answer: null });
      expect(guest.error).toMatch(/^(net::ERR|NS_ERROR)_CONNECTION_REFUSED$/);
      await guest.until(() => guest.answered, 500); // its own page about the error is no answer
      expect(guest.shownText).toBe("");
    });

    test("an answer of nothing is lost, and not asked for again", async () => {
      const host = await server((socket) => socket.end());
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/");
      expect(await guest.until(() => guest.ending !== null, LONG_MS)).toBe(true);
      expect(guest).toMatchObject({ ending: "lost", answer: null, answered: false });
      expect(guest.error).toMatch(/EMPTY_RESPONSE|NET_RESET/);
      await guest.until(() => false, 1500); // Chromium would ask again after a second, Firefox at once
      expect(host.knocks.length).toBe(1);
    });

    test("tells the status, and shows the page, of a missing file, whose icon it does not ask for", async () => {
      const body = `<link rel="icon" href="/icon.png"><meta charset="utf-8">Not here`;
      const host = await server((socket) => socket.end(response(body, { status: "404 Not Found" })));
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/missing.html");
      expect(await shows(guest, "Not here")).toBe(true);
      expect(guest).toMatchObject({ answer: { status: 404 }, ending: null, error: null });
      await guest.until(() => false, 500);
      expect(host.knocks.map(({ requests }) => requests)).toEqual([["GET /missing.html HTTP/1.1"]]);
    });

    test("an answer that breaks off is broken", async () => {
      const host = await server((socket) =>
        socket.end(response(page("Half")).replace(/(?<=Length: )\d+/, "999")),
      );
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/");
      expect(await guest.until(() => guest.answer?.broken != null, LONG_MS)).toBe(true);
      expect(guest.answer).toMatchObject({ status: 200, complete: false });
      expect(guest.answer!.broken).toMatch(/CONTENT_LENGTH_MISMATCH|PARTIAL_TRANSFER/);
    });

    test("two at once have their own processes, profiles and connections", async () => {
      const host = await server((socket, path) => socket.write(response(page(path))));
      const guests = [client(host.endpoint), client(host.endpoint)] as const;
      await Promise.all(guests.map((guest) => guest.prepare()));
      expect(guests[0].pid).not.toBe(guests[1].pid);
      expect(guests[0].profile).not.toBe(guests[1].profile);
      for (const [i, guest] of guests.entries()) guest.ask(`/${i}`);
      expect(await Promise.all(guests.map((guest, i) => shows(guest, `/${i}`)))).toEqual([true, true]);
      expect(host.knocks.length).toBe(2);
      await guests[0].leave();
      await host.until(() => host.knocks.some(({ ended }) => ended === "FIN"));
      expect(host.knocks.filter(({ ended }) => ended !== null).length).toBe(1);
    });

    test("may be destroyed while it is being started", async () => {
      const entry = mark();
      const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith("antre-"));
      const guest = client({ address: "127.0.0.1", port: 1 }, entry);
      const prepared = guest.prepare();
      expect(profiles()).toContain(guest.profile!.split("/").at(-1));
      const refused = expect(prepared).rejects.toThrow("did not get ready");
      await guest.destroy();
      await refused;
      if (linux) expect(marked(entry)).toEqual([]);
      expect(existsSync(guest.profile!)).toBe(false);
    });

    test("a browser that is ended by somebody else is lost", async () => {
      const host = await server(() => {});
      const guest = client(host.endpoint);
      await guest.prepare();
      guest.ask("/");
      await host.until(() => host.knocks.length === 1);
      process.kill(guest.pid!, "SIGKILL");
      expect(await guest.until(() => guest.ending !== null, LONG_MS)).toBe(true);
      expect(guest).toMatchObject({ ending: "lost", error: "the browser ended" });
      await guest.destroy();
      expect(existsSync(guest.profile!)).toBe(false);
    });
  });
});
