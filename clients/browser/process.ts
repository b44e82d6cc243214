// A browser as a process of our own: started on a fresh profile, and ended with all that it started and left behind.

import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import type { ConnectOptions } from "puppeteer-core";
import type { InstalledBrowser } from "./find.js";
import { Pipe } from "./pipe.js";
import { homeIn, makeProfile } from "./profile.js";
import { killTree, type Reaper, startReaper } from "./reaper.js";
import type { Shelter } from "./shelter.js";
import { within } from "./within.js";

/** Chromium's names for what we do without. Those that it does not know it passes over. */
const WITHOUT = [
  "HttpsUpgrades",
  "MediaRouter",
  "OptimizationHints",
  "PermitTcpSocketPoolConnectBackupJobs",
  "Translate",
  // Pages that nobody will see: the address bar's list, which takes as much work as all the rest, and a spare empty one.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
];

const CHROMIUM = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-default-browser-check",
  "--no-proxy-server",
  "--disable-auto-reload", // an error page would ask again after a second
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage", // /dev/shm is too small for it in many containers
  "--disable-extensions",
  "--disable-quic",
  "--disable-sync",
  `--disable-features=${WITHOUT.join()}`,
  "--metrics-recording-only",
  "--password-store=basic",
  "--use-mock-keychain",
];
/** Chromium refuses to run as root with its own sandbox; and in one of ours it can't make another inside. */
const unboxed = (shelter: Shelter | null): string[] =>
  shelter !== null || process.getuid?.() === 0 ? ["--no-sandbox"] : [];
/** All that it does by itself begins with a name, which it does not find. */
const onlyTo = (address: string) => `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${address}`;

const FIREFOX = ["--headless", "--no-remote", "--remote-debugging-port=0"];

/** Processes that were killed are gone at once; only a system that is out of order needs longer. */
const LONGEST_END_MS = 5000;
const OUTPUT_CHARACTERS = 2000;

export class BrowserProcess {
  /** Resolves when the browser and every process that it started have ended. */
  readonly ended: Promise<void>;
  readonly profile: string;
  readonly #child: ChildProcess;
  readonly #kind: InstalledBrowser["kind"];
  readonly #reaper: Reaper | null;
  readonly #shelter: Shelter | null;
  #output = "";
  #gone = false;

  /**
   * Starts it with an empty page. It reaches no other host than this address. `env` is added to our own environment.
   * `shelter`: what it is shut in; null: nothing.
   */
  constructor(
    browser: InstalledBrowser,
    address: string,
    env: NodeJS.ProcessEnv,
    shelter: Shelter | null = null,
  ) {
    this.#kind = browser.kind;
    this.#shelter = shelter;
    this.profile = makeProfile(browser, shelter?.folder);
    shelter?.own(this.profile);
    const profile = shelter?.inside ?? this.profile;
    const args =
      browser.kind === "chrome"
        ? [...CHROMIUM, ...unboxed(shelter), onlyTo(address), `--user-data-dir=${profile}`, "about:blank"]
        : [...FIREFOX, "--profile", profile, ...(process.platform === "win32" ? ["--wait-for-browser"] : [])];
    const plain = [browser.path, ...args];
    const [program, ...words] = shelter?.command(plain, this.profile) ?? plain;
    const child = spawn(program!, words, {
      detached: process.platform !== "win32", // a process group of its own, so that all of it can be ended
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      // What it puts into the temporary folder is to go with the profile.
      env: { ...process.env, ...env, ...homeIn(browser, this.profile) },
    });
    this.#child = child;
    if (child.pid !== undefined) shelter?.started(child.pid);
    this.#reaper = child.pid === undefined ? null : startReaper(child.pid, this.profile);
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#output = (this.#output + text).slice(-OUTPUT_CHARACTERS);
    });
    // "close", not "exit": its own processes inherit its standard error, and only the last of them closes it.
    this.ended = new Promise((resolve) => {
      const gone = () => {
        this.#gone = true;
        this.#reaper?.ended();
        resolve();
      };
      child.once("close", gone);
      child.once("error", (error) => {
        this.#output = error.message;
        gone();
      });
    });
  }

  /** Null: it could not be started. */
  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  /** How puppeteer reaches it. Throws when the browser ends instead. */
  async connection(): Promise<ConnectOptions> {
    if (this.#kind === "chrome") {
      const [, , , toBrowser, fromBrowser] = this.#child.stdio;
      return { transport: new Pipe(toBrowser as Writable, fromBrowser as Readable) };
    }
    const said = new Promise<string>((resolve) => {
      const look = () => {
        const [, url] = /WebDriver BiDi listening on (ws:\S+)\n/.exec(this.#output) ?? [];
        if (url !== undefined) resolve(url);
      };
      this.#child.stderr?.on("data", look);
    });
    const url = await Promise.race([said, this.ended.then(() => null)]);
    if (url === null) throw new Error("it ended");
    return { browserWSEndpoint: `${url}/session`, protocol: "webDriverBiDi" };
  }

  /** The last that it wrote to its standard error. */
  get output(): string {
    return this.#output.trim();
  }

  /** Ends it now. Resolves when all of its processes have ended; its sockets are closed then. */
  async end(): Promise<void> {
    if (this.pid === null || this.#gone) return;
    killTree(this.pid);
    await within(LONGEST_END_MS, this.ended, () => {});
  }

  /** Ends it and removes its profile. May be called again. */
  async destroy(): Promise<void> {
    await this.end();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
    await this.#shelter?.remove();
    this.#reaper?.dismiss();
  }
}
