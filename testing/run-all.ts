// Commands that end by themselves, one after the other in one process: most of a start is that of Node.js.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

export interface Said {
  status: number;
  out: string;
  err: string;
}

/** Runs each program of ours with its arguments, as if nothing were said about the language outside them. */
export async function runAll(commands: (readonly [program: string, ...args: string[]])[]): Promise<Said[]> {
  const mark = "\0";
  const urls = commands.map(([program, ...args]) => [pathToFileURL(program).href, ...args]);
  const script = `
    for (const name of ["LC_ALL", "LC_MESSAGES", "LANG"]) delete process.env[name];
    for (const [at, [url, ...args]] of ${JSON.stringify(urls)}.entries()) {
      process.argv.splice(2, Infinity, ...args);
      process.exitCode = 0;
      await import(url + "?" + at);
      process.stdout.write(process.exitCode + ${JSON.stringify(mark)});
      process.stderr.write(${JSON.stringify(mark)});
    }
    process.exitCode = 0;`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, "x"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  const [records, errors] = [out.split(mark), err.split(mark)];
  if (status !== 0 || records.length !== commands.length + 1) {
    throw new Error(`not all commands came to their end (status ${status}): ${err}`);
  }
  return commands.map((_, at) => {
    const [, said, code] = /^(.*?)(\d+)$/s.exec(records[at]!)!;
    return { status: Number(code), out: said!, err: errors[at]! };
  });
}
