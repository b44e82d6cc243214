import { expect, test } from "vitest";
import { connectionFrom } from "./connection.js";

const raw = (state: number, inode: number, rqueue = 0, wqueue = 0) =>
  connectionFrom({
    state,
    inode,
    rqueue,
    wqueue,
    retransmits: 0,
    dataSegmentsIn: null,
    dataSegmentsOut: null,
  });

test("established without an inode is not accepted yet", () => {
  expect(raw(1, 0, 62)).toEqual({
    state: "ESTABLISHED",
    inode: 0,
    accepted: false,
    unreadBytes: 62,
    unsentBytes: 0,
    received: null,
    sent: null,
    retransmits: 0,
  });
});

test("an inode proves that it was accepted, whatever the state", () => {
  for (const state of [1, 4, 5, 8]) expect(raw(state, 77)?.accepted).toBe(true);
});

test("a client that left before it was accepted is still in the queue", () => {
  expect(raw(8, 0)).toMatchObject({ state: "CLOSE_WAIT", accepted: false });
});

test("one that the server's side has closed may have been accepted or not", () => {
  for (const state of [4, 5, 6, 7, 9, 11]) expect(raw(state, 0)?.accepted).toBeNull();
});

test("the client's FIN is not an unread byte", () => {
  expect(raw(8, 77, 63)?.unreadBytes).toBe(62);
  expect(raw(8, 77, 0)?.unreadBytes).toBe(0); // the server has read the end already
});

test("our own FIN or SYN is not an unsent byte", () => {
  expect(raw(4, 77, 0, 1)?.unsentBytes).toBe(0);
  expect(raw(2, 77, 0, 1)?.unsentBytes).toBe(0);
});

test("a listening socket is no connection", () => {
  expect(raw(10, 77)).toBeNull();
});
