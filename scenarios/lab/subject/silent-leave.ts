// A client comes, says nothing, and leaves: some servers end on that, and some never notice. In the experiments every client
// asks before it leaves, so that what such a server does then takes nothing from what was seen of it before.

import { TcpClient } from "../../../clients/tcp.js";
import { ServerEnded } from "./ending.js";
import type { ServerUnderTest } from "./server-under-test.js";

const LOOK_EVERY_MS = 10;

/** To be done last. A server that ends on it has that in its notes, like every ending; one that does not notice gets a note. */
export async function leaveSilently(subject: ServerUnderTest): Promise<void> {
  const { question } = subject;
  let observer: Awaited<ReturnType<ServerUnderTest["observer"]>>;
  try {
    observer = await subject.observer();
  } catch (error) {
    if (error instanceof ServerEnded) return; // it has ended before, which is known
    throw error;
  }
  await observer.atRest();
  const before = observer.counts();
  const client = new TcpClient("silent client", observer.server.endpoint, { keepBody: false });
  try {
    void observer.follow(client);
    client.connect();
    await client.until(() => client.localPort !== null || client.ending !== null, question.silenceMs);
    await observer.atRest();
    if (client.ending !== null || observer.accepted(client) !== true) return;
    await client.leave();
    const left = () => observer.connection(client)?.state;
    const deadline = performance.now() + question.releaseMs;
    while (!observer.gone && left() !== undefined && performance.now() < deadline)
      await client.until(() => false, LOOK_EVERY_MS);
    await observer.atRest(); // one that ends on it takes a moment for that
    subject.endedOnSilence = observer.gone;
    if (observer.gone) return;
    if (left() === "CLOSE_WAIT") subject.note({ key: "keeps-left-client" });
    const { threads, processes } = observer.counts();
    const fewer = (now: number | null, then: number | null) => now !== null && then !== null && now < then;
    if (fewer(threads, before.threads) || fewer(processes, before.processes))
      subject.note({ key: "loses-worker" });
  } finally {
    await client.destroy();
  }
}
