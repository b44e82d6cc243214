// prefork: a preforked server (UNP §30.6). n processes, each of them: accept, serve until the client leaves, accept the next.

import { startProcesses } from "./processes/start.js";
import { openService, type Settings, serve } from "./service.js";
import { type Listener, listen } from "./sockets/tcp.js";

export const defaults = { port: 1236, backlog: 5, processes: 4 };

export async function run(settings: Settings): Promise<never> {
  const service = openService(settings);
  const listener = listen(settings, settings.backlog);
  service.log.listening(listener.address);
  return startProcesses(settings, listener); // whoever comes before they are ready waits in the accept queue
}

/** What each process does, all on the one listening socket. */
export function work(settings: Settings, listener: Listener): never {
  const service = openService(settings);

  for (;;) {
    const connection = listener.accept();
    serve(connection, service);
  }
}
