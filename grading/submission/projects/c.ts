// C and C++ in several files. What the build file makes is taken; where there is none, or it fails here, a program is
// linked with what it needs of the other files.

import { basename, dirname } from "node:path/posix";
import { quoted } from "../../sandbox/quote.js";
import { readContent } from "../finding/content.js";
import { asideOf } from "../finding/name.js";
import { distance, made, nearest, OUT, type Sources, type Start, shortText, within } from "./project.js";

const C = /\.c$/i;
const CPP = /\.(cpp|cc|cxx|c\+\+)$/i;
const HEADER = /\.(h|hh|hpp|hxx)$/i;
const MOST_PARTS = 40;
const MOST_READ = 200;
const MOST_FOLDERS = 12;

/** A build file may start what it has made: it gets so many seconds. */
const MAKE_SECONDS = 20;

/** Build files, and what makes a program of them; OUT is a folder for it. */
const BUILDERS: readonly { name: RegExp; tool: string; build: string }[] = [
  { name: /^(GNUmakefile|[Mm]akefile)$/, tool: "make", build: `timeout ${MAKE_SECONDS} make -B` },
  {
    name: /^CMakeLists\.txt$/,
    tool: "cmake",
    build: `cmake -S . -B ${OUT}/cmake && timeout ${MAKE_SECONDS} cmake --build ${OUT}/cmake`,
  },
];

/** Null: it is one file alone. */
export function startC(path: string, sources: Sources): Start | null {
  const { files } = sources;
  const builder = BUILDERS.flatMap((one) => {
    const file = nearest(files, path, one.name);
    return file === null ? [] : { ...one, folder: dirname(file) };
  }).sort((a, b) => distance(a.folder, dirname(path)) - distance(b.folder, dirname(path)))[0];
  const parts = partsOf(path, sources);
  if (builder === undefined && parts.length === 0 && includesOf(path, files).length === 0) return null;
  const folder = builder?.folder ?? dirname(path);
  const linked = linking(
    within(folder, path),
    parts.map((part) => within(folder, part)),
    includesOf(path, files).map((one) => `-I${quoted(within(folder, one) || ".")}`),
  );
  const build = builder === undefined ? linked : `{ ${madeBy(builder, path)}\n} || {\n${linked}\n}`;
  return { within: folder, build: `mkdir -p ${OUT} && ${build}`, run: `exec ${made(path)}` };
}

const isCpp = (path: string): boolean => CPP.test(path);

/** The other files, none of which is a program itself: the linker takes those that are needed, of two alike the nearer one. */
function partsOf(path: string, sources: Sources): string[] {
  const from = dirname(path);
  return sources.files
    .filter((file) => file !== path && asideOf(file) === null)
    .filter((file) => C.test(file) || (isCpp(path) && isCpp(file)))
    .sort((a, b) => distance(from, dirname(a)) - distance(from, dirname(b)))
    .slice(0, MOST_READ)
    .filter((file) => !readContent(shortText(sources, file), isCpp(file) ? "C++" : "C").main)
    .slice(0, MOST_PARTS);
}

/** The folders of headers: those beside a program are found without. */
function includesOf(path: string, files: readonly string[]): string[] {
  const from = dirname(path);
  const folders = files
    .filter((file) => HEADER.test(file) && asideOf(file) !== "library")
    .map((file) => dirname(file));
  return [...new Set(folders)]
    .filter((folder) => folder !== from)
    .sort((a, b) => distance(from, a) - distance(from, b))
    .slice(0, MOST_FOLDERS);
}

const compiler = (file: string): string => (isCpp(file) ? "c++" : "cc");
const flags = (includes: readonly string[]): string => ["-O1 -pthread", ...includes].join(" ");

/** The command that makes a program of one file, and an archive. */
export function compile(file: string, includes: readonly string[] = [], archive = ""): string {
  const libraries = [archive, ...(isCpp(file) ? [] : ["-lm"])].filter(Boolean);
  return [compiler(file), flags(includes), "-o", made(file), quoted(file), ...libraries].join(" ");
}

/** A part that can't be compiled is missed only where it is needed: an archive gives what a program asks for. */
function linking(file: string, parts: readonly string[], includes: readonly string[]): string {
  if (parts.length === 0) return compile(file, includes);
  const archive = `${OUT}/parts.a`;
  const object = `${OUT}/part.o`;
  const compiled = parts.map(
    (part) =>
      `${compiler(part)} ${flags(includes)} -c -o ${object} ${quoted(part)} && ar qc ${archive} ${object}`,
  );
  return [`ar qc ${archive}`, ...compiled, compile(file, includes, archive)].join("\n");
}

/** Of what was made, the program that holds this source, as its symbols say (STT_FILE). */
function madeBy({ tool, build }: (typeof BUILDERS)[number], path: string): string {
  const out = made(path);
  const holds = `nm -a "$1" 2>/dev/null | grep -qF " a $0"`;
  return `touch ${OUT}/began && rm -f ${out}
command -v ${tool} >/dev/null && { ${build} ; } || ${tool} --version >/dev/null
find . -type f -perm -100 ! -name '*.so*' ! -name '*.o' -newer ${OUT}/began -exec sh -c '${holds}' ${quoted(basename(path))} {} \\; -exec cp {} ${out} \\; -quit
test -x ${out}`;
}
