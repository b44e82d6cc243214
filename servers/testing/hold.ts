// For the tests: a client that holds a server, in each way there is.

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { clientTo, get, type TestClient } from "./client.js";

export const holds = ["kept", "idle", "partial", "unread"] as const;
export type Hold = (typeof holds)[number];

/** A folder with a page and, as /large.bin, 64 MiB: more than all the buffers on the way. */
export function siteWithLargeFile(): { root: string } {
  const site = { root: "" };
  beforeAll(() => {
    site.root = mkdtempSync(join(tmpdir(), "antre-hold-"));
    writeFileSync(join(site.root, "index.html"), "<!doctype html>\n<title>Halo</title>\n");
    writeFileSync(join(site.root, "large.bin"), "");
    truncateSync(join(site.root, "large.bin"), 64 * 1024 * 1024);
  });
  afterAll(() => rmSync(site.root, { recursive: true, force: true }));
  return site;
}

/** Connects and holds the server in that way. */
export async function holder(port: number, hold: Hold): Promise<TestClient> {
  const client = await clientTo(port, { reading: hold !== "unread" });
  if (hold === "kept") {
    await client.send(get("/"));
    await client.answer();
  }
  if (hold === "partial") await client.send("GET / HTTP/1.1\r\nHost:");
  if (hold === "unread") await client.send(get("/large.bin"));
  return client;
}
