// For the tests: a browser that gets no processor time, stopped where a busy machine might let it lie.

import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { InstalledBrowser } from "../../clients/browser/find.js";
import type { Client } from "../../clients/client.js";
import { examine } from "../lab/examine.js";
import { openKernel } from "../lab/kernel/index.js";
import { ClientFactory } from "../lab/observe/client-factory.js";
import { oneBrowser } from "../one-browser.js";
import { otherServer } from "../servers.js";
import { texts } from "../texts/texts.js";
import { twoBrowsers } from "../two-browsers.js";
import { faulty, reportServer } from "./command.js";

const kernel = openKernel();
const programs = {
  slow: faulty("slow-threaded"),
  multi: reportServer("multi"),
  single: reportServer("single"),
};

/** Called just before a client is told to ask: whom it stops at once can't have asked, however late the test is itself. */
type Mischief = (client: Client & { pid: number }) => Promise<void>;

/** Stops a browser, all of its processes, for so long. */
async function stop({ pid }: { pid: number }, milliseconds: number): Promise<void> {
  const all = kernel.tree(pid);
  const signal = (name: NodeJS.Signals) => {
    for (const one of all) if (kernel.tree(one).length > 0) process.kill(one, name);
  };
  signal("SIGSTOP");
  await delay(milliseconds);
  signal("SIGCONT");
}

/** Has its request left this browser? */
const hasAsked = ({ localPort: port, localAddress, endpoint }: Client): boolean =>
  port !== null && kernel.connection({ address: localAddress!, port }, endpoint)?.sent === true;

async function run(
  name: keyof typeof programs,
  scenario: typeof twoBrowsers,
  browser: InstalledBrowser,
  mischief: Mischief,
) {
  class Stopping extends ClientFactory {
    override async ready(...[kinds, names, endpoint]: Parameters<ClientFactory["ready"]>): Promise<Client[]> {
      const clients = await super.ready(kinds, names, endpoint);
      const victim = clients.find((client) => client.name === "client 2" || kinds.length === 1);
      if (victim === undefined || (names[0] === "lone client" && scenario.clients.length > 1)) return clients;
      const ask = victim.ask.bind(victim);
      victim.ask = (path) => {
        done = mischief(victim as Client & { pid: number });
        ask(path);
      };
      return clients;
    }
  }
  let done: Promise<void> | null = null;
  const equipment = {
    kernel,
    clientFactory: new Stopping([browser.path]),
    texts: texts.en,
    timeToSpare: () => {},
    waiting: () => {},
  };
  const how = { path: "/index.html", largePath: "/large", trials: 1 };
  const { server } = await examine(
    otherServer(name, programs[name], null),
    scenario,
    how as never,
    equipment,
  );
  await done;
  return server;
}

/** Defines the tests of what is found where one of these browsers is slow itself. */
export function judgeSlowBrowsers(browsers: readonly InstalledBrowser[]): void {
  describe.runIf(process.platform === "linux").concurrent.each(browsers)(
    "$name, when it is slow itself,",
    (browser) => {
      const atOnce =
        (milliseconds: number): Mischief =>
        (client) =>
          stop(client, milliseconds);
      const whenAsked: Mischief = async (client) => {
        while (!hasAsked(client) && client.leftAt === null) await delay(1);
        await stop(client, 3000);
      };

      test("is not taken for blocked before it has asked", async () => {
        expect(await run("multi", twoBrowsers, browser, atOnce(3000))).toMatchObject({
          verdict: "concurrent",
        });
      });

      test("is not taken for blocked when it has not told yet what it was answered", async () => {
        expect(await run("slow", twoBrowsers, browser, whenAsked)).toMatchObject({ verdict: "concurrent" });
      });

      test("is found to be blocked where it is", async () => {
        const server = await run("single", twoBrowsers, browser, atOnce(3000));
        expect(server).toMatchObject({ verdict: "blocks" });
        expect(server.clients[1]).toMatchObject({ blockedBy: "client 1", waitedIn: "accept queue" });
      });

      test("is not taken for unanswered when it is alone", async () => {
        expect(await run("multi", oneBrowser, browser, atOnce(6000))).toMatchObject({ verdict: "answers" });
      });
    },
  );
}

/** What is found where this browser never asks. */
export function findOfDeafBrowser(browser: InstalledBrowser) {
  const forGood: Mischief = async ({ pid }) => {
    for (const one of kernel.tree(pid)) process.kill(one, "SIGSTOP");
  };
  return run("multi", oneBrowser, browser, forGood);
}
