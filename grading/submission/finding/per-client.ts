// What a source says of a server that looks like an event loop from outside: goroutines and Java's virtual threads share
// the threads that the kernel knows. Pure: it reads no file.

import type { ModelName } from "../../../results/result.js";
import { strip } from "./strip.js";

export interface SourceText {
  path: string;
  text: string;
}

/** A model, and the statement that says so. */
export interface ToldBySource {
  model: ModelName;
  path: string;
  code: string;
}

interface Sign {
  model: ModelName;
  sign: RegExp;
}

/** By language: the first that is found, of signs that do not contradict each other. */
const SIGNS: Record<string, readonly Sign[]> = {
  Go: [
    // In the function that accepts, after it has accepted.
    {
      model: "thread-per-connection",
      sign: /\.Accept(?:TCP)?\s*\(\s*\)(?:(?!\nfunc\s)[\s\S]){0,2000}?(?<![\w.])(?=go\s+(?:func\b|[\w.]+\s*\())/g,
    },
    // net/http says so of itself: "a new service goroutine for each".
    { model: "thread-per-connection", sign: /\bhttp\.(?=(?:ListenAndServe(?:TLS)?|Serve)\s*\()/g },
    {
      model: "thread-pool",
      sign: /\bfor\s+(?:\w+\s*:=[^{;\n]*;[^{;\n]*;[^{;\n]*|range\s+\w+\s*)\{\s*(?:\w+\.Add\(1\)\s*)?(?=go\s)/g,
    },
  ],
  Java: [
    {
      model: "thread-per-connection",
      sign: /(?=\bThread\s*\.\s*(?:ofVirtual|startVirtualThread)\b|\bExecutors\s*\.\s*newVirtualThreadPerTaskExecutor\b)/g,
    },
    {
      model: "event-loop",
      sign: /(?=\bSelector\s*\.\s*open\s*\(|\bAsynchronousServerSocketChannel\s*\.\s*open\b)/g,
    },
  ],
};

/** Their own loops over many connections: who has both is for a human. */
const LOOPS: Record<string, RegExp> = { Go: /\b(?:unix|syscall)\.(?:Epoll\w+|Poll|Select|Kqueue|Kevent)\b/ };
const THREADS: Record<string, RegExp> = {
  Java: /\bnew\s+Thread\s*[({]|\bextends\s+Thread\b|\bExecutors?\s*\.\s*new\w+/,
};

const MOST_CODE = 80;
const MOST_TEXT = 50_000;

/** Null: nothing says it, or two things say different ones. */
export function toldBySource(sources: readonly SourceText[], language: string): ToldBySource | null {
  const found: ToldBySource[] = [];
  const codes = sources.map(({ path, text }) => ({
    path,
    code: strip(text, language).code.slice(0, MOST_TEXT),
  }));
  if (codes.some(({ code }) => LOOPS[language]?.test(code))) return null;
  for (const { model, sign } of SIGNS[language] ?? [])
    for (const { path, code } of codes)
      for (const match of code.matchAll(sign)) {
        const statement = code.slice(
          match.index + match[0].length,
          match.index + match[0].length + MOST_CODE,
        );
        found.push({ model, path, code: statement.split(/[\n{]/)[0]!.trim() });
      }
  const [first] = found;
  if (first === undefined) return null;
  const threads = first.model === "event-loop" && codes.some(({ code }) => THREADS[language]?.test(code));
  const isOne = language === "Go" || found.every(({ model }) => model === first.model);
  return threads || !isOne ? null : first;
}
