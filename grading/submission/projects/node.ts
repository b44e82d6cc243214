// JavaScript and TypeScript: package.json says how a program is started.

import { basename, dirname, join, normalize } from "node:path/posix";
import { quoted } from "../../sandbox/quote.js";
import { nearest, OUT, type Sources, type Start, within } from "./project.js";

/** They start a program of Node.js in their own way; what comes after them is its own. */
const RUNNERS =
  /^(node|nodejs|nodemon|ts-node|ts-node-dev|tsx|bun|deno|forever|supervisor|pm2|npx|run|start)$/;

/** How a script of package.json starts a file. */
interface Script {
  /** The folder of package.json. */
  within: string;
  /** PORT=8080 */
  environment: string[];
  /** Options of Node.js itself. */
  options: string[];
  /** The words after the file's name. */
  args: string[];
}

const MOST_SCRIPT = 1000;

/** Null: no script names the file. `start` goes before the others. */
function scriptFor(path: string, { files, text }: Sources): Script | null {
  const file = nearest(files, path, /^package\.json$/);
  if (file === null) return null;
  const folder = dirname(file);
  const scripts = scriptsIn(text(file));
  for (const line of [scripts.start, ...Object.values(scripts)]) {
    if (typeof line !== "string" || line.length > MOST_SCRIPT) continue;
    for (const command of line.split(/&&|\|\||;/)) {
      const words =
        command.match(/"[^"]*"|'[^']*'|[^\s"']+/g)?.map((word) => word.replaceAll(/["']/g, "")) ?? [];
      const at = words.findIndex((word) => names(join(folder, word), path));
      if (at === -1 || words.some((word) => /[$`<>|&*]/.test(word))) continue;
      const before = words.slice(0, at);
      const environment = before.filter((word) => /^\w+=/.test(word));
      const rest = before.filter((word) => !/^\w+=/.test(word) && !/^(cross-env|env|exec)$/.test(word));
      if (!RUNNERS.test(rest[0] ?? "")) continue;
      const options = /^node(js)?$/.test(rest[0]!) ? rest.slice(1) : [];
      return { within: folder, environment, options, args: words.slice(at + 1) };
    }
  }
  return null;
}

/** src/app.js, ./src/app and, for a folder, its index.js. */
const names = (word: string, path: string): boolean => {
  const named = normalize(word);
  const without = path.replace(/\.\w+$/, "");
  return (
    named === path ||
    named === without ||
    (basename(without) === "index" && named === dirname(path) && named !== ".")
  );
};

function scriptsIn(json: string): Record<string, unknown> {
  try {
    const { scripts } = JSON.parse(json) as { scripts?: Record<string, unknown> };
    return typeof scripts === "object" && scripts !== null ? scripts : {};
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return {}; // what npm can't read either
  }
}

/** The command of a script, for a file that may be another one than it names. */
const asScript = ({ environment, options, args }: Script, file: string): string =>
  [
    "exec",
    ...(environment.length > 0 ? ["env"] : []),
    ...[...environment, "node", ...options].map(quoted),
    file,
    ...args.map(quoted),
  ].join(" ");

/** Null: no script starts it. */
export function startJavaScript(path: string, sources: Sources): Start | null {
  const script = scriptFor(path, sources);
  if (script === null) return null;
  return { within: script.within, build: null, run: asScript(script, quoted(within(script.within, path))) };
}

const TYPESCRIPT = /\.m?ts$/i;

/** Null: it is one file, or all that it uses lies below it. `build`: the command that compiles a file. */
export function startTypeScript(
  path: string,
  sources: Sources,
  build: (file: string, source: string, options: string) => string,
): Start | null {
  const { files, text } = sources;
  const script = scriptFor(path, sources);
  const goesUp = files.some((file) => TYPESCRIPT.test(file) && /["']\.\.\//.test(text(file)));
  if (script === null && !goesUp) return null;
  const project = nearest(files, path, /^(package|tsconfig)\.json$/);
  const folder = script?.within ?? (project === null ? "." : dirname(project));
  const file = within(folder, path);
  const compiled = `${OUT}/${file.replace(/\.ts$/i, ".js").replace(/\.mts$/i, ".mjs")}`;
  const run = asScript(
    script ?? { within: folder, environment: [], options: [], args: [] },
    quoted(compiled),
  );
  return { within: folder, build: build(file, text(path), "--rootDir . "), run };
}
