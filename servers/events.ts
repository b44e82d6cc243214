// events: an event loop (UNP §6.8). One thread; where a client would make it wait, `await` lets it go on with another.

import { serve } from "./events/serve.js";
import { listen } from "./events/tcp.js";
import { openService, type Settings } from "./service.js";

export const defaults = { port: 1237, backlog: 5 };

export async function run(settings: Settings): Promise<never> {
  const service = openService(settings);
  const listener = await listen(settings, settings.backlog);
  service.log.listening(listener.address);

  for (;;) {
    const connection = await listener.accept();
    void serve(connection, service); // not awaited: the next client is accepted meanwhile
  }
}
