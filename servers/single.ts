// single: an iterative server (UNP §30.4). One thread: accept, serve until the client leaves, accept the next.

import { openService, type Settings, serve } from "./service.js";
import { listen } from "./sockets/tcp.js";

export const defaults = { port: 4321, backlog: 1 };

export async function run(settings: Settings): Promise<never> {
  const service = openService(settings);
  const listener = listen(settings, settings.backlog);
  service.log.listening(listener.address);

  for (;;) {
    const connection = listener.accept();
    serve(connection, service);
  }
}
