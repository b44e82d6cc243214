import { constants } from "node:os";
import { expect, test } from "vitest";
import { errorName, SocketError } from "./error.js";

test("numbers have the system's own names", () => {
  for (const name of ["ECONNRESET", "EADDRINUSE", "EINTR", "EPIPE", "EMFILE"] as const) {
    expect(errorName(constants.errno[name])).toBe(name);
  }
});

test("of two names for one number, the first: EAGAIN, not EWOULDBLOCK", () => {
  expect(errorName(constants.errno.EAGAIN)).toBe("EAGAIN");
});

test("a number that the system does not know keeps its number", () => {
  expect(errorName(99_999)).toBe("errno 99999");
});

test("a SocketError says which call failed, and why", () => {
  const error = new SocketError("bind", "EADDRINUSE");
  expect(error).toMatchObject({
    name: "SocketError",
    call: "bind",
    code: "EADDRINUSE",
    message: "bind: EADDRINUSE",
  });
});
