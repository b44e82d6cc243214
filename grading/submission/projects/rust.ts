// Rust with Cargo: it says itself which program it has made of which source.

import { dirname } from "node:path/posix";
import { made, nearest, OUT, type Sources, type Start, within } from "./project.js";

/** Null: it is built without Cargo. */
export function startRust(path: string, { files }: Sources): Start | null {
  const manifest = nearest(files, path, /^Cargo\.toml$/);
  if (manifest === null) return null;
  const folder = dirname(manifest);
  const source = within(folder, path).replaceAll(/[.*[\]^$\\|]/g, "\\$&");
  const program = `sed -n 's|.*"src_path":"[^"]*/${source}".*"executable":"\\([^"]*\\)".*|\\1|p'`;
  const said = `${OUT}/cargo.json`;
  return {
    within: folder,
    build: `mkdir -p ${OUT} && cargo build --offline --target-dir ${OUT}/target --message-format=json-render-diagnostics >${said} && cp "$(${program} ${said} | tail -n 1)" ${made(path)} && rm -rf ${OUT}/target`,
    run: `exec ${made(path)}`,
  };
}
