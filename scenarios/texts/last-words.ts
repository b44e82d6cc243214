// The end of what a program wrote, as a reader needs it: the error, and the line of the program that it came from.

/** Python 3.11 underlines the place of an error with such a line. */
const UNDERLINE = /^[\s~^]*$/;
const PYTHON_LINE = /^\s*File ".*", line \d+/;
const JAVA_ERROR = /^\s*(Exception in thread|Caused by:|[\w.$]+(Error|Exception)\b)/;
const STACK_LINE = /^\s+at /;
/** Go and Rust say what it was first; what they write last is how their threads were started. */
const GO_PANIC = /^(panic|fatal error): /;
const GO_STACK = /^goroutine \d+ .*\[/;
/** A line of the program, not of Go's own library. */
const GO_PLACE = /^\s+(?!\/usr\/|\S*\/sdk\/go)\S+\.go:\d+/;
const RUST_PANIC = /^thread '.*' .*panicked at /;

/** The last one or two lines that say something; empty: nothing was written. */
export function lastWords(output: readonly string[]): string[] {
  const lines = output.filter((line) => !UNDERLINE.test(line));
  const said = importantOf(lines) ?? lines.slice(-2);
  return said.map((line) => line.trim());
}

/** Where it happened and what it was, of a Python traceback; what it was and where, of a Java, JavaScript or Go stack. */
function importantOf(lines: readonly string[]): string[] | null {
  const place = lines.findLastIndex((line) => PYTHON_LINE.test(line));
  const error = lines.findIndex((line, at) => at > place && !/^\s/.test(line));
  if (place >= 0 && error >= 0) return [lines[place]!, lines[error]!];
  const panic = lines.findLastIndex((line) => GO_PANIC.test(line));
  const stack = lines.findIndex((line, at) => at > panic && GO_STACK.test(line));
  if (panic >= 0 && stack >= 0) {
    const own = lines.find((line, at) => at > stack && GO_PLACE.test(line));
    return own === undefined ? [lines[panic]!] : [lines[panic]!, own];
  }
  const rust = lines.findLastIndex((line) => RUST_PANIC.test(line));
  if (rust >= 0) return lines.slice(rust, rust + 2);
  const thrown = lines.findLastIndex(
    (line, at) => JAVA_ERROR.test(line) && STACK_LINE.test(lines[at + 1] ?? ""),
  );
  return thrown < 0 ? null : lines.slice(thrown, thrown + 2);
}
