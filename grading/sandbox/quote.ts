// Words for /bin/sh.

/** One word that the shell takes as it stands. */
export const quoted = (word: string): string =>
  /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A command line for /bin/sh of words that mean only themselves. */
export const commandLine = (words: readonly string[]): string => words.map(quoted).join(" ");
