import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { openKernel } from "./index.js";

test("importing the door loads nothing; it opens here, and knows this process and its port", async () => {
  const loaded = () =>
    Object.keys(createRequire(import.meta.url).cache).some((file) => /[\\/]koffi[\\/]/.test(file));
  expect(loaded()).toBe(false);
  const kernel = openKernel();
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  try {
    expect(kernel.canSeeConnections).toBe(process.platform === "linux");
    expect(kernel.tree(process.pid)[0]).toBe(process.pid);
    expect(kernel.counts([process.pid]).processes).toBe(1);
    const ports = kernel.listeningPorts([process.pid]);
    if (ports !== null) expect(ports).toContainEqual({ address: "127.0.0.1", port, pid: process.pid });
    if (process.platform === "linux") expect(ports).not.toBeNull();
  } finally {
    kernel.close();
    server.close();
  }
});
