// Go: the files of a folder are one program, also without go.mod, and where several mains lie in it.

import { basename, dirname } from "node:path/posix";
import { quoted } from "../../sandbox/quote.js";
import { strip } from "../finding/strip.js";
import { made, nearest, OUT, type Sources, type Start, shortText, within } from "./project.js";

const MAIN = /\bfunc\s+main\s*\(\s*\)/;
const PACKAGE = /^\s*package\s+(\w+)/m;
const MOST_FILES = 60;

/** Null: it is one file alone. */
export function startGo(path: string, sources: Sources): Start | null {
  const { files } = sources;
  const module = nearest(files, path, /^go\.mod$/);
  const folder = dirname(module ?? path);
  const beside = files
    .filter((file) => dirname(file) === dirname(path) && file.endsWith(".go") && !file.endsWith("_test.go"))
    .slice(0, MOST_FILES)
    .map((file) => ({ file, code: strip(shortText(sources, file), "Go").code }));
  const own = PACKAGE.exec(beside.find(({ file }) => file === path)?.code ?? "")?.[1];
  const isMain = ({ file, code }: { file: string; code: string }) => file !== path && MAIN.test(code);
  const parts = beside.filter(
    (one) => one.file !== path && !isMain(one) && PACKAGE.exec(one.code)?.[1] === own,
  );
  if (module === null && parts.length === 0) return null;
  // The whole folder is built where it can be: go leaves out what is for other systems.
  const whole = module !== null && !beside.some(isMain);
  const what = whole
    ? quoted(`./${within(folder, dirname(path)) || "."}`)
    : [path, ...parts.map(({ file }) => file)].map((file) => quoted(within(folder, file))).join(" ");
  const build = (options: string) => `go build ${options}-o ${made(path)} ${what}`;
  const retry =
    module === null ? "" : ` || { ${olderGo(basename(module))} && ${build(`-modfile=${OUT}/go.mod `)}; }`;
  return { within: folder, build: `mkdir -p ${OUT} && ${build("")}${retry}`, run: `exec ${made(path)}` };
}

/** go.mod asks for the version that its author had; mostly an older one does as well. */
const olderGo = (module: string): string =>
  `sed "s/^go .*/go $(go env GOVERSION | sed 's/^go\\([0-9]*\\.[0-9]*\\).*/\\1/')/; /^toolchain /d" ${module} >${OUT}/go.mod && { test ! -f go.sum || cp go.sum ${OUT}/; }`;
