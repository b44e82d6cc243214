// The browser of the checks, which opens pages that strangers' programs made: shut in like a program. It sees the system's
// software and its own profile, and nothing else; the profile is in memory, of limited size, and goes with it. So whoever
// gets hold of it, by a fault in it or by the port by which Firefox is driven, has got nothing.

import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { InstalledBrowser } from "../../clients/browser/find.js";
import type { Shelter } from "../../clients/browser/shelter.js";
import type { Job } from "../examiner/job.js";
import type { ControlGroup } from "./cgroup.js";
import { strangeUser } from "./confinement.js";
import { asUser, countsByNamespace, coveredIn, ETC, FILTER_FD, madeFor, system, walls } from "./inner.js";
import { browserLimits, prlimit } from "./limits.js";
import { quoted } from "./quote.js";
import { writeFilter } from "./system-calls.js";
import { liesIn, SYSTEM } from "./toolchains.js";
import type { Watchdog } from "./watchdog.js";

/** A profile that nobody has used before has a hundred. */
const MOST_FILES = 20_000;

/** Of /etc what browsers read besides what all programs may. */
const ETC_OF_BROWSERS = /^(fonts|chromium.*|firefox.*|machine-id)$/;

/** Where a browser finds its profile, which is its home. Short: sockets lie in it (unix(7)). */
const PROFILE = "/home/browser";

export class BrowserShelters {
  readonly #scratch: string;
  readonly #hidden: readonly string[];
  /** The user that browsers run as, where we are root: another one than the program. */
  readonly #uid: number | null;
  readonly #watchdog: Watchdog;
  readonly #makeGroup: () => ControlGroup | null;
  #group: ControlGroup | null | undefined;
  #made = 0;

  /** `scratch`: a folder for what is made for them. `hidden`: what must not be seen, although it lies in a folder that is shown. */
  constructor(
    { scratch, hidden, uid }: Pick<Job, "scratch" | "hidden" | "uid">,
    watchdog: Watchdog,
    makeGroup: () => ControlGroup | null,
  ) {
    this.#scratch = scratch;
    this.#hidden = hidden;
    this.#uid = uid === null ? null : strangeUser();
    this.#watchdog = watchdog;
    this.#makeGroup = makeGroup;
  }

  /** Makes a shelter for one browser; in a mount namespace of our own, with which all goes in the end. */
  make({ path }: InstalledBrowser): Shelter {
    const folder = join(this.#scratch, `browser-${++this.#made}`);
    mkdirSync(folder, { mode: 0o711 });
    const size = `size=${browserLimits.diskMiB}m,nr_inodes=${MOST_FILES},mode=0755,nosuid,nodev`;
    must("mount", "-t", "tmpfs", "-o", size, "antre", folder);
    return {
      folder,
      inside: PROFILE,
      own: (profile) => this.#own(profile),
      command: (words, profile) => this.#command(path, words, profile),
      started: (pid) => this.#watchdog.watchBrowser(pid, this.#group ?? null),
      remove: async () => must("umount", "--lazy", folder),
    };
  }

  async end(): Promise<void> {
    await this.#group?.end();
  }

  #own(profile: string): void {
    const uid = this.#uid;
    if (uid === null) return;
    const inside = readdirSync(profile, { recursive: true, encoding: "utf8" });
    for (const path of ["", ...inside]) chownSync(join(profile, path), uid, uid);
  }

  #command(path: string, words: readonly string[], profile: string): string[] {
    this.#group ??= this.#makeGroup();
    const uid = this.#uid;
    const filter = writeFilter(this.#scratch, { gentle: true });
    const first = [
      ...(this.#group?.enter ?? []).map((file) => `echo 0 >${quoted(file)} || exit 125`),
      ...(filter === null ? [] : [`exec ${FILTER_FD}<${quoted(filter)}`]),
      'exec "$@"',
    ];
    const own = dirname(realpathSync(path));
    const beside = liesIn(own, SYSTEM) ? [] : [own];
    const environment = {
      HOME: PROFILE,
      TMPDIR: PROFILE,
      PATH: "/usr/local/bin:/usr/bin:/bin",
      LANG: "C.UTF-8",
    };
    const etc = readdirSync("/etc").filter((name) => ETC.test(name) || ETC_OF_BROWSERS.test(name));
    return [
      ...["unshare", "--ipc", "/bin/sh", "-c", first.join("\n"), "sh"],
      ...walls(uid, filter !== null),
      ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value]),
      ...system(etc),
      ...["--proc", "/proc", "--dev", "/dev"],
      ...["--size", `${browserLimits.diskMiB * 2 ** 20}`, "--perms", "1777", "--tmpfs", "/dev/shm"],
      ...["--remount-ro", "/dev"],
      ...madeFor([...beside, PROFILE]),
      ...beside.flatMap((one) => ["--ro-bind", one, one]),
      ...["--bind", profile, PROFILE],
      ...coveredIn([...SYSTEM, ...beside], this.#hidden),
      ...["--remount-ro", "/", "--chdir", "/"],
      ...(uid === null ? [] : asUser(uid)),
      ...prlimit(browserLimits, uid !== null || countsByNamespace()),
      ...words,
    ];
  }
}

function must(program: string, ...words: string[]): void {
  const { error, status, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (error !== undefined || status !== 0)
    throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`);
}
