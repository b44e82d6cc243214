// The clients of an experiment: made by kind, made ready, pictured.

import { homedir } from "node:os";
import type { InstalledBrowser } from "../../../clients/browser/find.js";
import { BrowserNotReady } from "../../../clients/browser/not-ready.js";
import type { MakeShelter } from "../../../clients/browser/shelter.js";
import type { Client, Endpoint } from "../../../clients/client.js";
import { TcpClient } from "../../../clients/tcp.js";
import type { ClientKind } from "../../scenario.js";

/** What is wrong with a browser: there is no such program, it did not get ready, or it did not ask. */
export interface BrowserTrouble {
  path: string;
  how: "missing" | "idle" | BrowserNotReady["how"];
  output: string;
}

/** There is no browser on this machine (null), or one can't be used. */
export class NoBrowser extends Error {
  readonly detail: BrowserTrouble | null;

  constructor(detail: BrowserTrouble | null, cause?: unknown) {
    super("no browser", { cause });
    this.detail = detail;
  }
}

export class ClientFactory {
  readonly #paths: string[];
  #browsers: InstalledBrowser[] | null = null;
  readonly #shelter: MakeShelter | undefined;

  /** `paths`: the browsers to use, in this order; none: those that are installed. `shelter`: what each is shut in. */
  constructor(paths: string[], shelter?: MakeShelter) {
    this.#paths = paths;
    this.#shelter = shelter;
  }

  /** Clients of these kinds, made ready together. The first browser and the second are different ones, where there are two. Throws NoBrowser. */
  async ready(kinds: readonly ClientKind[], names: readonly string[], endpoint: Endpoint): Promise<Client[]> {
    let browsers = 0;
    const clients: Client[] = [];
    for (const [index, kind] of kinds.entries()) {
      const name = names[index]!;
      if (kind === "tcp") clients.push(new TcpClient(name, endpoint, { keepBody: false }));
      else clients.push(await this.#browser(name, endpoint, browsers++));
    }
    const ready = await Promise.allSettled(clients.map((client) => client.prepare()));
    const failed = ready.find((one) => one.status === "rejected");
    if (failed === undefined) return clients;
    await Promise.all(clients.map((client) => client.destroy()));
    if (!(failed.reason instanceof BrowserNotReady)) throw failed.reason;
    throw new NoBrowser(failed.reason, failed.reason);
  }

  /** Loaded only where a browser is asked for. */
  async #browser(name: string, endpoint: Endpoint, index: number): Promise<Client> {
    const { browserAt, findBrowsers, snapFolder } = await import("../../../clients/browser/find.js");
    const { BrowserClient } = await import("../../../clients/browser/browser.js");
    const named = (path: string): InstalledBrowser => {
      const browser = browserAt(path);
      if (browser === null) throw new NoBrowser({ path, how: "missing", output: "" });
      return browser;
    };
    const usable = (browser: InstalledBrowser) =>
      this.#shelter === undefined || snapFolder(browser, homedir()) === null; // a snap starts only by its own daemon
    this.#browsers ??= this.#paths.length > 0 ? this.#paths.map(named) : findBrowsers().filter(usable);
    const browser = this.#browsers[index % this.#browsers.length];
    if (browser === undefined) throw new NoBrowser(null);
    return new BrowserClient(name, endpoint, browser, { shelter: this.#shelter });
  }
}

/** What each browser shows at this moment, by the client's name: PNGs. */
export async function picturesOf(clients: readonly Client[]): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  await Promise.all(
    clients.map(async (client) => {
      const picture = await client.screenshot?.();
      if (picture) pictures.set(client.name, picture);
    }),
  );
  return pictures;
}
