// A fresh profile: a browser that nobody has ever used, told to speak to nobody but the server that we ask for.

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type InstalledBrowser, snapFolder } from "./find.js";
import { giveStartUp } from "./start-up.js";

/** Without it Chromium opens a second, silent connection ahead of need: an iterative server would serve that one. */
const CHROMIUM = {
  net: { network_prediction_options: 2 },
  alternate_error_pages: { enabled: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
};

const FIREFOX = {
  "browser.urlbar.speculativeConnect.enabled": false,
  "network.dns.disabled": true, // all that it does by itself begins with a name, and we ask for an address
  "network.http.speculative-parallel-limit": 0,
  "network.predictor.enabled": false,
  "network.prefetch-next": false,
  // A connection that takes longer than this gets a second one beside it.
  "network.http.connection-retry-timeout": 0,
  // A GET that was answered by nothing would be sent again, up to ten times.
  "network.http.request.max-attempts": 1,
  "browser.chrome.favicons": false,
  "browser.chrome.site_icons": false,
  "dom.security.https_first": false,
  "network.proxy.type": 0,
  // What a browser does by itself: is there a network, is there a newer version, what does Mozilla recommend…
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.newtabpage.enabled": false,
  "browser.newtabpage.activity-stream.feeds.system.topstories": false,
  "browser.region.network.url": "",
  "browser.region.update.enabled": false,
  "browser.safebrowsing.blockedURIs.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.usage.uploadEnabled": false,
  "dom.push.connection.enabled": false,
  "extensions.blocklist.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "startup.homepage_welcome_url": "about:blank",
  "termsofuse.acceptedVersion": 999,
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.server": "",
  "toolkit.telemetry.unified": false,
};

/**
 * The environment by which whatever a browser keeps outside of its profile (caches, keys, what it was told to download) goes
 * into it, and with it. A snap has a home of its own.
 */
export function homeIn(browser: InstalledBrowser, profile: string): NodeJS.ProcessEnv {
  if (process.platform !== "linux") return {};
  const own = snapFolder(browser, homedir()) === null;
  const home = {
    HOME: profile,
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_DATA_HOME: undefined,
  };
  return { TMPDIR: profile, ...(own && home) };
}

/** Makes the profile, in a new folder, which is to be removed in the end. `base`: where; else among the temporary ones. */
export function makeProfile(
  browser: InstalledBrowser,
  base = snapFolder(browser, homedir()) ?? tmpdir(),
): string {
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, "antre-"));
  if (browser.kind === "chrome") {
    mkdirSync(join(folder, "Default"));
    writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(CHROMIUM));
  } else {
    const lines = Object.entries(FIREFOX).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(folder, "user.js"), lines.join(""));
    giveStartUp(browser, folder);
  }
  return folder;
}
