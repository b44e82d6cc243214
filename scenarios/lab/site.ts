// The site that our own servers serve where a large file is needed: the sample page, and a file larger than every buffer.

import { copyFileSync, existsSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Linux lets the buffers of one connection grow to some 10 MiB; this file is sparse and takes no room on the disk. */
const LARGE_BYTES = 64 * 2 ** 20;

/** Makes the site, once, beside the built program. Answers its folder, without a separator at its end: on Windows that would escape a quote. */
export function siteWithLargeFile(): string {
  const folder = fileURLToPath(new URL("../../site", import.meta.url));
  const large = join(folder, "large");
  if (!existsSync(large)) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(new URL("../../../servers/site/index.html", import.meta.url), join(folder, "index.html"));
    writeFileSync(large, "");
    truncateSync(large, LARGE_BYTES);
  }
  return folder;
}
