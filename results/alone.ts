// A client that asked alone: what it got, in one sentence, of it and of all servers that gave the same.

import type { ClientResult, ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { label, list, time } from "./words.js";

/** "client 1 got 404 Not Found after 3.2 ms, and the connection stayed open." */
export function gotAlone(client: ClientResult, texts: Texts): string {
  const { missing, page, shows, empty, stayed, closed } = texts.alone;
  const who = texts.client(label(client.name));
  const after = time(client.firstByteMs ?? 0, texts);
  if (client.shown !== undefined) return (client.shown ? shows : empty)(who, after);
  const got = (client.status === 404 ? missing : page)(who, after);
  if (client.stayed === undefined) return `${got}.`;
  return `${got}${client.stayed ? stayed : closed}.`;
}

/** What the lone clients of all these servers got: a sentence for each thing that was got. */
export function gotEverywhere(servers: readonly ServerResult[], texts: Texts): string[] {
  const { missing, page, shows, empty } = texts.headline.alone;
  const said = new Map<(servers: string) => string, string[]>();
  for (const { name, clients } of servers) {
    const { shown, status = null } = clients.at(-1) ?? {};
    const got = shown === undefined ? (status === 404 ? missing : page) : shown ? shows : empty;
    said.set(got, [...(said.get(got) ?? []), label(name)]);
  }
  return [...said].map(([got, names]) => got(list(names, texts)));
}
