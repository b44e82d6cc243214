// What a lone client is said to have got: of servers in this process, where no kernel says when they rest.

import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { TcpClient } from "../../../clients/tcp.js";
import { openPosix } from "../kernel/posix.js";
import { Observer } from "../observe/observer.js";
import { question } from "../observe/question.js";
import type { RunningServer } from "../process/launch.js";
import { ServerEnded } from "./ending.js";
import {
  completeAnswer,
  loneAnswer,
  measureBaseline,
  NoLoneAnswer,
  patienceFor,
  releasePatience,
} from "./patience.js";

const usual = { ...question("/page", "/large"), silenceMs: 1000 };
const deaf = { ...usual, silenceMs: 50 };
const brief = { ...usual, silenceMs: 150 };

/** A server that does so with whoever has asked it. `pids`: whether it still runs. */
async function observed(serve: (socket: Socket) => void, pids = () => [process.pid]) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    socket.once("data", () => serve(socket));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const endpoint = { address: "127.0.0.1", port };
  const running = { endpoint, pids, restless: false } as unknown as RunningServer;
  const client = new TcpClient("lone client", endpoint);
  return { client, server, observer: new Observer(running, openPosix()) };
}

const HEAD = "HTTP/1.1 200 OK\r\n";
const says = (text: string) => (socket: Socket) => void socket.write(text);
const ends = (text: string) => (socket: Socket) => void socket.end(text);

async function answerOf(serve: (socket: Socket) => void, asked = usual) {
  const { client, observer } = await observed(serve);
  return loneAnswer(client, observer, asked);
}
const howOf = async (serve: (socket: Socket) => void, asked = usual) => {
  const answer = await answerOf(serve, asked);
  return answer instanceof NoLoneAnswer ? [answer.how, answer.detail] : answer;
};

test("patience is a multiple of an answer's time and something on top, and longer without a kernel to ask", () => {
  expect(patienceFor(0, true)).toBe(30);
  expect(patienceFor(10, true)).toBe(70);
  expect(patienceFor(0, false)).toBe(250);
  expect(patienceFor(10, false)).toBe(350);
  expect(patienceFor(500, true)).toBe(2030);
  expect(patienceFor(5000, true)).toBe(2030 + 6750);
});

test("after a release the server is given time to see it, and then its own", () => {
  expect(releasePatience({ ...usual, releaseMs: 2000 }, 70)).toBe(2070);
});

describe("a client that is alone", () => {
  test("has its status and its bytes, and is told whether the server closes", async () => {
    const stays = await answerOf(says(`${HEAD}Content-Length: 3\r\n\r\nabc`));
    expect(stays).toMatchObject({ status: 200, bytes: 3, openEnded: false, closes: false });
    const closes = await answerOf(ends(`${HEAD}Content-Length: 3\r\n\r\nabc`));
    expect(closes).toMatchObject({ bytes: 3, openEnded: false, closes: true });
  });

  test("waited as long as its first byte took", async () => {
    const { client, observer } = await observed((socket) => {
      socket.write(HEAD);
      setTimeout(() => socket.write("Content-Length: 0\r\n\r\n"), 30);
    });
    const answer = await loneAnswer(client, observer, usual);
    expect(answer).toMatchObject({ answerMs: client.times.firstByteMs });
    expect(client.times.lastByteMs! - client.times.firstByteMs!).toBeGreaterThan(20);
  });

  test("has an answer without a stated end when nothing more comes", async () => {
    expect(await answerOf(says(`${HEAD}\r\nabc`))).toMatchObject({
      bytes: 3,
      openEnded: true,
      closes: false,
    });
    expect(await answerOf(ends(`${HEAD}\r\nabc`))).toMatchObject({ bytes: 3, openEnded: true, closes: true });
  });

  test("is silent, closed on, or refused, where it gets no byte", async () => {
    expect(await howOf(() => {}, deaf)).toEqual(["silent", null]);
    expect(await howOf((socket) => socket.end())).toEqual(["closed", null]);
    expect(await howOf((socket) => socket.resetAndDestroy())).toEqual(["refused", "ECONNRESET"]);
  });

  test("has no answer where what it gets is no HTTP, or breaks off", async () => {
    expect(await howOf(says("hello\r\n"))).toEqual(["broken", "the answer does not begin with HTTP/"]);
    const [how, detail] = (await howOf(ends(`${HEAD}Content-Length: 5\r\n\r\nabc`))) as string[];
    expect(how).toBe("broken");
    expect(detail).toContain("after 3 body bytes");
  });

  test("has no answer where a head never ends", async () => {
    expect(await howOf(says(HEAD), brief)).toEqual(["broken", null]);
  });

  test("has no answer where more was promised than comes, or it comes without end", async () => {
    expect(await howOf(says(`${HEAD}Content-Length: 5\r\n\r\nabc`), brief)).toEqual(["endless", null]);
    const drips = await howOf((socket) => {
      socket.write(`${HEAD}\r\n`);
      const dripping = setInterval(() => socket.write("x"), 2);
      socket.on("close", () => clearInterval(dripping));
    }, brief);
    expect(drips).toEqual(["endless", null]);
  });

  test("is told that the server has ended where that is why", async () => {
    let runs = true;
    const pids = () => (runs ? [1] : []);
    const { client, observer } = await observed((socket) => {
      runs = false;
      socket.end();
    }, pids);
    expect(await loneAnswer(client, observer, usual)).toBeInstanceOf(ServerEnded);
  });

  test("has its answer though the server ends with it", async () => {
    let runs = true;
    const pids = () => (runs ? [1] : []);
    const { client, observer } = await observed((socket) => {
      runs = false;
      socket.end(`${HEAD}Content-Length: 3\r\n\r\nabc`);
    }, pids);
    expect(await loneAnswer(client, observer, usual)).toMatchObject({ bytes: 3, closes: true });
  });

  test("leaves when it has asked, answered or not", async () => {
    const right = await observed(says(`${HEAD}Content-Length: 0\r\n\r\n`));
    expect(await measureBaseline(right.client, right.observer, usual)).toMatchObject({
      status: 200,
      bytes: 0,
    });
    expect(right.client.ending).toBe("client");
    const silent = await observed(() => {});
    await expect(measureBaseline(silent.client, silent.observer, deaf)).rejects.toThrow(
      "a lone client was not answered: silent",
    );
    expect(silent.client.ending).toBe("client");
  });
});

describe("an answer is whole", () => {
  test("when all that was promised has come, and not before", async () => {
    const { client, observer } = await observed((socket) => {
      socket.write(`${HEAD}Content-Length: 6\r\n\r\nabc`);
      setTimeout(() => socket.write("def"), 30);
    });
    client.ask("/");
    await client.until(() => client.answered, 1000);
    expect(client.answer!.complete).toBe(false);
    expect(await completeAnswer(client, observer, usual)).toBe(true);
    expect(client.answer).toMatchObject({ complete: true, bytes: 6 });
  });

  test("or when nothing more can come: the connection is gone, or what came is no HTTP", async () => {
    for (const serve of [
      ends(`${HEAD}Content-Length: 6\r\n\r\nabc`),
      says(`${HEAD}Transfer-Encoding: chunked\r\n\r\nno\r\n`),
    ]) {
      const { client, observer } = await observed(serve);
      client.ask("/");
      await client.until(() => client.answered, 1000);
      expect(await completeAnswer(client, observer, usual)).toBe(true);
      expect(client.answer!.complete).toBe(false);
    }
  });

  test("or never, when nothing more comes of what was promised", async () => {
    const { client, observer } = await observed(says(`${HEAD}Content-Length: 6\r\n\r\nabc`));
    client.ask("/");
    await client.until(() => client.answered, 1000);
    expect(await completeAnswer(client, observer, deaf)).toBe(false);
  });
});
