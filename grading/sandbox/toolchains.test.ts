// Languages in a home folder, laid out as their managers lay them out: found, usable in the sandbox, and nothing else seen.
// @module-tag bwrap

import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder } from "../testing/grade.js";
import { carriedOut, sandbox } from "../testing/sandbox.js";
import { findToolchains } from "./toolchains.js";

const WITHOUT = { path: [], shown: {} };

/** A lecturer's home folder: files with their texts, links with where they lead (`-> TARGET`). */
function home(files: Record<string, string>): string {
  const path = folder();
  chmodSync(path, 0o755);
  for (const [name, text] of Object.entries({ "exam/questions.txt": "secret", ...files })) {
    const at = join(path, name);
    mkdirSync(dirname(at), { recursive: true });
    if (text.startsWith("-> ")) symlinkSync(text.slice(3), at);
    else writeFileSync(at, text.replaceAll("HOME", path), { mode: 0o755 });
  }
  return path;
}

const program = (...lines: string[]): string => `#!/bin/sh\n${lines.join("\n")}\n`;
const shimOf = (path: string): string => program(`exec HOME/${path} "$@"`);
/** Says where it is when it is asked, and otherwise what it is, with a word from its library. */
const interpreter = (root: string, asked: string): string =>
  program(
    `case "$*" in *${asked}*) echo HOME/${root}; exit;; esac`,
    `echo "of HOME/${root} $(cat HOME/${root}/lib/word)"`,
  );

const LAYOUTS: [string, string, string[], string, Record<string, string>][] = [
  [
    "pyenv",
    "python3",
    [".pyenv/shims"],
    ".pyenv/versions/3.99",
    {
      ".pyenv/shims/python3": shimOf(".pyenv/versions/3.99/bin/python3"),
      ".pyenv/versions/3.99/bin/python3": interpreter(".pyenv/versions/3.99", "sys.prefix"),
    },
  ],
  [
    "a venv",
    "python3",
    ["teaching/venv/bin"],
    "teaching/venv",
    {
      "teaching/venv/bin/python3": interpreter("teaching/venv", "sys.prefix"),
      "teaching/venv/pyvenv.cfg": "home = /usr/bin",
      "teaching/grades.csv": "secret",
    },
  ],
  [
    "conda",
    "python3",
    ["miniconda3/bin"],
    "miniconda3",
    {
      "miniconda3/bin/python3": interpreter("miniconda3", "sys.prefix"),
      "miniconda3/conda-meta/history": "",
    },
  ],
  [
    "nvm",
    "node",
    [".nvm/versions/node/v99/bin"],
    ".nvm/versions/node/v99",
    { ".nvm/versions/node/v99/bin/node": interpreter(".nvm/versions/node/v99", "process.execPath") },
  ],
  [
    "sdkman",
    "java",
    [".sdkman/candidates/java/current/bin"],
    ".sdkman/candidates/java/99-tem",
    {
      ".sdkman/candidates/java/current": "-> 99-tem",
      ".sdkman/candidates/java/99-tem/bin/java": program(
        `case "$*" in *-XshowSettings*) echo '    java.home = HOME/.sdkman/candidates/java/99-tem' >&2; exit;; esac`,
        `echo "of HOME/.sdkman/candidates/java/99-tem $(cat HOME/.sdkman/candidates/java/99-tem/lib/word)"`,
      ),
    },
  ],
  [
    "rustup",
    "rustc",
    [".cargo/bin"],
    ".rustup/toolchains/stable",
    {
      ".cargo/bin/rustc": shimOf(".rustup/toolchains/stable/bin/rustc"),
      ".cargo/credentials.toml": "secret",
      ".rustup/toolchains/stable/bin/rustc": interpreter(".rustup/toolchains/stable", "sysroot"),
    },
  ],
  [
    "Homebrew",
    "go",
    [".linuxbrew/bin"],
    ".linuxbrew",
    {
      ".linuxbrew/bin/go": "-> ../Cellar/go/1.99/bin/go",
      ".linuxbrew/Cellar/go/1.99/bin/go": program(
        `case "$*" in *GOROOT*) echo HOME/.linuxbrew/Cellar/go/1.99; exit;; esac`,
        `echo "of HOME/.linuxbrew $(cat HOME/.linuxbrew/lib/word)"`,
      ),
      ".linuxbrew/var/postgres/data": "secret",
    },
  ],
  [
    "a snap",
    "go",
    ["snap/bin"],
    "snap/go/current",
    {
      "snap/bin/go": "-> /bin/false",
      "snap/go/current": "-> 17",
      "snap/go/17/bin/go": program(`echo "of HOME/snap/go/current $(cat HOME/snap/go/current/lib/word)"`),
    },
  ],
];

describe.skipIf(process.platform !== "linux")("a language in a home folder", () => {
  test.each(LAYOUTS)(
    "by %s works in the sandbox, which shows nothing else of that home",
    async (...layout) => {
      const [, name, path, root, files] = layout;
      const at = home({ ...files, [`${root}/lib/word`]: "and its library" });
      const PATH = [...path.map((one) => join(at, one)), process.env.PATH].join(":");
      const toolchains = await findToolchains({ PATH }, at);
      const { stdout, stderr } = carriedOut(
        sandbox(`${name} x; ls -A ${at}; grep -rs secret ${at}`, { toolchains }),
      );
      const seen = [...new Set(Object.keys(toolchains.shown).filter((one) => one.startsWith(at)))];
      const inHome = [...new Set(seen.map((one) => one.slice(at.length + 1).split("/")[0]))];
      expect({ stdout, stderr }).toEqual({
        stdout: `of ${join(at, root)} and its library\n${inHome.sort().join("\n")}\n`,
        stderr: "",
      });
      expect(inHome).toEqual([root.split("/")[0]]);
    },
  );

  test("that does not run, as a shim without a version, leaves its place to the next one on the PATH", async () => {
    const at = home({
      ".pyenv/shims/python3": program("echo 'pyenv: python3: command not found' >&2; exit 127"),
    });
    const { path, shown } = await findToolchains({ PATH: `${at}/.pyenv/shims:/usr/bin` }, at);
    expect({ path, shown }).toEqual({ path: ["/usr/bin"], shown: {} });
  });

  test("whose root is the home itself shows nothing of it", async () => {
    const at = home({ "bin/python3": interpreter("", "sys.prefix"), "lib/diary": "secret" });
    expect(await findToolchains({ PATH: join(at, "bin") }, at)).toEqual(WITHOUT);
  });

  test("comes where the lecturer's PATH has it: before the system's, or after", async () => {
    const root = ".pyenv/versions/3.99";
    const at = home({ [`${root}/bin/python3`]: interpreter(root, "sys.prefix") });
    const bin = join(at, root, "bin");
    expect((await findToolchains({ PATH: `${bin}:/usr/bin` }, at)).path).toEqual([bin, "/usr/bin"]);
    if (readdirSync("/usr/bin").includes("python3"))
      expect((await findToolchains({ PATH: `/usr/bin:${bin}` }, at)).path).toEqual(["/usr/bin"]);
  });

  test("is not asked for where all lies in the system's folders", async () => {
    expect((await findToolchains({ PATH: "/usr/bin:/no/such/folder:relative" })).shown).toEqual({});
  });
});
