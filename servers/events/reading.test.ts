import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readFrom } from "./reading.js";

/** An accepted socket as a later Node might show it: its handle is not to be seen. */
const withoutHandle = (socket: Socket): Socket =>
  new Proxy(socket, {
    get(target, key) {
      if (key === "_handle") return undefined;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

describe.each([
  ["with its handle", (socket: Socket) => socket],
  ["without one", withoutHandle],
])("a socket that was accepted, %s,", (_, as) => {
  /** A client, and the server's side of it, with what has arrived there. */
  async function pair() {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const client = connect((server.address() as { port: number }).port, "127.0.0.1");
    const [accepted] = (await once(server, "connection")) as [Socket];
    const arrived: Buffer[] = [];
    const socket = readFrom(as(accepted), (bytes) => arrived.push(bytes));
    onTestFinished(() => {
      for (const one of [client, socket, server]) "destroy" in one ? one.destroy() : one.close();
    });
    return { client, socket, arrived, text: () => `${Buffer.concat(arrived)}` };
  }

  test("hands over what comes, whole and in order, each time in bytes that stay as they are", async () => {
    const [one, other] = [await pair(), await pair()];
    let sent = "";
    for (let number = 0; number < 2000; number++) {
      one.client.write(`${number} `);
      other.client.write("x".repeat(100));
      sent += `${number} `;
    }
    await expect.poll(one.text).toBe(sent);
    await expect.poll(other.text).toBe("x".repeat(200_000));
  });

  test("can be paused, and goes on", async () => {
    const { client, socket, arrived, text } = await pair();
    client.write("before");
    await expect.poll(text).toBe("before");
    socket.pause();
    client.write("after");
    const other = await pair(); // what comes on this one would have come on that one, too
    other.client.write("later");
    await expect.poll(other.text).toBe("later");
    expect(arrived).toHaveLength(1);
    socket.resume();
    await expect.poll(text).toBe("beforeafter");
  });

  test("can be written to, also when the client has said its last word, and ends", async () => {
    const { client, socket } = await pair();
    client.end("bye");
    await once(socket, "end");
    socket.end("good bye");
    let heard = "";
    client.on("data", (bytes) => (heard += `${bytes}`));
    await once(client, "close");
    expect(heard).toBe("good bye");
    if (!socket.closed) await once(socket, "close");
    expect(socket.errored).toBeNull();
  });

  test("tells that the client has broken the connection", async () => {
    const { client, socket } = await pair();
    client.resetAndDestroy();
    const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toBe("ECONNRESET");
  });
});
