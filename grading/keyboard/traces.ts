// How runtimes print where an error came from: Java, Python, Node. That is not meant for a user. A client may print millions of
// characters, in one line or in as many, so each line is looked at once, and no pattern may begin anew at each character.

/** Where a trace begins in its first line, and the first line after it. */
interface Trace {
  column: number;
  next: number;
}

/** The trace that begins in this line; `lastPlace`: the last line that could be Node's `    at f (file)`. */
type Find = (lines: readonly string[], at: number, lastPlace: number) => Trace | null;

export function withoutTraces(text: string): string {
  const lines = text.split("\n");
  const lastPlace = lines.findLastIndex(isNodePlace);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const trace = FINDS.map((find) => find(lines, at, lastPlace)).find((one) => one !== null);
    kept.push(lines[at]!.slice(0, trace?.column));
    at = trace?.next ?? at + 1;
  }
  return kept.join("\n");
}

/** The first line from here on that is not such a one. */
function after(lines: readonly string[], from: number, isOne: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && isOne(lines[at]!)) at++;
  return at;
}

const isJavaPlace = (line = "") => /^\s+(?:at |\.\.\. \d+ more)/.test(line);
const JAVA_ERROR = /(?:Exception in thread "[^"]*" |Caused by: )?(?<![\w.])(?:[a-z_]\w*\.)+[A-Z]/;

const java: Find = (lines, at) => {
  if (!isJavaPlace(lines[at + 1])) return null;
  const column = lines[at]!.search(JAVA_ERROR);
  return column < 0 ? null : { column, next: after(lines, at + 1, isJavaPlace) };
};

const DURING = "During handling of the above exception";
const TRACEBACK = "Traceback (most recent call last):";
const isIndented = (line = "") => /^[ \t]/.test(line);
const isBlank = (line: string) => line.trim() === "";

/** Its last line, which says what happened, is not indented. */
const python: Find = (lines, at) => {
  const line = lines[at]!;
  const during = line.indexOf(DURING);
  const begins = during < 0 ? at : after(lines, at + 1, isBlank);
  if (!lines[begins]?.endsWith(TRACEBACK) || !isIndented(lines[begins + 1])) return null;
  const column = during < 0 ? line.length - TRACEBACK.length : during;
  return { column, next: after(lines, begins + 1, isIndented) + 1 };
};

const isNodePlace = (line: string) => line.startsWith("    at ");

/** The file and the line's number, the line, a mark under it, what happened, and the places. */
const node: Find = (lines, at, lastPlace) => {
  if (lastPlace < at + 3 || !/^\s*\^+$/.test(lines[at + 2] ?? "")) return null;
  const line = lines[at]!;
  const word = Math.max(line.lastIndexOf(" "), line.lastIndexOf("\t")) + 1;
  const column = word + line.slice(word).search(/node:|file:|\//);
  if (column < word || !/^(?:node:|file:|\/)\S+:\d+$/.test(line.slice(column))) return null;
  const places = after(lines, at + 3, (one) => !isNodePlace(one));
  return { column, next: after(lines, places, isNodePlace) };
};

const FINDS: readonly Find[] = [java, python, node];
