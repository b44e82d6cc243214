// What a server gives that is no HTTP answer. It costs the page, and yet it tells who was served and who had to wait.

import type { Client } from "../../../clients/client.js";
import { ENDED_WITHIN_HEAD } from "../../../clients/response.js";
import type { RawReply } from "../../../results/result.js";

/** What kind of reply a client has that got no whole HTTP answer; null: it got one, or nothing, or is a browser. */
export function rawReplyOf({
  answer,
  received,
  ending,
}: Pick<Client, "answer" | "received" | "ending">): RawReply | null {
  if (received === undefined) return null;
  if (received === 0) return ending === "server" ? "closed" : null;
  if (answer === null || answer.broken === ENDED_WITHIN_HEAD) return "no-empty-line";
  if (answer.status === 0) return "no-status-line";
  const whole = answer.broken === null && (answer.complete || answer.openEnded === true);
  return whole ? null : "not-whole";
}
