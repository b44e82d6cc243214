// When a server that many have left at once is free again: an iterative one still has to go through all whom it had not
// accepted, and may think about what each of them had asked.

import { heard } from "../../../clients/client.js";
import { TcpClient } from "../../../clients/tcp.js";
import type { Observer } from "../observe/observer.js";
import { NothingServed } from "./nothing-served.js";
import type { ServerUnderTest } from "./server-under-test.js";

const LONGEST_MS = 60_000;

/** Resolves when a client that is alone is answered again, and has left. Throws NothingServed when it is not. */
export async function untilFree(subject: ServerUnderTest): Promise<Observer> {
  const observer = await subject.observer(); // a server that has ended is started again, and that is noted
  const client = new TcpClient("client", observer.server.endpoint, { keepBody: false });
  try {
    client.ask(subject.question.path);
    await client.until(() => heard(client), LONGEST_MS);
    if (!client.answered && client.ending === null) throw new NothingServed("busy");
    await client.leave();
  } finally {
    await client.destroy();
  }
  await observer.atRest();
  return observer;
}
