// One page of a browser, and what is seen of it: the head of the answer, the text that it shows, how it failed.

import { randomUUID } from "node:crypto";
import type { ConnectOptions, HTTPRequest, HTTPResponse, Page } from "puppeteer-core";
import { fromWallClock } from "./clock.js";

const VIEWPORT = { width: 1000, height: 640 };

/** What the page shows now. */
export interface Seen {
  /** The document's own address: the browser's error page has another one than that which was asked for. */
  uri: string;
  text: string;
  /** Bytes of the body as the browser counted them; 0: not told yet. */
  bytes: number;
  /** When, by this process's performance.now(). */
  at: number;
}

export interface PageEvents {
  head(response: HTTPResponse): void;
  seen(seen: Seen): void;
  finished(): void;
  failed(error: string): void;
}

// The document tells us by its console, in one message: an exposed function costs Firefox three round trips, some 200 ms.
const MESSAGE = `antre ${randomUUID()} `;

// Runs in every document before anything of it. A page without Content-Length on an open connection never ends to
// load, so no event of its loading is waited for: whatever changes in the document is looked at. A long document
// changes often: after the first text it is looked at again only when a moment has passed.
const WATCH = `(() => {
  if (window !== top) return;
  const bytes = () => performance.getEntriesByType("navigation")[0]?.encodedBodySize ?? 0;
  const now = () => performance.timeOrigin + performance.now();
  const { debug } = console;
  const see = () => debug("${MESSAGE}" + JSON.stringify({ uri: document.documentURI, text: last, bytes: bytes(), at: now() }));
  let last = "";
  let later = null;
  const look = () => {
    later = null;
    const text = (document.body?.innerText ?? "").trim();
    if (text === last) return;
    last = text;
    see();
  };
  new MutationObserver(() => (last === "" ? look() : (later ??= setTimeout(look, 20))))
    .observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("load", () => { look(); see(); });
})()`;

/** Takes hold of a started browser: its one page, empty, with the events of what it will show. */
export async function openPage(connection: ConnectOptions, events: PageEvents): Promise<Page> {
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.connect({
    ...connection,
    defaultViewport: VIEWPORT,
    protocolTimeout: 0,
    downloadBehavior: { policy: "deny" }, // a page may start downloads without end, and without a click
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  page.on("console", (message) => {
    const text = message.text();
    if (!text.startsWith(MESSAGE)) return;
    const seen = JSON.parse(text.slice(MESSAGE.length)) as Seen;
    events.seen({ ...seen, at: fromWallClock(seen.at) });
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {})); // an alert would hold up the page
  await page.evaluateOnNewDocument(WATCH);
  if (connection.protocol !== "webDriverBiDi") await refuseIcons(page);

  const isPage = (request: HTTPRequest) =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.on("response", (response) => isPage(response.request()) && events.head(response));
  page.on("requestfinished", (request) => isPage(request) && events.finished());
  page.on("requestfailed", (request) => {
    if (isPage(request)) events.failed(request.failure()?.errorText ?? "failed");
  });
  return page;
}

/** Chromium has no preference against icons. It would ask for one on a connection of its own, or keep the first one busy. */
async function refuseIcons(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  session.on("Fetch.requestPaused", ({ requestId }) => {
    session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }).catch(() => {});
  });
  await session.send("Fetch.enable", { patterns: [{ resourceType: "Other" }] });
}
