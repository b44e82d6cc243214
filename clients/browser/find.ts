// Which browsers this machine has, by the places where each system puts them: nothing is started to find out.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { posix, win32 } from "node:path";

/** "chrome" is driven by the Chrome DevTools Protocol, "firefox" by WebDriver BiDi. */
export interface InstalledBrowser {
  name: "Chrome" | "Edge" | "Chromium" | "Firefox";
  kind: "chrome" | "firefox";
  path: string;
}

type Name = InstalledBrowser["name"];

/** A system as `findBrowsers` sees it; the tests give it others than the one they run on. */
export interface System {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  exists: (path: string) => boolean;
}
const thisSystem: System = { platform: process.platform, env: process.env, exists: isFile };

const LINUX: [Name, string[]][] = [
  ["Chrome", ["google-chrome", "google-chrome-stable"]],
  ["Edge", ["microsoft-edge", "microsoft-edge-stable"]],
  ["Chromium", ["chromium", "chromium-browser"]],
  ["Firefox", ["firefox", "firefox-esr"]],
];
const MAC: [Name, string][] = [
  ["Chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["Edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["Chromium", "Chromium.app/Contents/MacOS/Chromium"],
  ["Firefox", "Firefox.app/Contents/MacOS/firefox"],
];
const WINDOWS: [Name, string][] = [
  ["Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  ["Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
  ["Chromium", "Chromium\\Application\\chrome.exe"],
  ["Firefox", "Mozilla Firefox\\firefox.exe"],
];

/** The installed browsers, one of each name. The first two are of different kinds wherever there are two kinds. */
export function findBrowsers(system: System = thisSystem): InstalledBrowser[] {
  const found = new Map<Name, InstalledBrowser>();
  for (const [name, path] of places(system)) {
    if (!found.has(name) && system.exists(path)) found.set(name, { name, kind: kindOf(name), path });
  }
  const browsers = [...found.values()];
  const rank = ({ kind }: InstalledBrowser, i: number) => (kind === "firefox" ? 0.5 : i);
  return browsers
    .map((browser, i) => ({ browser, rank: rank(browser, i) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ browser }) => browser);
}

/** The browser with this program, as the user names it; null: there is no such file. A name that tells nothing is taken for Chromium's family. */
export function browserAt(path: string): InstalledBrowser | null {
  if (!isFile(path)) return null;
  const file = path.split(/[\\/]/).at(-1)!;
  const name: Name = /firefox/i.test(file)
    ? "Firefox"
    : /edge/i.test(file)
      ? "Edge"
      : /chrome/i.test(file)
        ? "Chrome"
        : "Chromium";
  return { name, kind: kindOf(name), path };
}

/** A snap sees no other temporary folder than its own: the folder that it can share with us; null: this is no snap. */
export function snapFolder({ path, kind }: InstalledBrowser, home: string): string | null {
  if (process.platform !== "linux") return null;
  const snapped =
    path.startsWith("/snap/") ||
    realpathSync(path) === "/usr/bin/snap" ||
    // Ubuntu's /usr/bin/firefox and chromium-browser are scripts that start the snap.
    (statSync(path).size < 8192 && readFileSync(path, "latin1").includes("/snap/bin/"));
  return snapped ? posix.join(home, "snap", kind === "firefox" ? "firefox" : "chromium", "common") : null;
}

const kindOf = (name: Name) => (name === "Firefox" ? "firefox" : "chrome");

function places({ platform, env }: System): [Name, string][] {
  if (platform === "darwin") {
    const folders = ["/Applications", posix.join(env.HOME ?? "/", "Applications")];
    return MAC.flatMap(([name, app]) => folders.map((folder): [Name, string] => [name, `${folder}/${app}`]));
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (f) => f !== undefined,
    );
    return WINDOWS.flatMap(([name, program]) =>
      folders.map((folder): [Name, string] => [name, win32.join(folder, program)]),
    );
  }
  const folders = [...(env.PATH ?? "").split(":").filter(Boolean), "/snap/bin"];
  return LINUX.flatMap(([name, programs]) =>
    programs.flatMap((program) =>
      folders.map((folder): [Name, string] => [name, posix.join(folder, program)]),
    ),
  );
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
