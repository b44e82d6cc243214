// A client on a very slow line: it sends its request a byte a second, or takes its answer a byte a second.

import type { Endpoint } from "./client.js";
import { get, TcpClient } from "./tcp.js";

const EVERY_MS = 1000;

export class SlowClient {
  /** The connection, as it can be watched. */
  readonly client: TcpClient;
  readonly #request: string;
  readonly #slow: "sends" | "reads";
  #sent = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(endpoint: Endpoint, path: string, slow: "sends" | "reads") {
    this.client = new TcpClient(`client that ${slow} slowly`, endpoint, { keepBody: false });
    this.#request = get(path, endpoint);
    this.#slow = slow;
  }

  /** Connects and begins. Resolves when the first byte, or the whole request of one who reads slowly, is on its way. */
  async begin(withinMs: number): Promise<void> {
    const { client } = this;
    if (this.#slow === "sends") client.connect();
    else client.connect({ reading: "by the byte" });
    await client.until(() => client.times.connectedMs !== null || client.ending !== null, withinMs);
    if (client.ending !== null) return;
    if (this.#slow === "sends") await this.#sendOne();
    else await client.send(this.#request);
    this.#timer = setInterval(() => {
      if (client.ending !== null) return;
      if (this.#slow === "sends") void this.#sendOne();
      else client.takeOne();
    }, EVERY_MS);
  }

  /** Leaves, and has done with it. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.client.destroy();
  }

  /** The last byte never comes: a minute is longer than anybody measures. */
  async #sendOne(): Promise<void> {
    const byte = this.#request[this.#sent++];
    if (byte !== undefined && this.#sent < this.#request.length) await this.client.send(byte);
  }
}
