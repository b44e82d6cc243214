import { describe, expect, test } from "vitest";
import { texts } from "../texts/texts.js";
import { saysGone, showsCrash, signalOf, statusOf } from "./crash.js";

const ended = { status: 1, signal: null };

describe("an error that nobody has caught is shown", () => {
  test.each([
    ["Python", 'Nama file: \nTraceback (most recent call last):\n  File "c.py", line 1'],
    ["Java", 'Menghubungi\nException in thread "main" java.net.ConnectException'],
    ["Node", "events.js:1\n      throw er; // Unhandled 'error' event\n"],
    ["Node, in a call of its own", "Error: x\n    at Socket.emit (node:events:1:2)"],
    ["PHP", "PHP Fatal error:  Uncaught Exception"],
    ["PHP on standard output", "\nFatal error: Uncaught Exception: x"],
    ["Ruby", "client.rb:3:in `initialize': Connection refused (Errno::ECONNREFUSED)"],
    ["Ruby, further down", "x\nfrom /a/client.rb:12:in `main': no (RuntimeError)\n"],
    ["Go", "x\npanic: runtime error"],
    ["Go, further down", "x\ngoroutine 12 [running]:"],
    ["Rust", "x\nthread 'main' panicked at src/main.rs:3"],
  ])("by %s", (_, printed) => {
    expect(showsCrash(ended, printed)).toBe(true);
    expect(showsCrash(null, printed)).toBe(true); // it hangs after it
    expect(showsCrash({ status: 0, signal: null }, printed)).toBe(false); // who ends well has caught it
  });

  test.each([
    "Connection refused",
    "no Traceback (most recent call last): here",
    'no Exception in thread "main"',
    "look at (node: that",
    "no Fatal error: Uncaught",
    "no panic: all is well, goroutine 1 [x",
    "goroutine x [running]",
    "a thread 'main' panicked at",
    "client.rb:x:in Error",
  ])("and not by: %j", (printed) => {
    expect(showsCrash(ended, printed)).toBe(false);
  });
});

test.each([
  ["BrokenPipeError: [Errno 32] Broken pipe", true],
  ["write EPIPE", true],
  ["BrokenPipe", true],
  ["Connection reset by peer", true],
  ["java.net.SocketException: Connection was aborted", true],
  ["ConnectionAbortedError", true],
  ["the connection closed", true],
  ["read ECONNRESET", true],
  ["write ECONNABORTED", true],
  ["XEPIPES", false],
  ["Connection refused", false],
])("%j says that the connection was gone: %s", (printed, gone) => {
  expect(saysGone(printed)).toBe(gone);
});

test("a signal is told by its name, also where a shell says it as a number; exit(-1) is none", () => {
  expect(signalOf({ status: null, signal: "SIGKILL" })).toBe("SIGKILL");
  expect(signalOf({ status: 139, signal: null })).toBe("SIGSEGV");
  expect(signalOf({ status: 141, signal: null })).toBe("SIGPIPE");
  for (const status of [0, 1, 11, 128, 255, null]) expect(signalOf({ status, signal: null })).toBeNull();
});

test("how it ended is said in words", () => {
  expect(statusOf({ status: 139, signal: null }, texts.en)).toBe("ended by SIGSEGV");
  expect(statusOf({ status: 3, signal: null }, texts.en)).toBe("exit status 3");
});
