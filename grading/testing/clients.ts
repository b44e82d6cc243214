// The committed clients: how each is started, and what it must get of 25 points, 5 of which count apart where it asks once.

import type { Fault } from "./submissions.js";

export interface ExpectedClient {
  /** What stands after its name. */
  form: string;
  /** It asks for one page and ends: nobody misses what comes after that. */
  once: boolean;
  /** What is not passed; all else is, or was not tried because of it. */
  faults: Record<string, Fault>;
}

const once = (form: string, faults: ExpectedClient["faults"] = {}): ExpectedClient => ({
  form,
  once: true,
  faults,
});
const goesOn = (form: string, faults: ExpectedClient["faults"] = {}): ExpectedClient => ({
  form,
  once: false,
  faults,
});

const ITSELF = (port: number): ExpectedClient["faults"] => ({
  connects: ["fail", new RegExp(`to port ${port}, which is written in the program`)],
});
const window = (toolkit: string): ExpectedClient =>
  goesOn("", { connects: ["inconclusive", new RegExp(`^It opens a window \\(${toolkit}\\)\\.$`)] });

export const expectedClients: Record<string, ExpectedClient> = {
  "file-kurose": once("HOST PORT FILE"),
  "file-unchecked": once("HOST PORT FILE"),
  "file-slash": once("HOST PORT /FILE"),
  "file-java": once("HOST PORT FILE"),
  "file-c": once("HOST PORT FILE"),
  "file-cpp": once("HOST PORT FILE"),
  "file-go": once("HOST PORT FILE"),
  "file-rust": once("HOST PORT FILE"),
  "file-php": once("HOST PORT FILE"),
  "file-js": once("HOST PORT FILE"),
  "file-ts": once("HOST PORT FILE"),
  "file-pauses": once("HOST PORT FILE"),
  "file-then-asks": goesOn("HOST PORT FILE"),
  "file-optional": goesOn("HOST PORT"),
  "order-file-first": once("FILE HOST PORT"),
  "order-host-colon-port": once("HOST:PORT /FILE"),
  "order-method": once("HOST PORT GET FILE"),
  "order-port-only": goesOn("PORT"),
  "options-argparse": once("--host HOST --port PORT --file FILE"),
  "options-mixed": once("--server-ip HOST --server-port PORT FILE"),
  "options-then-asks": goesOn("--host HOST --port PORT"),
  "options-getopt": once("-h HOST -p PORT -f FILE"),
  "options-go": once("-host HOST -port PORT -file FILE"),
  "options-ruby": once("--server HOST --port PORT --resource FILE"),
  "options-equals": once("--host=HOST --port=PORT --file=FILE"),
  "url-python": once("http://HOST:PORT/FILE"),
  "url-js": once("http://HOST:PORT/FILE"),
  "url-php": once("http://HOST:PORT/FILE"),
  "url-keyboard": goesOn(""),
  "path-keyboard": goesOn("HOST PORT"),
  "keyboard-python": goesOn(""),
  "keyboard-c": goesOn(""),
  "keyboard-java": once(""),
  "keyboard-both": goesOn(""),
  "menu-python": goesOn("HOST PORT"),
  "menu-connect": goesOn(""),
  "menu-php": goesOn("HOST PORT"),
  "once-python": once("HOST PORT"),
  "once-c": once("HOST PORT"),
  "once-ruby": once("HOST PORT"),
  "source-prompt": goesOn("", ITSELF(47_123)),
  "source-file": once("FILE", ITSELF(47_124)),
  "source-gets": goesOn("", ITSELF(47_125)),

  "window-tkinter": window("tkinter"),
  "window-swing": window("Swing"),
  "window-qt": window("PyQt5"),

  "wrong-canned": goesOn("", { connects: ["fail", /without connecting/] }),
  "wrong-canned-connected": once("HOST PORT FILE", {
    prints: ["fail", /^0 of 6 parts/],
    "shows-404": ["fail", /^Neither 404 nor/],
    "nobody-listens": ["fail", /crashed/],
  }),
  "wrong-always-index": once("HOST PORT FILE", {
    get: ["fail", /another file than .* GET \/index\.html/],
  }),
  "wrong-deaf-to-words": once("HOST PORT FILE", {
    ...ITSELF(47_126),
    get: ["fail", /another file than/],
  }),
  "wrong-spins": goesOn("", { connects: ["fail", /did not connect/] }),
  "lacks-library": goesOn("HOST PORT", { connects: ["inconclusive", /no_such_library/] }),
  "wrong-only-usage": goesOn("", { connects: ["inconclusive", /wants other words .*<frobnication>$/] }),
  "wrong-crashes-after": once("HOST PORT FILE", {
    exit: ["fail", /^It crashed after its answer \(exit status 1\)/],
  }),
  "wrong-never-ends": once("HOST PORT FILE", { exit: ["fail", /^It did not end after its answer/] }),
  "wrong-ends-early": goesOn("HOST PORT", {
    "asks-again": ["fail", /ended after its first answer/],
    exit: ["fail", /ended after its first answer/],
  }),
  "wrong-no-slash": goesOn("HOST PORT", { get: ["fail", /another file than/] }),
};
