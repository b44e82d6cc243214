// For the tests: a site in a temporary folder, and a client that sends pieces and keeps what comes back.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openSite, Session, type Site } from "./session.js";

/** An empty folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "antre-http-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A site with an index.html that says "hello". */
export function smallSite(keepOpen = false): Site {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "index.html"), "hello");
  return openSite(folder, { keepOpen });
}

export interface Exchange {
  /** What was answered, byte for byte a character, without the Date fields. */
  text: string;
  statuses: number[];
  log: string[];
  ended: boolean;
  lingering: boolean;
}

/** Sends the pieces one after another to a new session. */
export function exchange(site: Site, ...pieces: (string | Uint8Array)[]): Exchange {
  const log: string[] = [];
  const session = new Session(site, {
    asked: ({ method, target, version }, status) =>
      log.push(`asked ${method} ${target} HTTP/${version} ${status}`),
    refused: (status, reason) => log.push(`refused ${status} ${reason}`),
    left: (how) => log.push(`left ${how}`),
  });
  let text = "";
  for (const piece of pieces) {
    for (const bytes of session.receive(Buffer.from(piece as string, "latin1")))
      text += bytes.toString("latin1");
  }
  text = text.replace(/Date: [^\r]*\r\n/g, "");
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
  return { text, statuses, log, ended: session.ended, lingering: session.lingering };
}
