// How somebody who lets strangers' pages be opened shuts the browser in: it is started by other words, and its profile lies
// where they say. Without one it is a process like any other.

import type { InstalledBrowser } from "./find.js";

export interface Shelter {
  /** The folder in which the profile is made. */
  folder: string;
  /** Where the browser itself finds its profile. */
  inside: string;
  /** The words that start it, instead of these. */
  command(words: readonly string[], profile: string): string[];
  /** Called with the profile when it is made: it may have to be given to another user. */
  own(profile: string): void;
  /** The browser's first process is there. */
  started(pid: number): void;
  /** The browser has ended: what was made for it goes. */
  remove(): Promise<void>;
}

/** Makes one for each browser that is started. */
export type MakeShelter = (browser: InstalledBrowser) => Shelter;
