// An answer as it is shown.

import type { Colour, Ink } from "../../results/ink.js";
import { clean } from "../../results/words.js";
import type { Response } from "../response.js";
import type { Texts } from "../texts/texts.js";
import { cleanLines, readBody } from "./body.js";

const MAX_BEGINNING = 400;

/** The answer in lines: the status line and the fields as they were sent, and the body or, if it is not fit to be shown, what it is. */
export function showResponse(response: Response, count: (n: number) => string, say: Texts, ink: Ink): string {
  const [statusLine, ...fields] = response.head;
  const head = [
    ink(colourOf(response.status), clean(statusLine!)),
    ...fields.map((field) => {
      const [, name, value] = /^([^:]*:)(.*)$/s.exec(clean(field)) ?? [];
      return name === undefined ? clean(field) : `${ink("cyan", name)}${value}`;
    }),
  ];
  if (response.bytes === 0) return `${head.join("\n")}\n`;
  const { text, lines, short } = readBody(response);
  const type = clean(response.headers.get("content-type") ?? "").split(";")[0] || say.unknownType;
  const body =
    text !== null && short
      ? cleanLines(text).replace(/\n$/, "")
      : say.summary(type, lines === null ? null : count(lines), say.bytes(count(response.bytes)));
  return `${head.join("\n")}\n\n${body}\n`;
}

/** The beginning of something that is not HTTP. */
export function showBeginning(bytes: Buffer): string {
  const beginning = cleanLines(bytes.subarray(0, MAX_BEGINNING).toString("utf8")).trimEnd();
  return `${beginning}${bytes.length > MAX_BEGINNING ? "..." : ""}\n`;
}

function colourOf(status: number): Colour {
  if (status < 300) return "green";
  return status < 400 ? "yellow" : "red";
}
