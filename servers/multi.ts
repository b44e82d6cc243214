// multi: a thread per connection (UNP §30.10). One thread accepts; each connection has a thread that blocks in recv.

import { openService, type Settings } from "./service.js";
import { listen } from "./sockets/tcp.js";
import { ThreadCache } from "./threads/cache.js";

export const defaults = { port: 1234, backlog: 5, maxThreads: 256 };

export async function run(settings: Settings): Promise<never> {
  const service = openService(settings);
  const listener = listen(settings, settings.backlog);
  service.log.listening(listener.address);
  const threads = new ThreadCache(settings);

  for (;;) {
    await threads.oneFree(); // at the ceiling nobody is accepted whom nobody could serve
    const connection = listener.accept();
    threads.serve(connection);
  }
}
