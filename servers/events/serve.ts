// Serving one connection without blocking: line by line what service.ts does, with an `await` wherever that one blocks.

import { Session } from "../http/session.js";
import type { Service } from "../service.js";
import { SocketError } from "../sockets/error.js";
import type { Connection } from "./tcp.js";

/** Serves one client until it leaves. Whatever it sends or does, only its own connection ends: this never rejects. */
export async function serve(connection: Connection, { site, log }: Service): Promise<void> {
  const client = log.client(connection.peer);
  client.connected();
  try {
    const session = new Session(site, client);
    while (!session.ended) {
      const bytes = await connection.receive();
      if (bytes.length === 0) {
        client.left(session.leaving);
        break;
      }
      for (const part of session.receive(bytes)) {
        if (!connection.send(part)) await connection.sent();
      }
    }
    if (session.ended) await connection.sent();
    if (session.lingering) await connection.linger();
  } catch (error) {
    client.failed(error instanceof SocketError ? error.code : String(error));
  } finally {
    connection.close();
  }
}
