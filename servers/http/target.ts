// The request target in its four forms (RFC 9112 §3.2).

import { Refusal } from "./refusal.js";

const ABSOLUTE = /^https?:\/\/([^/?]*)([^?]*)/i;
const HOST = /^(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i;
const HOST_AND_PORT = /^[^:[\]]+:\d+$|^\[[^\]]*\]:\d+$/;

/** Is it what a Host field may say? It may be empty. */
export const isHost = (value: string): boolean => HOST.test(value);

/**
 * The path in a target, still percent-encoded, without the query. Throws Refusal when the target has no form that
 * goes with the method.
 */
export function pathOf(method: string, target: string): string {
  if (target.includes("#")) throw new Refusal(400, "target"); // a fragment stays with the client
  if (method === "CONNECT") {
    if (HOST_AND_PORT.test(target) && isHost(target)) return target;
  } else if (target.startsWith("/")) {
    const query = target.indexOf("?");
    return query < 0 ? target : target.slice(0, query);
  } else if (target === "*") {
    if (method === "OPTIONS") return target;
  } else {
    // As a proxy is asked; every server must understand it (§3.2.2). The host in it counts, not the one in Host.
    const [, host, path] = ABSOLUTE.exec(target) ?? [];
    if (host && !host.startsWith(":") && isHost(host)) return path || "/";
  }
  throw new Refusal(400, "target");
}
