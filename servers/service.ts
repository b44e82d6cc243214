// Serving one connection: bytes in from recv, answers out through send, until one side leaves. Every blocking model does this.

import { openSite, Session, type Site } from "./http/session.js";
import { Log } from "./log.js";
import { SocketError } from "./sockets/error.js";
import type { Connection } from "./sockets/tcp.js";
import type { Language } from "./texts/texts.js";

/** What a server was told. Plain data, so that it can be handed to threads and processes. */
export interface Settings {
  model: string;
  address: string;
  port: number;
  backlog: number;
  root: string;
  keepOpen: boolean;
  /** Say nothing of clients and what they ask. */
  quiet: boolean;
  /** multi: the most threads at once. This and the next two are 0 for models that don't have them. */
  maxThreads: number;
  /** pool: how many threads. */
  threads: number;
  /** prefork: how many processes. */
  processes: number;
  lang: Language;
}

/** What a thread needs to serve: the files, and somewhere to say what happened. */
export interface Service {
  site: Site;
  log: Log;
}

export function openService(settings: Settings): Service {
  return {
    site: openSite(settings.root, { keepOpen: settings.keepOpen }),
    log: new Log(settings.lang, settings.quiet),
  };
}

/** Serves one client until it leaves. Whatever it sends or does, only its own connection ends. */
export function serve(connection: Connection, { site, log }: Service): void {
  const client = log.client(connection.peer);
  client.connected();
  try {
    const session = new Session(site, client);
    while (!session.ended) {
      const bytes = connection.receive();
      if (bytes.length === 0) {
        client.left(session.leaving);
        break;
      }
      for (const part of session.receive(bytes)) connection.send(part);
    }
    if (session.lingering) connection.linger();
  } catch (error) {
    client.failed(error instanceof SocketError ? error.code : String(error));
  } finally {
    connection.close();
  }
}
