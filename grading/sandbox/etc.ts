// The few files of /etc that a sandbox has of its own.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes them into a folder. Answers their names and paths. */
export function writeEtc(folder: string, uid: number): Record<string, string> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const files = {
    passwd: `root:x:0:0:root:/:/bin/sh\nstudent:x:${uid}:${uid}:student:/home/student:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n`,
    group: `root:x:0:\nstudent:x:${uid}:\nnogroup:x:65534:\n`,
    // Many servers bind to the address of their host's name.
    hosts: "127.0.0.1 localhost antre\n::1 localhost ip6-localhost\n",
    hostname: "antre\n",
    "resolv.conf": "",
  };
  const paths: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    paths[name] = join(folder, name);
    writeFileSync(paths[name], text, { mode: 0o644 });
  }
  return paths;
}
