// What Java wants of a source file: a folder for each part of its package, and the name of its public class.

import { delimiter } from "node:path";
import { basename, dirname, extname, join } from "node:path/posix";
import { quoted } from "../sandbox/quote.js";
import { nearest } from "./projects/project.js";

/** Build files of Maven and Gradle. What they build needs no network where it needs no library: javac does it. */
const BUILD_FILE = /^(pom\.xml|build\.gradle(\.kts)?)$/;

/** The folder of the build file, or else the one in which `package a.b` is found as a/b: javac is started there. */
export function sourceRoot(path: string, source: string, files: readonly string[] = []): string {
  const build = nearest(files, path, BUILD_FILE);
  const root = packageRoot(path, source);
  return build !== null && !isBelow(dirname(build), root) ? dirname(build) : root;
}

/** Does a folder lie in another one? */
const isBelow = (folder: string, root: string): boolean => root !== "." && folder.startsWith(`${root}/`);

function packageRoot(path: string, source: string): string {
  const folder = dirname(path);
  const within = packageFolder(source);
  if (within === "") return folder;
  if (folder === within) return ".";
  return folder.endsWith(`/${within}`) ? folder.slice(0, -within.length - 1) : folder;
}

/** Where the file does not lie as Java wants it, a copy is compiled that does; its helpers are copied with it. */
export function buildJava(file: string, source: string, out: string): string {
  const within = packageFolder(source);
  const name = publicClass(source) ?? basename(file, extname(file));
  const right = join(within, `${name}.java`);
  const compile = (from: string, path: string) =>
    `javac -encoding UTF-8 -sourcepath ${path} -d ${out} ${quoted(from)}`;
  if (join(file) === right) return compile(file, ".");
  if (file.endsWith(`/${right}`)) return compile(file, quoted(file.slice(0, -right.length - 1)));
  const copies = `${out}/source`;
  const folder = within === "" ? copies : `${copies}/${within}`;
  const helpers = within === "" ? "" : `cp ${quoted(dirname(file))}/*.java ${folder} && `;
  const copy = `mkdir -p ${folder} && ${helpers}cp ${quoted(file)} ${folder}/${name}.java`;
  return `${copy} && ${compile(`${copies}/${right}`, `${copies}${delimiter}.`)}`;
}

/** Files that are no sources are found beside the classes, as Maven and Gradle put them there. */
export function runJava(file: string, source: string, out: string): string {
  const [, main] = /^(.*\/main|main)\/java\//.exec(file) ?? [];
  const classes = main === undefined ? out : [out, quoted(`${main}/resources`)].join(delimiter);
  return `exec java -cp ${classes} ${quoted(mainClass(file, source))}`;
}

const MAIN = /\bstatic\s+(?:public\s+)?(?:final\s+)?void\s+main\s*\(/;

export const hasMain = (source: string): boolean => MAIN.test(plain(source));

/** The class with `main`, with its package. A file may hold several; the last one that begins before `main` has it. */
export function mainClass(file: string, source: string): string {
  const code = plain(source);
  const main = code.search(MAIN);
  const classes = [
    ...code.slice(0, Math.max(0, main)).matchAll(/\b(?:class|enum|record|interface)\s+(\w+)/g),
  ];
  const outer = classes.map(([, name]) => name!);
  const own = publicClass(source) ?? basename(file, extname(file));
  const name = outer.includes(own) ? own : (outer.at(-1) ?? own);
  return [...packageFolder(source).split("/").filter(Boolean), name].join(".");
}

/** `a/b` of `package a.b`; nothing where the file is in no package. */
const packageFolder = (source: string): string =>
  (/^[ \t]*package\s+([\w.]+)\s*;/m.exec(plain(source))?.[1] ?? "").replaceAll(".", "/");

/** The one public class that a file may have; classes inside of others may be public, too. */
function publicClass(source: string): string | undefined {
  let depth = 0;
  let outermost = "";
  for (const part of plain(source).split(/(?<=[{}])/)) {
    if (depth === 0) outermost += part;
    depth += part.endsWith("{") ? 1 : part.endsWith("}") ? -1 : 0;
  }
  return /\bpublic\s+(?:(?:final|abstract|sealed|strictfp)\s+)*(?:class|enum|record|interface)\s+(\w+)/.exec(
    outermost,
  )?.[1];
}

/** The code without comments, and without what is in its strings. */
const plain = (source: string): string =>
  source.replaceAll(
    /"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g,
    "",
  );
