// A line for the system's shell in which the server takes the shell's place, so that the shell is not counted among its processes.

/** A command's words, quoted or not, as far as the end of the command can be seen without being a shell. */
const COMMAND = String.raw`(?:[^;&|()"'\`\\\n]|"[^"\`\\\n]*"|'[^'\n]*')+`;
/** Some commands, each of which must succeed, and the last one, which does not begin anew at each of the blanks before it. */
const CHAIN = new RegExp(`^((?:${COMMAND}&&)*)\\s*(?=\\S)(${COMMAND})$`);
/** Variables that are set for it, and the program with its words. */
const PROGRAM = /^((?:\w+=(?:[^\s"']|"[^"]*"|'[^']*')*\s+)*)([^\s=]+(?:\s.*)?)$/;
/** What only a shell can do. */
const SHELLS_OWN =
  /^(?:exec|eval|command|source|cd|export|set|unset|read|test|echo|printf|exit|trap|wait|ulimit|umask|time|if|while|until|for|case|\.|!|\[|\{)(?:\s|$)/;

/** `cd FOLDER && python3 server.py` with exec before the last command; a line that is more than that stays as it is. */
export function withExec(line: string): string {
  const [, before, last] = CHAIN.exec(line) ?? [];
  const [, variables, program] = PROGRAM.exec(last ?? "") ?? [];
  if (program === undefined || SHELLS_OWN.test(program)) return line;
  return `${before ? `${before} ` : ""}${variables}exec ${program}`;
}
