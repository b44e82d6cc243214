// The names by which the three programs are found: as the assignment says, and as students write them.

import { basename, dirname, extname } from "node:path";
import type { Role } from "../grade.js";
import { languageOf } from "./languages.js";

const THREADS = "thread(s|ed|ing)?";
const CLIENTS = "clients?";
const KIND = "(http|tcp|web|socket)?";
const whole = (...names: string[]) => new RegExp(`^(${names.join("|")})\\d?$`);

/** Names without case, dashes, underscores, dots and spaces. The first pattern that matches anything decides. */
const NAMES: Record<Role, readonly RegExp[]> = {
  single: [
    /^serversingle$/,
    whole(`(${KIND}server)?single(${THREADS})?(server)?`, `server${KIND}single(${THREADS})?`),
  ],
  multi: [
    /^servermulti$/,
    whole(
      `(${KIND}server)?(multi(ple)?(${THREADS}|${CLIENTS})?|${THREADS})(server)?`,
      `server${KIND}multi(ple)?(${THREADS}(server)?|${CLIENTS})?`,
    ),
  ],
  client: [/^client$/, whole("klien", `${KIND}client`, "myclient", `client${KIND}`, "client(main|program)")],
};

/** What a program may be called in a folder that has the name: single/server.py. */
const MAIN: Record<Role, RegExp> = {
  single: /^(server|main|app|index|webserver)$/,
  multi: /^(server|main|app|index|webserver)$/,
  client: /^(client|main|app|index)$/,
};

/** What a system adds to a copy, and a student's number, before or after the name. A port has fewer digits. */
const MARKS = [
  /^(copy of|salinan( dari)?)\s+/i,
  /^\d{5,}[-_.\s]+/,
  /[-_.\s]*\(\d+\)$/,
  /[-_.\s]+\(?(copy|salinan)\)?(\s+\(?\d+\)?)?$/i,
  /[-_.\s]+\d{5,}$/,
];

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_.\s]/g, "");
const unmarked = (name: string) => MARKS.reduce((rest, mark) => rest.replace(mark, ""), name.trim());

/** The programs that could be this one: those whose names fit best, and of them those that lie least deep. */
export function candidates(role: Role, files: readonly string[]): string[] {
  const programs = files.filter((file) => languageOf(file) !== undefined);
  const name = (file: string) => basename(file, extname(file));
  const stem = (file: string) => plain(unmarked(name(file)));
  const named = (nameOf: (file: string) => string) =>
    NAMES[role].map((pattern) => programs.filter((file) => pattern.test(nameOf(file))));
  // A name without marks goes before one with them.
  const byName = [...named((file) => plain(name(file))), ...named(stem)];
  const byFolder = programs.filter(
    (file) =>
      NAMES[role].some((pattern) => pattern.test(plain(basename(dirname(file))))) &&
      MAIN[role].test(stem(file)),
  );
  const fitting = [...byName, byFolder].find((some) => some.length > 0) ?? [];
  const depth = (file: string) => file.split("/").length;
  const least = Math.min(...fitting.map(depth));
  return fitting.filter((file) => depth(file) === least);
}

/** Every file that could be a program at all, for the sentence that says what was seen. */
export const programsAmong = (files: readonly string[]): string[] =>
  files.filter((file) => languageOf(file) !== undefined);
