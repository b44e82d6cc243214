// How a program is started: the words after its command, and for a client what is typed where it asks.

/** What only a start knows, as it stands in a form, in antre.yaml, in the rubric. */
export const MARK = /\{(host|port|file|path|url|folder|threads)\}/g;

export interface Form {
  /** The words after the command; marks in them stand for what only a start knows. */
  words: readonly string[];
  /** What is typed where a page is asked for, with the same marks. */
  typed: "{file}" | "{path}" | "{url}";
  /** What is asked for stands on the command line: each start asks for that. */
  given: boolean;
  /** What a server is typed at its start, a line each, with the same marks; none: nothing. */
  lines?: readonly string[];
}

/** What the marks stand for. `file`: a name without a / in front. */
export interface Values {
  host: string;
  port: number;
  file: string;
}

/** What a server is told: its own folder, in which its pages are, and as many threads as the checks have clients. */
const SERVER_FOLDER = ".";
const SERVER_THREADS = 10;

const ASKED = /\{(file|path|url)\}/;
export const givesFile = (text: string): boolean => ASKED.test(text);

/** `command`: that of the program, which may have marks itself. */
export const formOf = (words: readonly string[], command = "", typed: Form["typed"] = "{file}"): Form => ({
  words,
  typed,
  given: [command, ...words].some(givesFile),
});

/** As the assignment says: client HOST PORT, and then it asks. */
export const USUAL: Form = formOf(["{host}", "{port}"]);

/** A text with its marks filled in. */
export function filled(text: string, { host, port, file }: Values, quote = (word: string) => word): string {
  const values: Record<string, string> = {
    host,
    port: `${port}`,
    file,
    path: `/${file}`,
    url: `http://${host}:${port}/${file}`,
    folder: SERVER_FOLDER,
    threads: `${SERVER_THREADS}`,
  };
  return text.replaceAll(MARK, (_, name: string) => quote(values[name]!));
}

/** As a usage line says it: HOST PORT FILE. */
export const shown = ({ words }: Pick<Form, "words">): string =>
  words
    .map((word) =>
      word
        .replaceAll("{path}", "/FILE")
        .replaceAll("{url}", "http://HOST:PORT/FILE")
        .replaceAll(MARK, (_, name: string) => name.toUpperCase()),
    )
    .join(" ");

export const same = (one: Form, other: Form): boolean =>
  one.typed === other.typed &&
  (one.lines ?? []).join("\0") === (other.lines ?? []).join("\0") &&
  one.words.join("\0") === other.words.join("\0");
