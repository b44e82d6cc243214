// The browser as a client: a stock Chrome, Edge, Chromium or Firefox that nobody has used before, with one page.

import { setTimeout as delay } from "node:timers/promises";
import type { HTTPResponse, Page } from "puppeteer-core";
import type { Answer, Client, ClientTimes, Ending, Endpoint } from "../client.js";
import { Watchers } from "../watchers.js";
import { momentsOf, plausible } from "./clock.js";
import type { InstalledBrowser } from "./find.js";
import { BrowserNotReady } from "./not-ready.js";
import { openPage, type Seen } from "./page.js";
import { BrowserProcess } from "./process.js";
import { Received } from "./received.js";
import type { MakeShelter } from "./shelter.js";
import { learnStartUp } from "./start-up.js";
import { within } from "./within.js";

const LONGEST_START_MS = 60_000;
const LONGEST_SCREENSHOT_MS = 5000;
const AGAIN_MS = 50;
/** The browsers' names for "there never was a connection". */
const NEVER = /REFUSED|UNREACHABLE|TIMED_OUT|NET_TIMEOUT|CONNECTION_FAILED|OFFLINE|DISCONNECTED/;

export interface BrowserOptions {
  /** Added to our own environment, for the browser and all of its processes. */
  env?: NodeJS.ProcessEnv;
  /** Shuts the browser in; none: it is a process like any other. */
  shelter?: MakeShelter | undefined;
}

export class BrowserClient implements Client {
  readonly kind = "browser";
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly browser: InstalledBrowser;
  /** performance.now() when the browser was told to go to the page. */
  startedAt = 0;
  /**
   * By the browser's own clock, where it agrees with ours. connectedMs and firstByteMs are told with the head of the
   * answer; lastByteMs is when the text that is shown was first in the document.
   */
  readonly times: ClientTimes = { connectedMs: null, firstByteMs: null, lastByteMs: null, closedMs: null };
  ending: Ending | null = null;
  leftAt: number | null = null;
  /** The browser's own name for it: net::ERR_CONNECTION_REFUSED, NS_ERROR_NET_RESET… */
  error: string | null = null;
  /** No browser tells it: the lab sets it when the kernel has told. */
  localPort: number | null = null;
  localAddress: string | null = null;
  readonly #env: NodeJS.ProcessEnv;
  readonly #shelter: MakeShelter | undefined;
  readonly #received = new Received();
  readonly #watchers = new Watchers();
  #prepared: Promise<void> | null = null;
  #destroyed: Promise<void> | null = null;
  #process: BrowserProcess | null = null;
  #page: Page | null = null;

  constructor(
    name: string,
    endpoint: Endpoint,
    browser: InstalledBrowser,
    { env = {}, shelter }: BrowserOptions = {},
  ) {
    this.name = name;
    this.endpoint = endpoint;
    this.browser = browser;
    this.#env = env;
    this.#shelter = shelter;
  }

  /** The browser's first process: its connections belong to it (Firefox) or to one that it started (Chromium). Null: there is none. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /** The folder of its profile, which is removed in the end; null before it is prepared. */
  get profile(): string | null {
    return this.#process?.profile ?? null;
  }

  get answer(): Answer | null {
    return this.#received.answer;
  }

  /** The text of the page, as a person could read it now; empty: nothing is shown. */
  get shownText(): string {
    return this.#received.text;
  }

  get answered(): boolean {
    return this.answer !== null || this.shown;
  }

  get shown(): boolean {
    return this.shownText !== "";
  }

  /** Starts the browser with an empty page, once. Throws when it can't be started, ends, or is destroyed meanwhile. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#start();
    return this.#prepared;
  }

  /** Goes to the page; to be called once, on a client that is prepared. */
  ask(path: string): void {
    const { address, port } = this.endpoint;
    const host = address.includes(":") ? `[${address}]` : address;
    this.startedAt = performance.now();
    // It does not return before the whole document has come: whatever becomes of it, the events tell.
    this.#page!.goto(`http://${host}:${port}${path}`, { timeout: 0 }).catch(() => {});
  }

  until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    return this.#watchers.until(condition, timeoutMs);
  }

  /** A picture of the page as it is now, a PNG; while nothing is shown, of the empty page. Null: none could be taken. */
  async screenshot(): Promise<Buffer | null> {
    if (this.#page === null || this.leftAt !== null) return null;
    const deadline = performance.now() + LONGEST_SCREENSHOT_MS;
    return within(LONGEST_SCREENSHOT_MS, this.#picture(this.#page, deadline), () => null);
  }

  /** Firefox can't take a picture of a page that it has not painted yet, and does not say when it will have. */
  async #picture(page: Page, deadline: number): Promise<Buffer | null> {
    while (this.leftAt === null && performance.now() < deadline) {
      const taken = await page.screenshot({ type: "png" }).then(Buffer.from, () => null);
      if (taken !== null) return taken;
      await delay(AGAIN_MS);
    }
    return null;
  }

  /** Closes the browser. Resolves when its processes have ended and the kernel has closed its connections. */
  async leave(): Promise<void> {
    this.leftAt ??= performance.now();
    await this.#process?.end();
    if (this.startedAt !== 0) this.#note(() => this.#ended("client"));
  }

  /** Ends the browser and removes its profile. May be called again. */
  destroy(): Promise<void> {
    this.leftAt ??= performance.now();
    this.#destroyed ??= this.#destroy();
    return this.#destroyed;
  }

  async #destroy(): Promise<void> {
    await this.#process?.end();
    if (this.#page !== null) await learnStartUp(this.browser, this.profile!);
    await this.#process?.destroy();
  }

  async #start(): Promise<void> {
    if (this.leftAt !== null) throw new Error(`${this.name} has left`);
    const shelter = this.#shelter?.(this.browser) ?? null;
    const browser = new BrowserProcess(this.browser, this.endpoint.address, this.#env, shelter);
    this.#process = browser;
    const opened = browser.connection().then((connection) => openPage(connection, this.#events));
    let how: BrowserNotReady["how"] = "deaf";
    const over = (why: "ended" | "late"): never => {
      how = why;
      throw new Error(why);
    };
    const ended = browser.ended.then(() => over("ended"));
    try {
      this.#page = await within(LONGEST_START_MS, Promise.race([opened, ended]), () => over("late"));
    } catch (error) {
      await this.destroy();
      throw new BrowserNotReady(this.browser.path, how, browser.output, error);
    }
    ended.catch(() => this.#failed("the browser ended"));
  }

  readonly #events = {
    head: (response: HTTPResponse) => this.#note(() => this.#head(response)),
    seen: (seen: Seen) => this.#note(() => this.#seen(seen)),
    finished: () => this.#note(() => (this.#received.finished = true)),
    failed: (error: string) => this.#failed(error),
  };

  #head(response: HTTPResponse): void {
    if (this.leftAt !== null) return;
    this.#received.head(response);
    if (this.times.firstByteMs !== null) return;
    const { connected, firstByte } = momentsOf(response.timing(), this.browser.kind, this.startedAt);
    if (connected !== null) this.times.connectedMs = connected - this.startedAt;
    this.times.firstByteMs = (firstByte ?? performance.now()) - this.startedAt;
  }

  #seen(seen: Seen): void {
    if (this.leftAt !== null || !seen.uri.startsWith("http:")) return; // the browser's own error page
    if (!this.#received.seen(seen)) return;
    this.times.lastByteMs = (plausible(seen.at, this.startedAt) ?? performance.now()) - this.startedAt;
  }

  #failed(error: string): void {
    // So ends also an answer that has nothing to show: 204, or a file to be kept.
    if (this.leftAt !== null || /ABORTED/.test(error)) return;
    this.#note(() => {
      this.error = error;
      this.#received.failed(error);
      if (this.#received.broken === null && this.#received.finished) return;
      this.#ended(NEVER.test(error) ? "refused" : "lost");
    });
  }

  #ended(ending: Ending): void {
    if (this.times.closedMs !== null) return;
    this.times.closedMs = performance.now() - this.startedAt;
    this.ending = ending;
  }

  #note(event: () => void): void {
    event();
    this.#watchers.look();
  }
}
