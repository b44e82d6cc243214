// The names by which the three programs are found: as the assignment says, and as students write them.

import { basename, dirname, extname } from "node:path";
import type { Role } from "../grade.js";
import { languageOf } from "./languages.js";

/** Names without case, dashes, underscores, dots and spaces. The first pattern that matches anything decides. */
const NAMES: Record<Role, readonly RegExp[]> = {
  single: [
    /^serversingle$/,
    /^(singleserver|single|(webserver|tcpserver|server)?single(thread(ed)?)?(server)?|server(http|tcp|web)?single(thread(ed)?)?)\d?$/,
  ],
  multi: [
    /^servermulti$/,
    /^(multiserver|multi|(webserver|tcpserver|server)?(multi(ple)?(thread(s|ed|ing)?|client(s)?)?|threaded|thread(s)?)(server)?|server(http|tcp|web)?multi(ple)?(thread(s|ed|ing)?|client(s)?)?)\d?$/,
  ],
  client: [
    /^client$/,
    /^(klien|(tcp|http|web|socket|my)client|client(tcp|http|web|socket)|client(main|program))\d?$/,
  ],
};

/** What a program may be called in a folder that has the name: single/server.py. */
const MAIN: Record<Role, RegExp> = {
  single: /^(server|main|app|index|webserver)$/,
  multi: /^(server|main|app|index|webserver)$/,
  client: /^(client|main|app|index)$/,
};

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_.\s]/g, "");

/** The programs that could be this one: those whose names fit best, and of them those that lie least deep. */
export function candidates(role: Role, files: readonly string[]): string[] {
  const programs = files.filter((file) => languageOf(file) !== undefined);
  const stem = (file: string) => plain(basename(file, extname(file)));
  const byName = NAMES[role].map((pattern) => programs.filter((file) => pattern.test(stem(file))));
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
