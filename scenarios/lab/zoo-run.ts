// The zoo's servers that this machine has, ready to be started.

import { existsSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import type { ServerProgram } from "../servers.js";
import { commandOf, prepareSite, type ZooServer, zoo } from "../zoo/zoo.js";

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
  for (const server of zoo.filter(isInstalled)) {
    const own = join(folder, `${programs.length}`);
    await mkdir(own);
    const port = await freePort();
    programs.push({
      name: server.name,
      command: await commandOf(server, { port, site, folder: own }),
      model: server.model,
      ...(server.size !== undefined && { size: server.size }),
      ...(server.accept && { accept: server.accept }),
      source: null,
      port: server.port === "given" ? port : null,
    });
  }
  return { programs, largePath: "/large.bin" };
}

function isInstalled({ needs: { program } }: ZooServer): boolean {
  if (isAbsolute(program)) return existsSync(program);
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
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
