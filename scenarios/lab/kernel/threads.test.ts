import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { endPythons, python } from "./testing/python.js";
import { blockedIn, inOrder } from "./threads.js";

afterEach(endPythons);
const soon = { interval: 2, timeout: 10_000 };

describe.runIf(process.platform === "linux")("what threads wait for", () => {
  const kernel = openKernel();
  afterAll(() => kernel.close());

  test("a thread blocked in accept is named, with the socket that it listens on", async () => {
    const py = python();
    await py.run("s = socket.create_server(('127.0.0.1', 0))");
    await py.run("threading.Thread(target=s.accept, daemon=True).start()");
    const port = Number(await py.run("s.getsockname()[1]"));
    const { inode } = kernel.listener({ address: "127.0.0.1", port })!;
    await expect
      .poll(() => kernel.threads(py.pid)?.[1], soon)
      .toMatchObject({
        state: "S",
        syscall: expect.stringMatching(/^accept4?$/),
        waitsFor: "connection",
        socketInode: inode,
      });
    expect(kernel.threads(py.pid)?.[0]).toMatchObject({ tid: py.pid });
  });

  test("a thread blocked in recv tells for which connection it waits", async () => {
    const py = python();
    await py.run("s = socket.create_server(('127.0.0.1', 0))");
    await py.run("c = socket.create_connection(s.getsockname())");
    await py.run("a = s.accept()[0]");
    await py.run("threading.Thread(target=a.recv, args=[1], daemon=True).start()");
    const [server, client] = await Promise.all(
      ["s", "c"].map(async (name) => ({
        address: "127.0.0.1",
        port: Number(await py.run(`${name}.getsockname()[1]`)),
      })),
    );
    const { inode } = kernel.connection(server!, client!)!;
    await expect
      .poll(() => kernel.threads(py.pid)?.[1], soon)
      .toMatchObject({ syscall: "recvfrom", waitsFor: "bytes", socketInode: inode });
  });

  test("a thread that waits for a lock is in a futex", async () => {
    const py = python();
    await py.run("lock = threading.Lock()");
    await py.run("lock.acquire()");
    await py.run("threading.Thread(target=lock.acquire, daemon=True).start()");
    await expect
      .poll(() => kernel.threads(py.pid)?.[1], soon)
      .toMatchObject({ state: "S", syscall: "futex", waitsFor: "lock", socketInode: null });
  });

  test("a thread whose client does not read is blocked in send", async () => {
    const py = python();
    await py.run("a, b = socket.socketpair()");
    await py.run("threading.Thread(target=a.sendall, args=[b'x' * 100_000_000], daemon=True).start()");
    await expect
      .poll(() => kernel.threads(py.pid)?.[1], soon)
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
