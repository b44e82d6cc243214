// How a program is built and run, by the ending of its file. A new language is an entry here.

import { extname } from "node:path";
import { quoted } from "../sandbox/quote.js";
import { buildJava, hasMain, runJava, sourceRoot } from "./java.js";
import { compile, startC } from "./projects/c.js";
import { startGo } from "./projects/go.js";
import { startJavaScript, startTypeScript } from "./projects/node.js";
import { made, OUT, type Sources, type Start } from "./projects/project.js";
import { packageRoot, runPython } from "./projects/python.js";
import { startRust } from "./projects/rust.js";

export interface Language {
  name: string;
  endings: readonly string[];
  /** The program that must be on the sandbox's PATH. */
  needs: string;
  /** The folder in which it is built and run; none: the one that it lies in. */
  root?: (path: string, source: string, files: readonly string[]) => string;
  /** How it is started where other files have to do with it: a build file, other sources. null: they have not. */
  project?: (path: string, sources: Sources) => Start | null;
  /** Can it be started? None: every file can. */
  isMain?: (source: string) => boolean;
  /** The shell command that makes what `run` runs; none: nothing has to be made. */
  build?: (file: string, source: string) => string;
  run: (file: string, source: string) => string;
}

/** Where the sandbox shows the compiler that Antre itself is built with. */
export const TYPESCRIPT = "/antre/typescript";

const compiled = (command: (file: string, out: string) => string) => (file: string) =>
  `mkdir -p ${OUT} && ${command(quoted(file), made(file))}`;
const runsMade = (file: string) => `exec ${made(file)}`;
const interpreted = (program: string) => (file: string) => `exec ${program} ${quoted(file)}`;

export const languages: readonly Language[] = [
  {
    name: "Python",
    endings: [".py", ".pyw"],
    needs: "python3",
    root: packageRoot,
    run: (file, source) =>
      runPython(isPython2(source) ? '"$(command -v python2 || echo python3)"' : "python3", file, source),
  },
  {
    name: "JavaScript",
    endings: [".js", ".mjs", ".cjs"],
    needs: "node",
    project: startJavaScript,
    run: interpreted("node"),
  },
  {
    name: "TypeScript",
    endings: [".ts", ".mts"],
    needs: "node",
    project: (path, sources) => startTypeScript(path, sources, buildTypeScript),
    build: buildTypeScript,
    run: (file) => `exec node ${made(file)}.${file.endsWith(".mts") ? "mjs" : "js"}`,
  },
  {
    name: "Java",
    endings: [".java"],
    needs: "javac",
    root: sourceRoot,
    isMain: hasMain,
    build: (file, source) => buildJava(file, source, OUT),
    run: (file, source) => runJava(file, source, OUT),
  },
  {
    name: "C",
    endings: [".c"],
    needs: "cc",
    project: startC,
    build: (file) => `mkdir -p ${OUT} && ${compile(file)}`,
    run: runsMade,
  },
  {
    name: "C++",
    endings: [".cpp", ".cc", ".cxx", ".c++"],
    needs: "c++",
    project: startC,
    build: (file) => `mkdir -p ${OUT} && ${compile(file)}`,
    run: runsMade,
  },
  { name: "PHP", endings: [".php"], needs: "php", run: interpreted("php") },
  { name: "Ruby", endings: [".rb"], needs: "ruby", run: interpreted("ruby") },
  {
    name: "Go",
    endings: [".go"],
    needs: "go",
    project: startGo,
    build: compiled((file, out) => `go build -o ${out} ${file}`),
    run: runsMade,
  },
  {
    name: "Rust",
    endings: [".rs"],
    needs: "rustc",
    project: startRust,
    build: compiled((file, out) => `rustc --edition 2021 -o ${out} ${file}`),
    run: runsMade,
  },
];

export const languageOf = (file: string): Language | undefined =>
  languages.find(({ endings }) => endings.includes(extname(file).toLowerCase()));

/** Every file that could be a program at all. */
export const programsAmong = (files: readonly string[]): string[] =>
  files.filter((file) => languageOf(file) !== undefined);

/** Types are taken off and not checked: those of Node.js need not be there. */
function buildTypeScript(file: string, source: string, more = ""): string {
  const [type, module] = isModule(file, source) ? ["module", "esnext"] : ["commonjs", "commonjs"];
  const options = `--noCheck --target es2022 --module ${module} --moduleResolution bundler --esModuleInterop`;
  return `mkdir -p ${OUT} && echo '{"type":"${type}"}' >${OUT}/package.json && ${TYPESCRIPT}/tsc ${options} ${more}--outDir ${OUT} ${quoted(file)}`;
}

/** What Python 3 does not understand: print and except as they were written before it, and names that are gone. */
const isPython2 = (source: string): boolean =>
  /^[ \t]*(print[ \t]+["'\w]|except[ \t]+[\w.]+[ \t]*,[ \t]*\w+[ \t]*:)|\braw_input\(|^import (urllib2|httplib|SocketServer|BaseHTTPServer|Queue)\b/m.test(
    source,
  );

/** Only a module may await outside of a function. CommonJS is kinder: it finds "./session" without an ending. */
const isModule = (file: string, source: string): boolean =>
  file.endsWith(".mts") || /^(?!\s|\/\/|async|function).*\bawait\b|import\.meta/m.test(source);
