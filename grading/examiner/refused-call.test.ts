import { expect, test } from "vitest";
import { callIn, wasRefused } from "./refused-call.js";

test.each([
  ["7 keyctl(KEYCTL_GET_KEYRING_ID, -3, 0) = ?\n7 +++ killed by SIGSYS +++", "keyctl"],
  [
    "7 mount(0, 0, 0, 0, 0 <unfinished ...>\n8 unshare(0) = 0\n7 <... mount resumed>) = ?\n7 +++ killed by SIGSYS (core dumped) +++",
    "mount",
  ],
  ["7 mount(0, 0, 0, 0, 0) = 0\n7 +++ exited with 0 +++", null],
  ["", null],
])("the call for which a process was ended: %j", (trace, call) => {
  expect(callIn(trace)).toBe(call);
});

test("who was ended for a call, by itself or in a shell", () => {
  expect(wasRefused({ exitCode: null, signal: "SIGSYS" })).toBe(true);
  expect(wasRefused({ exitCode: 159, signal: null })).toBe(true);
  expect(wasRefused({ exitCode: 1, signal: null })).toBe(false);
  expect(wasRefused(null)).toBe(false);
});
