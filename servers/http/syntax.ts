// One line of a request's head at a time: what it says, or why it is malformed (RFC 9112 §3, §5).

import { type Reason, Refusal } from "./refusal.js";

export type Version = "1.0" | "1.1";

export interface RequestLine {
  method: string;
  target: string;
  version: Version;
}

const MAX_TARGET = 8000; // the least that RFC 9112 §3 wants everyone to take

const REQUEST_LINE = /^([!#$%&'*+.^_`|~\w-]+) ([!-~]+) HTTP\/(\d)\.(\d)$/;
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
/** Neither a tab, nor visible, nor above ASCII (obs-text). */
const CONTROL = /[^\t -~\x80-\xff]/;

/**
 * Takes the CR off a line. A line feed alone may be taken for a line's end (§2.2), but not everybody does, and two
 * servers in a row that disagree on where a request ends can be made to see different requests.
 */
export function withoutCr(line: string): string {
  if (!line.endsWith("\r")) throw new Refusal(400, "bare LF");
  const text = line.slice(0, -1);
  if (CONTROL.test(text)) throw new Refusal(400, text.includes("\r") ? "bare CR" : "control character");
  return text;
}

/** Reads `GET /page HTTP/1.1`: one space, not more, between the parts. Throws Refusal. */
export function readRequestLine(text: string): RequestLine {
  const parts = REQUEST_LINE.exec(text);
  if (parts === null) throw new Refusal(400, faultOf(text));
  const [, method, target, major, minor] = parts;
  if (major !== "1") throw new Refusal(505, "HTTP version");
  if (target!.length > MAX_TARGET) throw new Refusal(414, "target too long");
  // A minor version of the future speaks to us as to the highest that we know (RFC 9110 §2.5).
  return { method: method!, target: target!, version: minor === "0" ? "1.0" : "1.1" };
}

function faultOf(text: string): Reason {
  if (!TOKEN.test(text.split(" ", 1)[0]!)) return "method";
  if (/^[!-~]+ [!-~]+$/.test(text)) return "HTTP/0.9";
  return /^[!-~]+ [!-~]+ http[!-~]*$/i.test(text) ? "HTTP version" : "request line";
}

/** What to say to a request line of which only the start has come, when no more of it is wanted. */
export function refuseLongLine(start: string): Refusal {
  const method = start.split(" ", 1)[0]!;
  if (!TOKEN.test(method)) return new Refusal(400, "method");
  return method.length < start.length
    ? new Refusal(414, "target too long")
    : new Refusal(501, "method too long"); // RFC 9112 §3
}

/** Reads `Name: value` into the name in lower case and the value without the blanks around it. Throws Refusal. */
export function readField(text: string): [name: string, value: string] {
  const colon = text.indexOf(":");
  const name = text.slice(0, Math.max(colon, 0));
  if (!TOKEN.test(name)) throw new Refusal(400, fieldFault(text, colon, name));
  let start = colon + 1;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
  return [name.toLowerCase(), text.slice(start, end)];
}

function fieldFault(text: string, colon: number, name: string): Reason {
  if (isBlank(text.charCodeAt(0))) return "folded line"; // §5.2
  if (colon < 0) return "field without colon";
  if (colon === 0) return "empty field name";
  return isBlank(name.charCodeAt(name.length - 1)) ? "space before colon" : "field name"; // §5.1
}

/** Space or tab: String.trim would also take the no-break space, which is a byte like any other here. */
const isBlank = (code: number): boolean => code === 32 || code === 9;
