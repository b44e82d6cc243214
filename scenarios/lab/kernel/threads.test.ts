import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { endPeers, type Peer, peer } from "./testing/peer.js";
import { blockedIn, inOrder } from "./threads.js";

afterEach(endPeers);
const soon = { interval: 2, timeout: 10_000 };

describe.runIf(process.platform === "linux")("what threads wait for", () => {
  const kernel = openKernel();
  afterAll(() => kernel.close());

  /** A peer with a listening socket, `s`. */
  async function listening(): Promise<Peer> {
    const it = peer();
    await it.run("s = tcp()");
    await it.run("s.bind('127.0.0.1')");
    await it.run("s.listen()");
    return it;
  }
  /** Its thread that waits for this. */
  const waiting = ({ pid }: Peer, what: string) =>
    kernel.threads(pid)?.find(({ waitsFor }) => waitsFor === what);

  test("a thread blocked in accept is named, with the socket that it listens on", async () => {
    const it = await listening();
    await it.run("inThread.accept(s)");
    const port = await it.run<number>("s.port");
    const { inode } = kernel.listener({ address: "127.0.0.1", port })!;
    await expect
      .poll(() => waiting(it, "connection"), soon)
      .toMatchObject({
        state: "S",
        syscall: expect.stringMatching(/^accept4?$/),
        waitsFor: "connection",
        socketInode: inode,
      });
    expect(kernel.threads(it.pid)?.[0]).toMatchObject({ tid: it.pid });
  });

  test("a thread blocked in recv tells for which connection it waits", async () => {
    const it = await listening();
    await it.run("c = tcp()");
    await it.run("c.connect('127.0.0.1', s.port)");
    await it.run("a = s.accept()");
    await it.run("inThread.recv(a)");
    const end = async (name: string) => ({
      address: "127.0.0.1",
      port: await it.run<number>(`${name}.port`),
    });
    const [server, client] = [await end("s"), await end("c")];
    const { inode } = kernel.connection(server, client)!;
    await expect
      .poll(() => waiting(it, "bytes"), soon)
      .toMatchObject({ syscall: "recvfrom", waitsFor: "bytes", socketInode: inode });
  });

  test.each([
    ["poll(a)", /^p?poll$/],
    ["select(a)", /^p?select6?$/],
  ])(
    "a thread that reads with a time limit, by %s, tells for which connection it waits",
    async (how, name) => {
      const it = peer();
      await it.run("[a, b] = pair()");
      await it.run(`inThread.${how}`);
      const inode = await it.run<number>("a.inode");
      await expect
        .poll(() => kernel.threads(it.pid)?.find(({ syscall }) => name.test(syscall ?? "")), soon)
        .toMatchObject({ waitsFor: "events", socketInode: inode });
    },
  );

  test("a thread that watches two sockets waits for neither alone", async () => {
    const it = peer();
    await it.run("[a, b] = pair()");
    await it.run("inThread.poll(a, b)");
    await expect
      .poll(() => kernel.threads(it.pid)?.find(({ syscall }) => /^p?poll$/.test(syscall ?? "")), soon)
      .toMatchObject({ waitsFor: "events", socketInode: null });
  });

  test("a thread that waits for a lock is in a futex", async () => {
    const it = peer();
    await it.run("sleepers(1).online()");
    await expect
      .poll(() => kernel.threads(it.pid)?.at(-1), soon)
      .toMatchObject({ state: "S", syscall: "futex", waitsFor: "lock", socketInode: null });
  });

  test("a thread whose client does not read is blocked in send", async () => {
    const it = peer();
    await it.run("[a, b] = pair()");
    await it.run("inThread.sendMuch(a)");
    await expect
      .poll(() => waiting(it, "room to send"), soon)
      .toMatchObject({ state: "S", syscall: "sendto", waitsFor: "room to send" });
  });

  test("an event loop waits for events", async () => {
    await expect
      .poll(() => kernel.threads(process.pid)?.some(({ waitsFor }) => waitsFor === "events"), soon)
      .toBe(true);
  });

  test("a process that is gone has no threads", () => {
    expect(kernel.threads(2 ** 22 + 1)).toEqual([]);
  });
});

test("the first thread comes first, however many digits the others' numbers have", () => {
  expect(inOrder(969, [1000, 1001, 969, 970])).toEqual([969, 970, 1000, 1001]);
  expect(inOrder(32767, [301, 300, 32767])).toEqual([32767, 300, 301]); // the numbers began anew
});

test("a thread that runs, or is blocked outside a call, is in no call", () => {
  const nowhere = { syscall: null, waitsFor: null, socketInode: null };
  expect(blockedIn(1, "running\n")).toEqual(nowhere);
  expect(blockedIn(1, "-1 0x7ffc3abd0278 0x7fa6a4f28f63\n")).toEqual(nowhere);
});

test("a 32-bit program's calls are not named after the 64-bit table", () => {
  expect(blockedIn(1, "43 0x3 0x0 0x0 0x0 0x0 0x0 0xffd00000 0xf7f00000\n").syscall).toBeNull();
});

test("a call without a name here keeps its number", () => {
  expect(blockedIn(1, "999 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffc3abd0278 0x7fa6a4f28f63\n").syscall).toBe(
    "syscall 999",
  );
});
