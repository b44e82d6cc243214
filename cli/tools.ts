// Every program that Antre can use and does not bring along: how it is found, who needs it, and which package brings it.
// All that is said of a program that is missing, and all that is installed, comes from here.

/** How the packages of a system are named; `ubuntu` where it differs from Debian. */
export type Packages = "debian" | "ubuntu" | "fedora" | "arch" | "macos" | "windows";

/** What a program is for: `npm run setup` installs by it. */
export const uses = ["scenarios", "grading", "tests"] as const;
export type Use = (typeof uses)[number];

/** Where it stands in the doctor's table. */
export type Group = "browsers" | "grading" | "languages" | "tests" | "zoo";

export interface Tool {
  /** Its own name, the same in all languages. */
  label: string;
  group: Group;
  uses: readonly Use[];
  /** The systems on which Antre uses it. None: all. */
  on?: readonly NodeJS.Platform[];
  /** Browsers are looked for by clients/browser; the others by the names of their programs: any of these… */
  programs: readonly string[];
  /** …under Windows any of these… */
  windows?: readonly string[];
  /** …and besides, beside it, each of these. */
  and?: readonly string[];
  /** Words that make it tell its version, quickly; none: that it is there must do. */
  version?: readonly string[];
  /** What it is asked on its standard input: a compiler, whether it has the headers of C. */
  input?: string;
  /** The packages that bring it. A system that is left out has none. */
  packages: Partial<Record<Packages, readonly string[]>>;
  /** macOS: the packages are applications (casks), which come without dependencies. */
  cask?: true;
  /** A line that brings it where no package does. */
  line?: Partial<Record<Packages, string>>;
  /** Where it is to be had where neither does. */
  url: string;
}

const LINUX = ["linux"] as const;
const UNIX = ["linux", "darwin"] as const;

const one = (name: string): Tool["packages"] => ({ debian: [name], fedora: [name], arch: [name] });
const zoo = { group: "zoo", uses: ["scenarios", "tests"], on: UNIX } as const;
const language = { group: "languages", uses: ["grading", "tests"] } as const;
const ofTests = { group: "tests", uses: ["tests"], on: UNIX } as const;

/** Does not compile anything: finds the first header, and says the compiler's version on the way. */
const PREPROCESS = ["-v", "-E", "-x"];
const XCODE = "xcode-select --install";

export const tools = {
  chromium: {
    label: "Chrome/Edge/Chromium",
    group: "browsers",
    uses: ["scenarios", "grading", "tests"],
    programs: [],
    packages: {
      debian: ["chromium"],
      ubuntu: ["chromium-browser"], // brings the snap
      fedora: ["chromium"],
      arch: ["chromium"],
      macos: ["google-chrome"],
      windows: ["Google.Chrome"],
    },
    cask: true,
    url: "https://www.google.com/chrome",
  },
  firefox: {
    label: "Firefox",
    group: "browsers",
    uses: ["scenarios", "grading", "tests"],
    programs: [],
    packages: {
      debian: ["firefox-esr"],
      ubuntu: ["firefox"],
      fedora: ["firefox"],
      arch: ["firefox"],
      macos: ["firefox"],
      windows: ["Mozilla.Firefox"],
    },
    cask: true,
    url: "https://www.mozilla.org/firefox",
  },

  bubblewrap: {
    label: "bubblewrap",
    group: "grading",
    uses: ["grading", "tests"],
    on: LINUX,
    programs: ["bwrap"],
    version: ["--version"],
    packages: one("bubblewrap"),
    url: "https://github.com/containers/bubblewrap",
  },
  ip: {
    label: "ip",
    group: "grading",
    uses: ["grading", "tests"],
    on: LINUX,
    programs: ["ip"],
    version: ["-V"],
    packages: { debian: ["iproute2"], fedora: ["iproute"], arch: ["iproute2"] },
    url: "https://wiki.linuxfoundation.org/networking/iproute2",
  },
  strace: {
    label: "strace",
    group: "grading",
    uses: ["grading", "tests"],
    on: LINUX,
    programs: ["strace"],
    version: ["-V"],
    packages: one("strace"),
    url: "https://strace.io",
  },

  python: {
    ...language,
    label: "Python",
    uses: ["grading", "scenarios", "tests"],
    programs: ["python3"],
    windows: ["python", "py"],
    version: ["--version"],
    packages: {
      debian: ["python3"],
      fedora: ["python3"],
      arch: ["python"],
      macos: ["python"],
      windows: ["Python.Python.3.13"],
    },
    url: "https://www.python.org/downloads",
  },
  java: {
    ...language,
    label: "Java",
    programs: ["javac"],
    and: ["java"],
    version: ["-version"],
    packages: {
      debian: ["default-jdk-headless"],
      fedora: ["java-latest-openjdk-devel"],
      arch: ["jdk-openjdk"],
      macos: ["temurin"], // the formula openjdk is not put on PATH
      windows: ["EclipseAdoptium.Temurin.21.JDK"],
    },
    cask: true,
    url: "https://adoptium.net",
  },
  c: {
    ...language,
    label: "C",
    programs: ["cc"],
    windows: ["gcc"],
    version: [...PREPROCESS, "c", "-"],
    input: "#include <stdio.h>\n",
    packages: {
      debian: ["gcc", "libc6-dev"],
      fedora: ["gcc"],
      arch: ["gcc"],
      windows: ["BrechtSanders.WinLibs.POSIX.UCRT"],
    },
    line: { macos: XCODE },
    url: "https://gcc.gnu.org",
  },
  cpp: {
    ...language,
    label: "C++",
    programs: ["c++"],
    version: [...PREPROCESS, "c++", "-"],
    input: "#include <cstdio>\n",
    packages: {
      debian: ["g++"],
      fedora: ["gcc-c++"],
      arch: ["gcc"],
      windows: ["BrechtSanders.WinLibs.POSIX.UCRT"],
    },
    line: { macos: XCODE },
    url: "https://gcc.gnu.org",
  },
  php: {
    ...language,
    label: "PHP",
    programs: ["php"],
    version: ["--version"],
    packages: {
      debian: ["php-cli"],
      fedora: ["php-cli"],
      arch: ["php"],
      macos: ["php"],
      windows: ["PHP.PHP.8.4"],
    },
    url: "https://www.php.net/downloads",
  },
  ruby: {
    ...language,
    label: "Ruby",
    programs: ["ruby"],
    version: ["--version"],
    packages: { ...one("ruby"), macos: ["ruby"], windows: ["RubyInstallerTeam.Ruby.3.4"] },
    url: "https://www.ruby-lang.org/en/downloads",
  },
  go: {
    ...language,
    label: "Go",
    programs: ["go"],
    version: ["version"],
    packages: {
      debian: ["golang-go"],
      fedora: ["golang"],
      arch: ["go"],
      macos: ["go"],
      windows: ["GoLang.Go"],
    },
    url: "https://go.dev/dl",
  },
  rust: {
    ...language,
    label: "Rust",
    programs: ["rustc"],
    version: ["--version"],
    packages: {
      debian: ["rustc"],
      fedora: ["rust"],
      arch: ["rust"],
      macos: ["rust"],
      windows: ["Rustlang.Rustup"],
    },
    url: "https://rustup.rs",
  },

  ps: {
    ...ofTests,
    label: "ps",
    uses: ["tests", "scenarios"],
    programs: ["ps"],
    packages: { debian: ["procps"], fedora: ["procps-ng"], arch: ["procps-ng"] },
    url: "https://gitlab.com/procps-ng/procps",
  },
  tmux: {
    ...ofTests,
    label: "tmux",
    programs: ["tmux"],
    version: ["-V"],
    packages: { ...one("tmux"), macos: ["tmux"] },
    url: "https://github.com/tmux/tmux",
  },
  wrk: {
    ...ofTests,
    label: "wrk",
    programs: ["wrk"],
    packages: { debian: ["wrk"], arch: ["wrk"], macos: ["wrk"] },
    url: "https://github.com/wg/wrk",
  },
  parallel: {
    ...ofTests,
    label: "GNU parallel",
    programs: ["parallel"],
    packages: { ...one("parallel"), macos: ["parallel"] },
    url: "https://www.gnu.org/software/parallel",
  },

  nginx: {
    ...zoo,
    label: "nginx",
    programs: ["nginx"],
    packages: { ...one("nginx"), macos: ["nginx"] },
    url: "https://nginx.org",
  },
  lighttpd: {
    ...zoo,
    label: "lighttpd",
    programs: ["lighttpd"],
    packages: { ...one("lighttpd"), macos: ["lighttpd"] },
    url: "https://www.lighttpd.net",
  },
  apache: {
    ...zoo,
    label: "Apache",
    on: LINUX,
    programs: ["apache2"], // as Debian builds it, with all its ways of serving as modules
    packages: { debian: ["apache2-bin"] },
    url: "https://httpd.apache.org",
  },
  mini_httpd: {
    ...zoo,
    label: "mini_httpd",
    on: LINUX,
    programs: ["mini_httpd"],
    packages: { debian: ["mini-httpd"], fedora: ["mini_httpd"] },
    url: "https://acme.com/software/mini_httpd",
  },
  webfs: {
    ...zoo,
    label: "webfs",
    on: LINUX,
    programs: ["webfsd"],
    packages: { debian: ["webfs"] },
    url: "https://www.kraxel.org/blog/linux/webfs",
  },
  busybox: {
    ...zoo,
    label: "busybox",
    on: LINUX,
    programs: ["busybox"],
    packages: one("busybox"),
    url: "https://busybox.net",
  },
  socat: {
    ...zoo,
    label: "socat",
    programs: ["socat"],
    packages: { ...one("socat"), macos: ["socat"] },
    url: "http://www.dest-unreach.org/socat",
  },
  gunicorn: {
    ...zoo,
    label: "gunicorn",
    programs: ["gunicorn"],
    packages: { debian: ["gunicorn"], fedora: ["python3-gunicorn"], arch: ["gunicorn"] },
    line: { macos: "python3 -m pip install --user gunicorn" },
    url: "https://gunicorn.org",
  },
  webrick: {
    ...zoo,
    label: "WEBrick",
    programs: ["ruby"],
    version: ["-rwebrick", "-e", "puts WEBrick::VERSION"],
    packages: {
      debian: ["ruby", "ruby-webrick"], // which only recommends ruby
      fedora: ["ruby", "rubygem-webrick"],
      arch: ["ruby", "ruby-webrick"],
    },
    line: { macos: "gem install webrick" },
    url: "https://github.com/ruby/webrick",
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

export const toolNames = Object.keys(tools) as ToolName[];

/** The same table, with every field that a tool may have. */
export const toolOf = (name: ToolName): Tool => tools[name];

/** The tool that a program belongs to: `javac` is Java's. */
export const toolOfProgram = (program: string): ToolName | undefined =>
  toolNames.find((name) => {
    const { programs, windows = [], and = [] } = toolOf(name);
    return [...programs, ...windows, ...and].includes(program);
  });
