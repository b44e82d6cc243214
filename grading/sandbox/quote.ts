// Words for /bin/sh.

/** One word that the shell takes as it stands. */
export const quoted = (word: string): string =>
  /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A command that is typed these lines at its start, and nothing after them. */
export const typing = (lines: readonly string[], command: string): string =>
  lines.length === 0
    ? command
    : `printf '%s\\n' ${lines.map(quoted).join(" ")} | ${command.replace(/^exec /, "")}`;

/** A command line for /bin/sh of words that mean only themselves. */
export const commandLine = (words: readonly string[]): string => words.map(quoted).join(" ");
