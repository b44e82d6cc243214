// The programs that some tests need beside Node and git. A test names them as its tags, a file with `@module-tag NAME`
// in a comment; where one is missing, the test is skipped, and the run's last line names it.

import { find } from "../cli/find.js";
import { findBrowsers } from "../clients/browser/find.js";

/** What such a program is, and whether it is here. */
const programs: Record<string, () => boolean> = {
  ...onPath("python3", "ps", "ip", "ss", "gcc", "tmux", "bwrap", "nginx"),
  chromium: () => findBrowsers().some(({ kind }) => kind === "chrome"),
  firefox: () => findBrowsers().some(({ kind }) => kind === "firefox"),
};

/** The tags, for Vitest's configuration. */
export const tags = Object.entries(programs).map(([name, isHere]) => ({
  name,
  description: `needs ${name}`,
  // Set only where it is true: it would undo the `skip` of another program that the same test needs.
  ...(!isHere() && { skip: true }),
}));

function onPath(...names: string[]): Record<string, () => boolean> {
  return Object.fromEntries(names.map((name) => [name, () => find([name]) !== null]));
}
