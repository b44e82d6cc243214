// The zoo's servers that this machine has, ready to be started.

import { rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probe } from "../../cli/probe.js";
import type { ServerProgram } from "../servers.js";
import { commandOf, prepareSite, zoo } from "../zoo/zoo.js";

export interface Zoo {
  programs: ServerProgram[];
  /** The path of the large file on every server. */
  largePath: string;
}

/** Makes a site and the servers' configurations in a folder of its own, which is removed when this process ends. Servers that are not installed are left out. */
export async function openZoo(): Promise<Zoo> {
  const folder = await mkdtemp(join(tmpdir(), "antre-zoo-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true })); // at Ctrl-C, too
  await chmod(folder, 0o755); // a server that gives up root must be able to come in
  const site = join(folder, "site");
  await prepareSite(site);
  const programs: ServerProgram[] = [];
  const needs = [...new Set(zoo.flatMap(({ needs }) => needs ?? []))];
  const found = new Map(await Promise.all(needs.map(async (name) => [name, await probe(name)] as const)));
  for (const server of zoo) {
    const { state = "ok", path } = (server.needs && found.get(server.needs)) ?? {};
    if (state !== "ok") continue;
    const program = path ?? process.execPath;
    const own = join(folder, `${programs.length}`);
    await mkdir(own);
    const port = await freePort();
    programs.push({
      name: server.name,
      command: await commandOf(server, { port, site, folder: own, program }),
      model: server.model,
      ...(server.size !== undefined && { size: server.size }),
      ...(server.accept && { accept: server.accept }),
      source: null,
      port: server.port === "given" ? port : null,
    });
  }
  return { programs, largePath: "/large.bin" };
}

/** A port that nobody has now. Another program might take it before its server does, which then says so. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
