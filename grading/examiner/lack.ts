// What a program wants that the grader's machine does not have: a library, a tool, another system, another Python. That is
// no fault of the program, as far as anybody here can tell: a human looks, and is told what it was.

/** dependency: a library of others, or a tool. download: what a build fetches, and the network is closed. windows: something that only Windows has. python 2: the language of before 2008. */
export interface Lack {
  why: "dependency" | "download" | "windows" | "python 2" | "window";
  /** Its name, as the program or the compiler says it; empty: nobody said. */
  what: string;
}

/** The shell's status of a program that is not there. */
const NOT_FOUND = 127;

const WINDOWS_HEADERS =
  /^(windows|winsock2?|ws2tcpip|conio|direct|io|process|winbase|mswsock|tchar|wininet)\.h$/i;
const WINDOWS_MODULES = /^(msvcrt|winreg|_winreg|winsound|win32\w*|pywintypes|wmi|_winapi)$/;
/** A module or header with one of these names was not handed in: it is the student's own. */
const OWN = /^\.{0,2}\//;

/** What is said, and which part of it names what is missing. The order counts: the first that fits. */
const SAID: readonly [RegExp, Lack["why"]][] = [
  [/Missing parentheses in call to '?(print|exec)'?/, "python 2"],
  [
    /No module named '?(urllib2|httplib|Queue|SocketServer|BaseHTTPServer|SimpleHTTPServer|thread|Tkinter|StringIO|ConfigParser)'?/,
    "python 2",
  ],
  [/NameError: name '(raw_input|unicode|xrange|unichr)' is not defined/, "python 2"],
  [/multiple exception types must be parenthesized/, "python 2"],
  [/module '?ctypes'? has no attribute '(windll|WinDLL|oledll|wintypes)'/, "windows"],
  [
    /module '?(?:os|socket|signal|asyncio|subprocess)'? has no attribute '(startfile|SIO_RCVALL|RCVALL_ON|CTRL_C_EVENT|WindowsSelectorEventLoopPolicy|WindowsProactorEventLoopPolicy|STARTUPINFO|CREATE_NEW_CONSOLE)'/,
    "windows",
  ],
  [
    /(?:no display name|couldn't connect to display|cannot open display|HeadlessException|No X11 DISPLAY)(.*)/,
    "window",
  ],
  [/No module named '?(tkinter|_tkinter|PyQt\d|PySide\d|wx|pygame|kivy)\b/, "window"],
  [/No module named '?([\w.]+)'?/, "dependency"],
  [/Cannot find (?:module|package) '([^']+)'/, "dependency"],
  [/cannot load such file -- (\S+)/, "dependency"],
  [/(?:NoClassDefFoundError|ClassNotFoundException): (\S+)/, "dependency"],
  [/Call to undefined function (\w+)\(/, "dependency"],
  [/error: package (\S+) does not exist/, "dependency"],
  [/cannot find package "([^"]+)"|no required module provides package ([\w./-]+)/, "dependency"],
  [/package (\S+\.\S+) is not in (?:GOROOT|std)/, "dependency"],
  [/^go: downloading (\S+)/, "dependency"],
  [/\binvalid (go version '[\d.]+'): must match|go\.mod requires (go >= [\d.]+)/, "dependency"],
  [/no matching package named `([\w-]+)` found/, "dependency"],
  [
    /can't find crate for `(\w+)`|unresolved import `(\w+)`|use of (?:undeclared|unresolved) (?:crate or )?module(?: or unlinked crate)? `(\w+)`/,
    "dependency",
  ],
  [/cannot find -l(\S+?):?(?: .*)?$/, "dependency"],
  [/fatal error: ([\w/.+-]+\.h(?:pp)?): No such file or directory/, "dependency"],
  [/\bsh: (?:line )?\d+: (?:exec: )?(\S+): (?:command )?not found$/, "dependency"],
];

/** Null: nothing is known to be missing. `sources`: names of what was handed in, which no machine has to have. */
export function lackOf(
  status: number | null,
  output: readonly string[],
  sources: readonly string[] = [],
): Lack | null {
  for (const line of output)
    for (const [pattern, why] of SAID) {
      const found = pattern.exec(line);
      if (found === null) continue;
      const what = found.slice(1).find((part) => part !== undefined) ?? "";
      if (isTheirs(what, line, output, sources)) continue;
      const windows = WINDOWS_HEADERS.test(what) || WINDOWS_MODULES.test(what);
      return { why: windows ? "windows" : why, what: what.trim() };
    }
  return status === NOT_FOUND ? { why: "dependency", what: "" } : null;
}

/** What Maven, Gradle, npm, pip, git and curl say of what they can't fetch. */
const DOWNLOADS: readonly RegExp[] = [
  /Could not (?:transfer|find) artifact (\S+)/,
  /Could not resolve ([\w.-]+:[\w.-]+:[\w.-]+)/,
  /No matching distribution found for (\S+)/,
  /\b(?:UnknownHostException|[Uu]nknown host|Could not resolve host|EAI_AGAIN|ENOTFOUND):? ([\w.-]+)/,
  /Cannot access (\S+) .*in offline mode/,
];

/** Null: nothing was to be fetched. `output`: of a build. */
export function downloadOf(output: readonly string[]): Lack | null {
  for (const line of output)
    for (const pattern of DOWNLOADS) {
      const what = pattern.exec(line)?.[1];
      if (what !== undefined) return { why: "download", what };
    }
  return null;
}

/** A file of the submission's own that was left out is a fault of the submission: nobody else can have it. */
function isTheirs(
  what: string,
  line: string,
  output: readonly string[],
  sources: readonly string[],
): boolean {
  if (OWN.test(what)) return true;
  if (/\.h(pp)?: No such file/.test(line))
    return output.some((one) => one.includes(`#include "${what}"`)) && !WINDOWS_HEADERS.test(what);
  const name = what.split(/[./]/)[0]!.toLowerCase();
  return name !== "" && sources.some((source) => `${source.toLowerCase()}.`.startsWith(`${name}.`));
}
