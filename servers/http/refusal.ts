// A message that can't be served as it stands.

/** Why a message is refused, in a few words of English. */
export const reasons = {
  TLS: "it speaks HTTPS (TLS), but this server speaks plain HTTP",
  "request line": "the first line is no HTTP request",
  method: "no such method",
  "method too long": "the method is too long",
  "HTTP version": "no such version of HTTP",
  "HTTP/0.9": "HTTP/0.9 is not spoken here",
  target: "the target is malformed",
  "target too long": "the target is too long",
  "percent-encoding": "the percent-encoding in the target is wrong",
  "bare LF": "a line ends with LF alone instead of CR LF",
  "bare CR": "a line has a CR in the middle",
  "control character": "a line has a control character",
  "empty lines": "too many empty lines before the request",
  "folded line": "a field goes on in the next line",
  "field without colon": "a field has no colon",
  "empty field name": "a field has no name",
  "field name": "a field's name is malformed",
  "space before colon": "a field has a space before its colon",
  "fields too large": "the fields are too large",
  "too many fields": "too many fields",
  "Host missing": "the Host field is missing",
  "Host invalid": "the Host field is malformed",
  "Content-Length": "the Content-Length field is malformed",
  "Transfer-Encoding": "Transfer-Encoding is not understood here",
  "Transfer-Encoding with Content-Length": "both Transfer-Encoding and Content-Length",
  "Transfer-Encoding in HTTP/1.0": "Transfer-Encoding in HTTP/1.0",
};
export type Reason = keyof typeof reasons;

/**
 * Says which status to answer and, in a few words, why. The connection closes after it: where a malformed message
 * ends, and the next one begins, nobody knows (RFC 9112 §2.2, §6.3).
 */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: Reason;

  constructor(status: number, reason: Reason) {
    super(`${status} ${reason}`);
    this.status = status;
    this.reason = reason;
  }
}
