// pool: a prethreaded server (UNP §30.11). n threads, each of them: accept, serve until the client leaves, accept the next.

import { openService, type Settings, serve } from "./service.js";
import { type Listener, listen } from "./sockets/tcp.js";
import { startThreads } from "./threads/start.js";

export const defaults = { port: 1235, backlog: 5, threads: 4 };

export async function run(settings: Settings): Promise<never> {
  const service = openService(settings);
  const listener = listen(settings, settings.backlog);
  service.log.listening(listener.address);
  return startThreads(settings, listener); // whoever comes before they are ready waits in the accept queue
}

/** What each thread does, all on the one listening socket. */
export function work(settings: Settings, listener: Listener): never {
  const service = openService(settings);

  for (;;) {
    const connection = listener.accept();
    serve(connection, service);
  }
}
