// Which system this is, whose packages it has, and how they are installed.

import { readFileSync } from "node:fs";
import { release, type, version } from "node:os";
import { find } from "./find.js";
import type { Packages } from "./tools.js";

/** A program that installs packages. */
export interface Manager {
  program: string;
  packages: readonly Packages[];
  /** Only root may use it. */
  root: boolean;
  /** The line that people type. */
  words: readonly string[];
}

export const managers: readonly Manager[] = [
  { program: "apt-get", packages: ["debian", "ubuntu"], root: true, words: ["apt", "install"] },
  { program: "dnf", packages: ["fedora"], root: true, words: ["dnf", "install"] },
  { program: "pacman", packages: ["arch"], root: true, words: ["pacman", "-S", "--needed"] },
  { program: "brew", packages: ["macos"], root: false, words: ["brew", "install"] },
  { program: "winget", packages: ["windows"], root: false, words: ["winget", "install"] },
];

export const managerOf = (packages: Packages): Manager =>
  managers.find((one) => one.packages.includes(packages))!;

export interface System {
  platform: NodeJS.Platform;
  /** As it calls itself: "Debian GNU/Linux 12 (bookworm)". */
  name: string;
  /** How its packages are named; null: not known here. */
  packages: Packages | null;
  isRoot: boolean;
}

let known: System | undefined;

/** This system, looked at once. */
export function thisSystem(): System {
  known ??= {
    platform: process.platform,
    ...(process.platform === "linux" ? linux() : elsewhere()),
    isRoot: process.getuid?.() === 0,
  };
  return known;
}

function elsewhere(): Pick<System, "name" | "packages"> {
  if (process.platform === "darwin") {
    // Darwin 24 is macOS 15; since Darwin 25 the two count alike, one apart.
    const [major = 0] = release().split(".").map(Number);
    return { name: `macOS ${major >= 25 ? major + 1 : major - 9}`, packages: "macos" };
  }
  if (process.platform === "win32") return { name: version(), packages: "windows" };
  return { name: `${type()} ${release()}`, packages: null };
}

function linux(): Pick<System, "name" | "packages"> {
  const about = osRelease();
  const families = [about.ID, ...(about.ID_LIKE ?? "").split(" ")];
  const family = (["ubuntu", "debian", "fedora", "arch"] as const).find((one) => families.includes(one));
  const likely = family ?? (families.includes("rhel") ? "fedora" : null);
  // What is installed with decides: a derivative may name another family, and a container has what it has.
  const here = (packages: Packages) => find([managerOf(packages).program]) !== null;
  const packages =
    likely !== null && here(likely) ? likely : ((["debian", "fedora", "arch"] as const).find(here) ?? likely);
  return { name: about.PRETTY_NAME ?? `Linux ${release()}`, packages };
}

/** os-release(5). */
function osRelease(): Record<string, string | undefined> {
  for (const path of ["/etc/os-release", "/usr/lib/os-release"]) {
    try {
      const pairs = [...readFileSync(path, "utf8").matchAll(/^([A-Z_]+)=(["']?)(.*)\2$/gm)];
      return Object.fromEntries(pairs.map(([, name, , value]) => [name, value]));
    } catch {
      // a system without this file: the next one
    }
  }
  return {};
}
