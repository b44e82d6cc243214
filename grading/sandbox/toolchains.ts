// Interpreters and compilers that lie in somebody's home folder (pyenv, conda, a venv, nvm, sdkman, rustup, Homebrew) or in
// a snap. The sandbox has no home folder; it is shown the parts of them that hold programs and libraries, and nothing else.

import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join, relative } from "node:path";
import { promisify } from "node:util";
import { isProgram } from "../../cli/find.js";

/** What the sandbox shows and where it looks for programs, because of the lecturer's PATH. */
export interface Toolchains {
  /** The folders of programs, in the order of the lecturer's PATH. */
  path: string[];
  /** Folders and files that are shown read-only: by where they appear. */
  shown: Record<string, string>;
}

const SOFTWARE = ["bin", "sbin", "lib", "lib32", "lib64", "libx32", "libexec", "include", "share", "games"];

/** Folders of the system that every sandbox sees: what distributions put software into, and nothing beside it. */
export const SYSTEM = [
  ...["/usr", "/usr/local"].flatMap((folder) => SOFTWARE.map((name) => join(folder, name))),
  "/nix/store",
].filter(existsSync);

/** Where the system's software may lie in a folder of its own: /opt/NAME, and beside the usual folders (/usr/local/go). */
const PACKAGE = /^(?:\/opt|\/usr\/local|\/usr)\/[^/]+(?=\/)/;
const PACKAGE_PARTS =
  /^(bin|lib\w*|include|share|etc|conf|jmods|jre|release|pkg|src|api|boot|init\.d|sdk|shared|host|packs|go\.env|VERSION)$/;

/** Where every sandbox looks for programs, whatever the lecturer's own PATH says. */
export const USUAL_PATH = [
  "/usr/local/bin",
  "/usr/bin",
  "/bin",
  "/usr/local/sbin",
  "/usr/sbin",
  "/sbin",
  "/usr/local/go/bin",
];

/** What is shown of software in folders of its own: of those that these folders of programs are in, or their links lead to. */
function packagesFrom(folders: readonly string[]): Record<string, string> {
  const programs = folders.flatMap((folder) => {
    if (!liesIn(realpathSync(folder), SYSTEM)) return [join(realpathSync(folder), "any")];
    const links = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    return links
      .map(({ name }) => join(folder, name))
      .filter(existsSync)
      .map((path) => realpathSync(path));
  });
  const shown: Record<string, string> = {};
  for (const program of programs) {
    const [root] = (!liesIn(program, SYSTEM) && PACKAGE.exec(program)) || [];
    if (root === undefined) continue;
    const parts = readdirSync(root).filter((name) => PACKAGE_PARTS.test(name));
    Object.assign(shown, bound(root, root, parts));
    if (dirname(program) === root && existsSync(program)) shown[program] = program;
  }
  return shown;
}

/** A language's tools: what is on the PATH, and how to learn where they really are. */
interface Tool {
  programs: readonly string[];
  /** Shims only pass a call on, so the tool itself is asked; none: it lies where its file does. */
  ask?: readonly string[];
  /** What of its root is shown besides `PARTS`. */
  parts?: readonly string[];
}

const PARTS = ["bin", "lib", "lib64", "libexec", "include", "pyvenv.cfg"];
/** A conda environment, by its folder `conda-meta`, holds compilers and what they need in further folders. */
const CONDA_PARTS = /^(share|ssl|etc|conda-meta|.*-conda.*-linux-gnu)$/;
const HOMEBREW_PARTS = ["bin", "Cellar", "opt", "lib", "libexec", "include", "share"];

const TOOLS: readonly Tool[] = [
  {
    programs: ["python3", "python"],
    ask: ["-c", "import sys; print(sys.prefix); print(sys.base_prefix); print(sys.base_exec_prefix)"],
  },
  { programs: ["python2"], ask: ["-c", "import sys; print(sys.prefix)"] },
  { programs: ["node"], ask: ["-p", "path.resolve(process.execPath, '../..')"] },
  {
    programs: ["javac", "java"],
    ask: ["-XshowSettings:properties", "-version"],
    parts: ["conf", "jmods", "jre", "release"],
  },
  { programs: ["ruby"], ask: ["-e", "puts RbConfig::CONFIG['prefix']"] },
  { programs: ["php"], ask: ["-r", "echo dirname(PHP_BINARY, 2);"], parts: ["etc"] },
  { programs: ["go"], ask: ["env", "GOROOT"], parts: ["pkg", "src", "api", "go.env", "VERSION"] },
  { programs: ["rustc", "cargo"], ask: ["--print", "sysroot"] },
  { programs: ["perl"], ask: ["-MConfig", "-e", "print $Config{prefix}"] },
  { programs: ["gcc", "cc"] },
  { programs: ["g++", "c++"] },
  { programs: ["clang"] },
  { programs: ["make"] },
  { programs: ["mvn"], parts: ["boot", "conf"] },
  { programs: ["gradle"] },
];

const ASK_SECONDS = 10;
const SNAP = /\/snap\/bin$/;

/** Looks for what the lecturer's PATH leads to. Where all of it lies in the system's folders, nothing is asked. */
export async function findToolchains(
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): Promise<Toolchains> {
  const folders = [...new Set((env.PATH ?? "").split(delimiter))].filter(
    (folder) => isAbsolute(folder) && existsSync(folder),
  );
  const found = await Promise.all(TOOLS.map((tool) => locate(tool, folders, env, home)));
  const packages = packagesFrom([...new Set([...folders, ...USUAL_PATH])].filter(existsSync));
  const shown = Object.assign({}, packages, ...found.map((one) => one?.shown));
  const path = folders.flatMap((folder) => {
    if (liesIn(realpathSync(folder), Object.keys(packages))) return realpathSync(folder);
    if (liesIn(realpathSync(folder), SYSTEM)) return liesIn(folder, SYSTEM) ? folder : realpathSync(folder);
    return found.flatMap((one) => (one?.folder === folder ? one.bin : []));
  });
  return { path: [...new Set(path)], shown };
}

interface Located {
  /** The folder of the PATH that leads to it. */
  folder: string;
  bin: string[];
  shown: Record<string, string>;
}

/** Null: the system's own is used, or there is none. */
async function locate(
  tool: Tool,
  folders: readonly string[],
  env: NodeJS.ProcessEnv,
  home: string,
): Promise<Located | null> {
  for (const folder of folders) {
    const program = tool.programs.find((name) => isProgram(join(folder, name)));
    if (program === undefined) continue;
    if (SNAP.test(folder)) {
      const located = inSnap(folder, program);
      if (located !== null) return located;
      continue;
    }
    if (liesIn(realpathSync(folder), SYSTEM)) return null;
    const roots = (await rootsOf(tool, join(folder, program), env)).filter((root) => !contains(root, home));
    const bin = roots.map((root) => join(root, "bin")).filter((one) => isProgram(join(one, program)));
    if (bin.length === 0) continue; // a shim of nothing: the next one counts
    return { folder, bin, shown: Object.assign({}, ...roots.map((root) => partsOf(root, tool))) };
  }
  return null;
}

/** The folders that hold the tool's programs and libraries. None: it does not run. */
async function rootsOf({ ask }: Tool, program: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  if (ask === undefined) return [join(realpathSync(program), "../..")];
  const asked = program.endsWith("/cargo") ? program.replace(/cargo$/, "rustc") : program;
  try {
    const { stdout, stderr } = await promisify(execFile)(asked, ask, { env, timeout: ASK_SECONDS * 1000 });
    const lines = `${stdout}\n${/^\s*java\.home = (.*)$/m.exec(stderr)?.[1] ?? ""}`.split("\n");
    return [...new Set(lines.map((line) => line.trim()))].filter(
      (line) => isAbsolute(line) && existsSync(line),
    );
  } catch {
    return []; // a shim without a version, or a broken tool: for the lecturer it does not run either
  }
}

/** What is shown of a root: by where it appears, which is also how it was built to find itself. */
function partsOf(root: string, { parts = [] }: Tool): Record<string, string> {
  const real = realpathSync(root);
  if (liesIn(real, SYSTEM)) return {};
  const [, homebrew] = /^(.*)\/Cellar\//.exec(`${real}/`) ?? [];
  if (homebrew !== undefined) return bound(homebrew, homebrew, HOMEBREW_PARTS);
  const conda = existsSync(join(root, "conda-meta"))
    ? readdirSync(root).filter((n) => CONDA_PARTS.test(n))
    : [];
  const names = [...PARTS, ...parts, ...conda];
  return { ...bound(real, real, names), ...bound(real, root, names) };
}

const bound = (from: string, at: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names
      .filter((name) => existsSync(join(from, name)))
      .map((name) => [join(at, name), realpathSync(join(from, name))]),
  );

/** /snap/bin/go only leads to the daemon of snaps, which a sandbox can't reach; the program lies in the snap. */
function inSnap(folder: string, program: string): Located | null {
  const snaps = join(folder, "..");
  const snap = join(snaps, program, "current");
  const bin = ["bin", "usr/bin"].map((one) => join(snap, one)).find((one) => isProgram(join(one, program)));
  if (bin === undefined) return null;
  const bases = readdirSync(snaps).filter((name) => /^core\d*$/.test(name)); // its C library
  const shown = [program, ...bases].map((name) => join(snaps, name));
  return { folder, bin: [bin], shown: Object.fromEntries(shown.map((path) => [path, path])) };
}

/** Does a path lie in one of these folders, or is it one of them? */
export const liesIn = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => contains(folder, path));

const contains = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
};
