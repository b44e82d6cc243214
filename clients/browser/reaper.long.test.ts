import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findBrowsers } from "./find.js";
import { marked } from "./testing/processes.js";

// Its own process, which is to be killed: it says which profile its browser has, and waits.
const program = (path: string, kind: string) => `
  import { BrowserClient } from "${new URL("../../dist/clients/browser/browser.js", import.meta.url)}";
  const browser = { name: "any", kind: "${kind}", path: "${path}" };
  const client = new BrowserClient("client", { address: "127.0.0.1", port: 1 }, browser, { env: { ANTRE_TEST: process.argv[1] } });
  await client.prepare();
  console.log(client.profile);
  setInterval(() => {}, 1000);
`;

describe.runIf(process.platform === "linux").each([
  ["chrome", "chromium"],
  ["firefox", "firefox"],
])("a browser of the kind %s", (kind, tag) => {
  test("ends when we are killed, and its profile goes", { tags: [tag] }, async () => {
    const { path } = findBrowsers().find((browser) => browser.kind === kind)!;
    const mark = randomUUID();
    const us = spawn(process.execPath, ["--input-type=module", "-e", program(path, kind), mark], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(us.stdout.setEncoding("utf8"), "data");
    const profile = String(said).trim();
    expect(existsSync(profile)).toBe(true);
    expect(marked(`ANTRE_TEST=${mark}`)).not.toEqual([]);
    us.kill("SIGKILL");
    const soon = { interval: 20, timeout: 10_000 };
    await expect.poll(() => marked(`ANTRE_TEST=${mark}`), soon).toEqual([]);
    await expect.poll(() => existsSync(profile), soon).toBe(false);
  });
});
