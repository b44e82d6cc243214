// The lines that decide how clients are served. Servers that run the same lines share one listing, which says who runs them.

import type { Result, ServerResult } from "./result.js";
import { modelKind } from "./story.js";
import type { Cause, Texts } from "./texts/texts.js";
import { clean, label } from "./words.js";

export interface Listing {
  /** The servers that have these lines, each with its file; and who runs them, where that decides. */
  owners: { name: string; file: string; runs: string | null }[];
  /** A line that no other listing has is marked. */
  lines: { text: string; marked: boolean }[];
}

type WithCode = ServerResult & { code: NonNullable<ServerResult["code"]> };

/** The listings of a run. None where nothing in them decides: one client is alone at each server, or all run the same lines in the same way. */
export function listings({ servers }: Result, texts: Texts): Listing[] {
  const shown = servers.filter((server): server is WithCode => server.code !== undefined);
  if (shown.every(({ clients }) => clients.length === 1)) return [];
  const groups = new Map<string, WithCode[]>();
  for (const server of shown) {
    const text = linesOf(server).join("\n");
    groups.set(text, [...(groups.get(text) ?? []), server]);
  }
  const ways = new Set(shown.map(({ model }) => modelKind(model)));
  if (groups.size === 1 && ways.size === 1 && shown.length > 1) return [];
  return [...groups.values()].map((owners) => {
    const others = shown.filter((server) => !owners.includes(server)).flatMap(linesOf);
    const elsewhere = new Set(others.map((line) => line.trim()));
    return {
      owners: owners.map((server) => owner(server, texts)),
      lines: linesOf(owners[0]!).map((text) => ({
        text,
        marked: groups.size > 1 && text.trim() !== "" && !elsewhere.has(text.trim()),
      })),
    };
  });
}

const linesOf = ({ code }: WithCode): string[] => code.text.trimEnd().split("\n");

function owner({ name, model, modelSize, code }: WithCode, texts: Texts): Listing["owners"][number] {
  const { iterative, pool, prefork } = texts.page.runs;
  const count = modelSize === undefined ? null : String(modelSize);
  const runs: Partial<Record<Cause, string>> = { iterative, pool: pool(count), prefork: prefork(count) };
  return { name: label(name), file: clean(code.file), runs: runs[modelKind(model)] ?? null };
}
