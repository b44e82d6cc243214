// The client as a person at a terminal uses it: a real pseudo-terminal, real keys, and what is on the screen.

import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { folder, holder, page, serve, single } from "./testing/servers.js";
import { User } from "./testing/user.js";

const PROMPT = /File name \(or 'exit'\):$/;

describe("at a terminal", { tags: ["tmux"] }, () => {
  test("a new user is told that he is connected, asks, sees the answer and how long it took, and leaves", async () => {
    const user = new User(["localhost", await single(folder({ "index.html": "<h1>hello</h1>" }))]);
    await user.sees(PROMPT);
    expect(user.screen()).toMatch(
      /^Connected to localhost \(127\.0\.0\.1:\d+\) from port \d+\. Type \? for help\./,
    );
    user.enter("index.html");
    await user.sees(
      /HTTP\/1\.1 200 OK\n[\s\S]*\n\n<h1>hello<\/h1>\n\nAnswered after [\d.]+ ms: 14 bytes\.\nFile name \(or 'exit'\):$/,
    );
    user.enter("exit");
    await user.sees(/'exit'\): exit\nstatus 0$/);
  });

  test("in Bahasa Indonesia the prompt is the report's", async () => {
    const user = new User(["localhost", await single(folder()), "--lang", "id"]);
    await user.sees(/Terhubung ke localhost[\s\S]*\nIsi nama file \(atau 'exit'\):$/);
    user.enter("tidak-ada.html");
    await user.sees(/404 Not Found\n[\s\S]*Dijawab setelah [\d,]+ ms: \d+ byte\.\nIsi nama file/);
  });

  test("while another client holds the single server the seconds count, and when he leaves the answer comes", async () => {
    const port = await single(folder({ "index.html": "mine at last" }));
    const release = await holder(port);
    const user = new User(["localhost", port]);
    await user.sees(PROMPT);
    user.enter("index.html");
    await user.sees(/\nConnected, waiting for \/index.html: \d+\.\d s$/);
    const seconds = () => Number(/([\d.]+) s$/.exec(user.screen())?.[1]);
    const first = seconds();
    await expect.poll(seconds).toBeGreaterThanOrEqual(first + 0.5);
    release();
    await user.sees(/mine at last\n\nAnswered after \d+(\.\d)? m?s: 12 bytes\.\nFile name \(or 'exit'\):$/);
    expect(user.screen()).not.toContain("waiting for");
  });

  test("after the timeout it is said what that means; Enter waits on", async () => {
    const port = await single(folder({ "index.html": "hello" }));
    const release = await holder(port);
    const user = new User(["localhost", port, "--timeout", "1.5"]);
    await user.sees(PROMPT);
    user.enter("index.html");
    await user.sees(
      /No answer to \/index.html for 1\.5 s\. You are connected,[\s\S]*another\s+client\.\nEnter waits on;.*\nFile name \(or 'exit'\):$/,
    );
    user.press("Enter");
    await user.sees(/\nConnected, waiting for \/index.html: \d\.\d s$/);
    await user.sees(/(No answer to [\s\S]*){2}File name \(or 'exit'\):$/);
    release();
    await user.sees(/The answer to \/index.html has come after all:\nHTTP\/1\.1 200 OK/);
  });

  test("a late answer appears above what is being typed, which stays, also when it takes several rows", async () => {
    const server = await serve(() => {});
    const user = new User(["localhost", server.port, "--timeout", "0.3"], { columns: 40 });
    await user.sees(PROMPT);
    user.enter("slow");
    await user.sees(/exit leaves\.\nFile name \(or 'exit'\):$/);
    user.type("abcdefghij".repeat(6));
    await user.sees(/hij$/);
    server.sockets[0]!.write(page("at last"));
    await user.sees(
      /exit leaves\.\nThe answer to \/slow has come after\s+all:\nHTTP[\s\S]*\n\nat last\n\nAnswered after [\d.]+ m?s: 7 bytes\.\nFile name/,
    );
    expect(user.screen().split("'exit'): ").at(-1)!.replace(/\n/g, "")).toBe("abcdefghij".repeat(6));
    expect(user.screen().match(/File name/g)).toHaveLength(2);
  });

  test("another name gives the unanswered one up and asks over a new connection", async () => {
    const server = await serve(
      (request, socket) => void (request.includes("/fast") && socket.write(page("fast"))),
    );
    const user = new User(["localhost", server.port, "--timeout", "0.3"]);
    await user.sees(PROMPT);
    user.enter("slow");
    await user.sees(/exit leaves\.\nFile name/);
    user.enter("fast");
    await user.sees(
      /Gave up waiting for \/slow\.\nConnected again, over a new connection from port \d+\.\n(No answer to \/fast [\s\S]*)?HTTP[\s\S]*fast\n/,
    );
  });

  test("what is typed while one waits stands in the next prompt", async () => {
    const server = await serve(() => {});
    const user = new User(["localhost", server.port]);
    await user.sees(PROMPT);
    user.enter("slow");
    await user.sees(/waiting for/);
    user.type("next.html");
    await user.sees(/waiting for .* s next\.html$/);
    server.sockets[0]!.write(page("x"));
    await user.sees(/Answered .*\nFile name \(or 'exit'\): next\.html$/);
  });

  test("lines that were pasted together are all asked for", async () => {
    const user = new User(["localhost", await single(folder({ a: "AAA", b: "BBB" }))]);
    await user.sees(PROMPT);
    user.type("a\nb\n");
    await user.sees(/AAA[\s\S]*BBB[\s\S]*File name \(or 'exit'\):$/);
  });

  test("the Up key brings back earlier lines, and an empty line asks again", async () => {
    const user = new User(["localhost", await single(folder({ a: "AAA" }))]);
    await user.sees(PROMPT);
    user.enter("a");
    await user.sees(/AAA[\s\S]*\nFile name \(or 'exit'\):$/);
    user.press("Enter");
    await user.sees(/(File name.*\n){1}File name \(or 'exit'\):$/);
    user.press("Up");
    await user.sees(/File name \(or 'exit'\): a$/);
    user.press("Enter");
    await user.sees(/AAA[\s\S]*AAA[\s\S]*File name \(or 'exit'\):$/);
  });

  test.each([
    ["at the prompt", null],
    ["while one waits", "slow"],
  ])("Ctrl-C leaves %s, with status 130", async (_, name) => {
    const user = new User(["localhost", (await serve(() => {})).port]);
    await user.sees(PROMPT);
    if (name !== null) user.enter(name);
    if (name !== null) await user.sees(/waiting for/);
    user.press("C-c");
    await user.sees(/\nstatus 130$/);
  });

  test.each([
    ["at the prompt", null],
    ["while one waits", "slow"],
  ])("Ctrl-D says exit to the server and leaves %s, with status 0", async (_, name) => {
    const server = await serve(() => {});
    const user = new User(["localhost", server.port]);
    await user.sees(PROMPT);
    if (name !== null) user.enter(name);
    if (name !== null) await user.sees(/waiting for/);
    user.press("C-d");
    await user.sees(name === null ? /'exit'\):\nstatus 0$/ : / s\nstatus 0$/);
    await expect.poll(server.received).toMatch(/exit\r\n$/);
  });

  test("exit leaves at once while one waits", async () => {
    const server = await serve(() => {});
    const user = new User(["localhost", server.port]);
    await user.sees(PROMPT);
    user.enter("slow");
    await user.sees(/waiting for/);
    user.enter("exit");
    await user.sees(/ s exit\nstatus 0$/);
    await expect.poll(server.received).toMatch(/exit\r\n$/);
  });

  test("a server that closes is told at once, and the next file is asked for over a new connection", async () => {
    const server = await serve((_, socket) => void socket.end(page("once")));
    const user = new User(["localhost", server.port]);
    await user.sees(PROMPT);
    user.enter("a");
    await user.sees(/once[\s\S]*The server closed the connection\..*\nFile name \(or 'exit'\):$/);
    user.enter("b");
    await user.sees(/'exit'\): b\nConnected again, over a new connection from port \d+\.\nHTTP[\s\S]*once/);
  });

  test("a connection that is lost while one waits ends the client, with status 3", async () => {
    const server = await serve(() => {});
    const user = new User(["localhost", server.port]);
    await user.sees(PROMPT);
    user.enter("a");
    await user.sees(/waiting for/);
    server.sockets[0]!.resetAndDestroy();
    await user.sees(/\nThe connection was lost after \d+.* \(ECONNRESET\)\.\nstatus 3$/);
  });

  test.runIf(process.platform === "linux")(
    "a full accept queue is felt as well: the seconds of connecting count",
    async () => {
      const port = await single(folder({ "index.html": "x" }), "--backlog", "0");
      await holder(port);
      const second = new User(["localhost", port]); // takes the one place that there is
      await second.sees(PROMPT);
      const third = new User(["localhost", port, "--timeout", "2"]);
      await third.sees(/^Connecting to localhost:\d+: \d\.\d s$/);
      await third.sees(
        /^No connection to localhost[\s\S]*queue of waiting clients may be full[\s\S]*status 3$/,
      );
    },
  );

  test("help says how to save, and save writes the file", async () => {
    const target = `${folder()}/page.html`;
    const user = new User(["localhost", await single(folder({ a: "x\n".repeat(100) }))], { columns: 140 });
    await user.sees(PROMPT);
    user.enter("?");
    await user.sees(/save NAME {3}writes the last/);
    user.enter("a");
    await user.sees(/100 lines, 200 bytes: not shown/);
    user.enter(`save ${target}`);
    await user.sees(/200 bytes written to/);
    expect(existsSync(target)).toBe(true);
  });

  test("there are colours, and none with NO_COLOR", async () => {
    const port = (await serve((_, socket) => void socket.write(page("x")))).port;
    const coloured = new User(["localhost", port]);
    const plain = new User(["localhost", port], { env: { NO_COLOR: "1" } });
    for (const user of [coloured, plain]) {
      await user.sees(PROMPT);
      user.enter("a");
      await user.sees(/Answered/);
    }
    expect(coloured.colours()).toContain("\u001b[32mHTTP/1.1 200 OK");
    expect(plain.colours()).not.toContain("\u001b[");
  });
});
