// Where a request ends, and whether another one may follow it.

import { Refusal } from "./refusal.js";
import type { RequestLine, Version } from "./syntax.js";
import { isHost } from "./target.js";

/** Fields by their name in lower case. Several of one name are joined by ", " (RFC 9110 §5.3). */
export type Headers = ReadonlyMap<string, string>;

/** Throws Refusal unless the host is named as it must be (RFC 9112 §3.2): HTTP/1.0 did not know the field yet. */
export function checkHost(headers: Headers, version: Version): void {
  const host = headers.get("host");
  if (host === undefined && version === "1.1") throw new Refusal(400, "Host missing");
  // Two Host fields have been joined to "a, b", which is no host.
  if (host !== undefined && !isHost(host)) throw new Refusal(400, "Host invalid");
}

/**
 * How many bytes of body follow the head (RFC 9112 §6.3). Throws Refusal where that can be read in two ways: that is
 * how a request is smuggled past a proxy, inside the body of another one (§11.2).
 */
export function bodyLength(headers: Headers, version: Version): number {
  const length = headers.get("content-length");
  if (headers.has("transfer-encoding")) {
    if (length !== undefined) throw new Refusal(400, "Transfer-Encoding with Content-Length");
    if (version === "1.0") throw new Refusal(400, "Transfer-Encoding in HTTP/1.0");
    throw new Refusal(501, "Transfer-Encoding");
  }
  if (length === undefined) return 0;
  // Digits and nothing else: Number would also read "+5", "0x5", "5e3" and "". Two fields have been joined to "5, 5".
  if (!/^\d+$/.test(length)) throw new Refusal(400, "Content-Length");
  const bytes = Number(length);
  if (!Number.isSafeInteger(bytes)) throw new Refusal(400, "Content-Length");
  return bytes;
}

/**
 * May the connection stay open after this request (RFC 9112 §9.3)? HTTP/1.1 stays unless it says close; HTTP/1.0
 * closes unless it says keep-alive, or we were told to keep it open.
 */
export function persists(
  { method, version }: RequestLine,
  headers: Headers,
  body: number,
  keepOpen: boolean,
): boolean {
  const options = optionsOf(headers.get("connection"));
  if (options.includes("close")) return false;
  if (method === "CONNECT") return false; // what follows may be meant for the far end of the tunnel
  if (version === "1.0") return keepOpen || options.includes("keep-alive");
  // We answer at once, not "100 Continue": the client may send its body then or not, and we could not tell which.
  return !(body > 0 && optionsOf(headers.get("expect")).includes("100-continue"));
}

const optionsOf = (value = ""): string[] =>
  value
    .toLowerCase()
    .split(",")
    .map((option) => option.trim());
