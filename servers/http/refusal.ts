// A message that can't be served as it stands.

/**
 * Says which status to answer and, in a few words, why. The connection closes after it: where a malformed message
 * ends, and the next one begins, nobody knows (RFC 9112 §2.2, §6.3).
 */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string) {
    super(`${status} ${reason}`);
    this.status = status;
    this.reason = reason;
  }
}
