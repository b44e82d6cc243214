// From what a person typed to a connection.

import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Endpoint } from "../client.js";
import { TcpClient } from "../tcp.js";

/** There is no connection; the code is the system's, ETIMEDOUT also when our own patience ended. */
export class ConnectError extends Error {
  readonly code: string;
  /** null: not even an address is known. */
  readonly endpoint: Endpoint | null;

  constructor(code: string, endpoint: Endpoint | null) {
    super(code);
    this.code = code;
    this.endpoint = endpoint;
  }
}

/** Connects to the first of the host's addresses that lets us. Throws ConnectError, for the last address that did not. */
export async function connect(host: string, port: number, timeoutMs: number): Promise<TcpClient> {
  let failure = new ConnectError("ENOTFOUND", null);
  for (const address of await addressesOf(host)) {
    const client = new TcpClient("keyboard", { address, port }).connect();
    await client.until(() => client.times.connectedMs !== null || client.ending !== null, timeoutMs);
    if (client.times.connectedMs !== null) return client;
    failure = new ConnectError(client.error ?? "ETIMEDOUT", client.endpoint);
    await client.destroy();
  }
  throw failure;
}

/** `localhost` is 127.0.0.1, where our servers listen: asked of the system it might be ::1. */
async function addressesOf(host: string): Promise<string[]> {
  if (host.toLowerCase() === "localhost") return ["127.0.0.1"];
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new ConnectError((error as NodeJS.ErrnoException).code ?? "ENOTFOUND", null);
  }
}

/** An endpoint as people write it, after the name that led to it. */
export function place(host: string, { address, port }: Endpoint): string {
  const there = `${address.includes(":") ? `[${address}]` : address}:${port}`;
  return host === address ? there : `${host} (${there})`;
}
