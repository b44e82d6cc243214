import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openNetlink } from "./netlink.js";
import { openProcNet } from "./proc-net.js";
import { endPeers, type Peer, peer } from "./testing/peer.js";
import type { End, Sockets } from "./types.js";

const soon = { interval: 2, timeout: 10_000 };

describe.runIf(process.platform === "linux").each([
  ["netlink", openNetlink],
  ["/proc/net", openProcNet],
] as const)("what %s says of sockets", (way, open) => {
  let sockets: Sockets;
  let it: Peer;
  beforeAll(() => {
    it = peer();
  });
  afterAll(endPeers);
  beforeEach(() => {
    sockets = open();
  });
  afterEach(async () => {
    sockets.close();
    await it.run("closeAll()");
  });

  async function listen(address: string, backlog = 5, option = "null"): Promise<End> {
    await it.run(`s = tcp(${address.includes(":") ? 6 : 4})`);
    await it.run(option);
    await it.run(`s.bind("${address}")`);
    await it.run(`s.listen(${backlog})`);
    return { address, port: await it.run("s.port") };
  }

  /** Connects a client of this name in the same peer; answers its end. */
  async function connect(name: string, to: End): Promise<End> {
    await it.run(`${name} = tcp(${to.address.includes(":") ? 6 : 4})`);
    await it.run(`${name}.connect("${to.address}", ${to.port})`);
    return { address: to.address, port: await it.run(`${name}.port`) };
  }

  const inodeOf = (name: string) => it.run<number>(`${name}.inode`);

  test("clients that nobody accepts are established, have no inode and fill the accept queue", async () => {
    const server = await listen("127.0.0.1");
    const inode = await inodeOf("s");
    expect(sockets.listener(server)).toMatchObject({ acceptQueue: 0, inode });
    const first = await connect("c1", server);
    expect(sockets.listener(server)?.acceptQueue).toBe(1);
    const second = await connect("c2", server);
    expect(sockets.listener(server)?.acceptQueue).toBe(2);

    await it.run("a = s.accept()");
    expect(sockets.listener(server)?.acceptQueue).toBe(1);
    expect(sockets.connection(server, first)).toMatchObject({ accepted: true, inode: await inodeOf("a") });
    expect(sockets.connection(server, second)).toMatchObject({
      state: "ESTABLISHED",
      accepted: false,
      inode: 0,
    });
  });

  /** Lists the connections to a server, without those that linger of whoever had its port a minute ago. */
  function connectionsFromNowOn(server: End): () => End[] {
    const lingering = sockets.connectionsTo(server).map(({ port }) => port);
    return () => sockets.connectionsTo(server).filter(({ port }) => !lingering.includes(port));
  }

  test("the connections to a server are listed by their clients' ends, and nobody else's", async () => {
    const server = await listen("127.0.0.1");
    await it.run("other = s");
    const other = await listen("127.0.0.1");
    const connections = connectionsFromNowOn(server);
    const first = await connect("c1", server);
    const second = await connect("c2", server);
    await connect("c3", other);
    expect(connections()).toHaveLength(2);
    expect(connections()).toEqual(expect.arrayContaining([first, second]));
  });

  test("what a server has closed lingers on its port when nobody owns it any more, until the other side is done with it", async () => {
    const server = await listen("127.0.0.1");
    await connect("c", server);
    await it.run("a = s.accept()");
    expect(sockets.lingering()).not.toContain(server.port);
    await it.run("a.close()");
    expect(sockets.lingering()).toContain(server.port);
    await it.run("c.reset()");
    await expect.poll(() => sockets.lingering(), soon).not.toContain(server.port);
  });

  test("the connections to a server on IPv6 are listed", async () => {
    const server = await listen("::1");
    const connections = connectionsFromNowOn(server);
    const client = await connect("c1", server);
    expect(connections()).toEqual([client]);
  });

  test("unread bytes are counted exactly, before accept and after, and a FIN is not one of them", async () => {
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    await it.run("c.send('x'.repeat(62))");
    await expect.poll(() => sockets.connection(server, client)?.unreadBytes, soon).toBe(62);
    await it.run("a = s.accept()");
    await it.run("a.recv(10)");
    expect(sockets.connection(server, client)?.unreadBytes).toBe(52);
    await it.run("c.close()");
    await expect.poll(() => sockets.connection(server, client)?.state, soon).toBe("CLOSE_WAIT");
    expect(sockets.connection(server, client)).toMatchObject({ unreadBytes: 52, accepted: true });
  });

  test("whether anything has come or gone is told, also of what was read long ago, where netlink can be asked", async () => {
    const told = (received: boolean, sent: boolean) =>
      way === "netlink" ? { received, sent } : { received: null, sent: null };
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    expect(sockets.connection(server, client)).toMatchObject(told(false, false));
    await it.run("c.send('x')");
    await expect.poll(() => sockets.connection(server, client), soon).toMatchObject(told(true, false));
    await it.run("a = s.accept()");
    await it.run("a.recv(1)");
    expect(sockets.connection(server, client)).toMatchObject({ unreadBytes: 0, ...told(true, false) });
    await it.run("a.send('y')");
    expect(sockets.connection(server, client)).toMatchObject(told(true, true));
    expect(sockets.connection(client, server)).toMatchObject(told(true, true));
  });

  test("with the ends swapped it is the client's side", async () => {
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    await it.run("a = s.accept()");
    await it.run("a.send('hello')");
    await expect.poll(() => sockets.connection(client, server)?.unreadBytes, soon).toBe(5);
    expect(sockets.connection(client, server)?.inode).toBe(await inodeOf("c"));
  });

  test("bytes that the client does not take stay unsent", async () => {
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    await it.run("a = s.accept()");
    await it.run("inThread.sendMuch(a)");
    await expect.poll(() => sockets.connection(server, client)?.unsentBytes, soon).toBeGreaterThan(0);
  });

  test("a client that left before it was accepted still waits in the queue", async () => {
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    await it.run("c.close()");
    await expect.poll(() => sockets.connection(server, client)?.state, soon).toBe("CLOSE_WAIT");
    expect(sockets.connection(server, client)).toMatchObject({ accepted: false, unreadBytes: 0 });
    expect(sockets.listener(server)?.acceptQueue).toBe(1);
  });

  test("once the server has closed it, whether it was accepted can't be said", async () => {
    const server = await listen("127.0.0.1");
    const client = await connect("c", server);
    await it.run("a = s.accept()");
    await it.run("a.shutdownWriting()");
    expect(sockets.connection(server, client)?.accepted).toBe(true);
    await it.run("a.close()");
    await expect.poll(() => sockets.connection(server, client)?.state, soon).toBe("FIN_WAIT2");
    expect(sockets.connection(server, client)).toMatchObject({ accepted: null, inode: 0, unsentBytes: 0 });
    await it.run("c.close()");
    await expect.poll(() => sockets.connection(server, client)?.state, soon).toBe("TIME_WAIT");
    expect(sockets.connection(server, client)?.accepted).toBeNull();
  });

  test("a connection that does not exist is null, whether somebody listens there or not", async () => {
    const server = await listen("127.0.0.1");
    expect(sockets.connection(server, { address: "127.0.0.1", port: 1 })).toBeNull();
    await it.run("s.close()");
    expect(sockets.connection(server, { address: "127.0.0.1", port: 1 })).toBeNull();
    expect(sockets.listener(server)).toBeNull();
  });

  test("a client whose SYN found the queue full is known to its own side only", async () => {
    const server = await listen("127.0.0.1", 0);
    await connect("c1", server);
    await it.run("c2 = impatient()");
    await it.run("c2.connect('127.0.0.1', s.port)");
    const client = { address: "127.0.0.1", port: await it.run<number>("c2.port") };
    expect(sockets.connection(server, client)).toBeNull();
    const synSent = { state: "SYN_SENT", unsentBytes: 0 };
    expect(sockets.connection(client, server)).toMatchObject({ ...synSent, retransmits: 0 });
    const again = () => sockets.connection(client, server)?.retransmits;
    await expect.poll(again, soon).toBe(1); // after a second
  });

  test("a client that thinks it is connected may be half-way through the handshake on the server's side", async () => {
    const server = await listen("127.0.0.1", 5, "s.deferAccept(30)");
    const client = await connect("c", server);
    expect(sockets.connection(client, server)?.state).toBe("ESTABLISHED");
    expect(sockets.connection(server, client)).toMatchObject({
      state: "SYN_RECV",
      accepted: false,
      inode: 0,
    });
    expect(sockets.listener(server)?.acceptQueue).toBe(0);
  });

  test.each(["0.0.0.0", "::"])("a server bound to %s answers for 127.0.0.1", async (bound) => {
    const { port } = await listen(bound);
    const server = { address: "127.0.0.1", port };
    const client = await connect("c", server);
    expect(sockets.listener(server)).toMatchObject({ acceptQueue: 1, inode: await inodeOf("s") });
    expect(sockets.connection(server, client)).toMatchObject({ state: "ESTABLISHED", accepted: false });
    await it.run("a = s.accept()");
    expect(sockets.connection(server, client)?.inode).toBe(await inodeOf("a"));
  });

  test("IPv6 is seen as IPv4 is, and a server on ::1 does not answer for 127.0.0.1", async () => {
    const server = await listen("::1");
    const client = await connect("c", server);
    expect(sockets.connection(server, client)).toMatchObject({ state: "ESTABLISHED", accepted: false });
    expect(sockets.listener(server)?.acceptQueue).toBe(1);
    expect(sockets.listener({ ...server, address: "127.0.0.1" })).toBeNull();
  });

  test.each(["127.0.0.1", "0.0.0.0", "::", "::1"])("a listener on %s is in the list", async (bound) => {
    const server = await listen(bound);
    const family = bound.includes(":") ? 6 : 4;
    expect(sockets.listeners()).toContainEqual({ ...server, inode: await inodeOf("s"), family });
  });
});
