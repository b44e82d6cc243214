// Things worth knowing, each with its remedy; a note that several servers share is said once.

import type { Result } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { clean, label, list } from "./words.js";

/** A remark and the servers that it is about. */
export interface Remark {
  servers: string;
  text: string;
}

/** The notes of all servers, and why something could not be tried. The figure `trials` need not be given with a note: the server has it. */
export function remarks(result: Result, texts: Texts): Remark[] {
  const servers = new Map<string, string[]>();
  const about = (name: string, text: string) =>
    servers.set(text, [...new Set(servers.get(text)).add(label(name))]);
  for (const { server, why } of [...(result.observations ?? []), ...(result.loadObservations ?? [])])
    if (why !== undefined) about(server, `${texts.untried}: ${clean(why).replace(/\.$/, "")}.`);
  for (const server of result.servers) {
    for (const note of server.notes) {
      const figures: Record<string, string | number> = { trials: server.trials, ...note.values };
      const text = texts.notes[note.key]((name) => clean(String(figures[name] ?? "?")));
      about(server.name, text);
    }
  }
  return [...servers].map(([text, names]) => ({ servers: list(names, texts), text }));
}
