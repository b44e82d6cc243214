// The page that the bench asks for: 2.7 KB, as web pages are.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const path = "/index.html";
export const page = `<!doctype html>\n<title>Antre</title>\n<p>${"Who waits for whom? ".repeat(133)}\n`;

/** A folder for the bench alone, which goes when the bench ends; the page is in its subfolder. */
export const folder = mkdtempSync(join(tmpdir(), "antre-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
chmodSync(folder, 0o755); // nginx gives up root, and must still be able to come in
export const site = join(folder, "site");
mkdirSync(site);
writeFileSync(join(site, "index.html"), page);
