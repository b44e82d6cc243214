// The session of a client that does all right, for the tests of what is said of clients.

import type { Transcript, Turn } from "./session.js";

const WORDS = ["one", "two"];
const turn = (path: string): Turn => ({
  path,
  typed: true,
  request: { head: Buffer.from(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`), path, tooLate: false },
  words: WORDS,
  printed: WORDS,
});

type Change = Omit<Partial<Transcript>, "first" | "missing" | "second"> & {
  first?: Partial<Turn>;
  missing?: Partial<Transcript["missing"]>;
  second?: Partial<Turn>;
};

/** What was seen of it; `change`: how this one differs. */
export function transcript({ first, missing, second, ...change }: Change = {}): Transcript {
  return {
    port: 40_123,
    source: "arguments",
    strange: false,
    first: { ...turn("/qwxyz.html"), ...first },
    missing: { ...turn("/missing.html"), shown: "yes", ...missing },
    second: { ...turn("/second.html"), ...second },
    unended: null,
    closed: false,
    left: { status: 0, signal: null },
    early: null,
    output: ["Client siap", "one two"],
    typed: ["qwxyz.html", "missing.html", "second.html", "exit"],
    usual: { text: "Client siap\n", prompts: [] },
    ...change,
  };
}
