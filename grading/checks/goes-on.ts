// The server goes on after a client has left: politely, abruptly, or however the lecturer wants it tried.

import { get, type Leaving, TcpClient } from "../../clients/tcp.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { type Asked, ask, repliesAlike } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck, wordsOf } from "./check.js";

type Way = "close" | "reset" | "exit" | "silent" | "half";

export const check: ServerCheck = {
  async run({ subject, say, parameters }: CheckContext): Promise<CheckOutcome> {
    const ways = wordsOf(parameters, "ways") as Way[];
    let before: Asked | null = null;
    for (const [at, way] of ways.entries()) {
      before ??= await leave(way, subject);
      const left = { ended: subject.server.pids().length === 0, output: subject.server.output().slice(-10) };
      const next = ways[at + 1];
      const asks = next !== undefined && isLeaving(next);
      // The one who shows that it went on is the next one to leave.
      const asked: Asked | null = left.ended
        ? null
        : await ask(subject, subject.question.path, asks ? { leaving: next } : {});
      if (asked !== null && (asked.how === "answered" || repliesAlike(asked, before))) {
        before = asks ? asked : null;
        continue;
      }
      const got = asked === null ? say.got.endedAfter(say.ways[way]) : say.got.deafAfter(say.ways[way]);
      const evidence = { output: left.output, ...(asked && { clients: [asked.life] }) };
      return failed(`${way} ${asked?.how ?? "ended"}`, got, say.hints.goesOn, evidence);
    }
    return passed(say.got.wentOn(ways.map((way) => say.ways[way])));
  },
};

const isLeaving = (way: Way): way is Leaving => way === "close" || way === "reset" || way === "exit";

/** A client comes and leaves in that way. Answers what was given to one who asked before it had left. */
async function leave(way: Way, subject: ServerUnderTest): Promise<Asked> {
  const { path } = subject.question;
  if (isLeaving(way)) return ask(subject, path, { leaving: way });
  const before = await ask(subject, path);
  const observer = await subject.observer();
  const client = new TcpClient("client 1", observer.server.endpoint, { keepBody: false });
  try {
    client.connect();
    await client.until(() => client.localPort !== null || client.ending !== null, subject.question.silenceMs);
    if (way === "half") await client.send(get(path, client.endpoint).slice(0, 20));
    await observer.atRest();
    await client.leave();
    await observer.atRest();
    return before;
  } finally {
    await client.destroy();
  }
}
