// Ten clients at once: all are connected, and then each is answered while those that came before it still wait to ask.

import { availableParallelism } from "node:os";
import { get, TcpClient } from "../../clients/tcp.js";
import type { ClientResult } from "../../results/result.js";
import type { Observer } from "../../scenarios/lab/observe/observer.js";
import { waitForReply } from "../../scenarios/lab/observe/wait-for-reply.js";
import { completeAnswer, isLong } from "../../scenarios/lab/subject/patience.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { isLike, lifeOf } from "../../scenarios/lab/trial/outcome.js";
import { type CheckContext, type CheckOutcome, failed, numberOf, passed, type ServerCheck } from "./check.js";

/** Where the accept queue is full, Linux tries again after a second; a server that accepts has room by then. */
const CONNECT_MS = 2500;

/** So many served at once: there are threads, but too few. */
const POOL = 2;

export const check: ServerCheck = {
  async run({ subject, say, parameters, language }: CheckContext): Promise<CheckOutcome> {
    if (subject.alone === null) await subject.learnReplyTime("tcp");
    const observer = await subject.observer();
    const count = numberOf(parameters, "clients");
    const start = performance.now();
    const clients = Array.from(
      { length: count },
      (_, number) => new TcpClient(`client ${number + 1}`, observer.server.endpoint, { keepBody: false }),
    );
    try {
      const accepted: Promise<number | null>[] = [];
      let room = true;
      for (const client of clients) {
        accepted.push(observer.follow(client));
        client.connect();
        // Ten at the same instant are more than a short accept queue takes, however fast it is emptied.
        room &&= await client.until(() => isThere(client), subject.patienceMs!);
        if (room) await observer.atRest();
      }
      await Promise.all(clients.map((client) => client.until(() => isThere(client), CONNECT_MS)));
      await observer.atRest();
      // The last one asks first. A burst in order would prove nothing: who serves one by one serves ten quick ones too.
      const served = new Set<TcpClient>();
      // Does one stand in the accept queue when its turn is over? Then nobody calls accept. Those may, who are answered later.
      let left = false;
      const serve = async (client: TcpClient) => {
        if (await isServed(client, subject, observer)) served.add(client);
        else left ||= observer.accepted(client) === false;
      };
      const [last, ...others] = clients.toReversed() as [TcpClient, ...TcpClient[]];
      await serve(last);
      // That it was served while all the others were there is what shows most; a slow server is asked by the others together.
      if (served.has(last) && isLong(subject.alone!.answerMs)) await Promise.all(others.map(serve));
      else for (const client of others) await serve(client);
      const lives = clients.map(async (client, at): Promise<ClientResult> => {
        const acceptedMs = client.answered ? await accepted[at]! : null;
        const outcome = served.has(client) ? "answered" : client.answered ? "broken" : "silent";
        return { ...lifeOf(client, start, acceptedMs), outcome };
      });
      const evidence = { clients: await Promise.all(lives), output: subject.server.output().slice(-10) };
      if (served.size === count) return passed(say.got.served(count, count), evidence);
      const got = say.got.served(served.size, count);
      if (served.size >= POOL) {
        const hint = say.hints.poolTooSmall(served.size, language);
        // On another machine the same program would serve all of them, or fewer.
        return language === "Python" && served.size === usualWorkers()
          ? { status: "inconclusive", cause: "usual workers", got, hint, evidence }
          : failed("not all", got, hint, evidence);
      }
      const hint = left ? say.hints.acceptLoop : say.hints.served;
      const finding = failed("not all", got, hint, evidence);
      return served.size === 1 ? { ...finding, fits: "one at a time" } : finding;
    } finally {
      await Promise.all(clients.filter(isThere).map((client) => client.leave()));
      await observer.atRest();
      await Promise.all(clients.map((client) => client.destroy()));
    }
  },
};

/** Where nobody says how many, Python's ThreadPoolExecutor has so many threads. */
const usualWorkers = (): number => Math.min(32, availableParallelism() + 4);

const isThere = (client: TcpClient): boolean => client.localPort !== null || client.ending !== null;

/** Does it get, while all the others are there, what a client gets that is alone? */
async function isServed(client: TcpClient, subject: ServerUnderTest, observer: Observer): Promise<boolean> {
  const { question, patienceMs, alone } = subject;
  if (client.localPort === null || client.ending !== null) return false;
  await client.send(get(question.path, client.endpoint));
  await waitForReply(client, observer, question, patienceMs!);
  if (client.answered) await completeAnswer(client, observer, question);
  return isLike(client, alone!);
}
