import { describe, expect, test } from "vitest";
import type { Answer, ClientTimes } from "../../../clients/client.js";
import { ENDED_WITHIN_HEAD } from "../../../clients/response.js";
import type { KernelEvidence } from "../../../results/result.js";
import { ServerEnded } from "../subject/ending.js";
import { type Baseline, NoLoneAnswer } from "../subject/patience.js";
import { rawReplyOf } from "../subject/raw-reply.js";
import { isLike, lifeOf, loneOutcome, outcomeOf, waitOf } from "./outcome.js";

const expected: Baseline = { status: 200, bytes: 5, openEnded: false, answerMs: 1, closes: false };
const answer: Answer = { status: 200, bytes: 5, complete: true, broken: null };
const client = { kind: "tcp", answer, answered: true, ending: null } as const;

describe("what a client got is like what a lone client got", () => {
  test("where status and length are the same", () => {
    expect(isLike(client, expected)).toBe(true);
    expect(isLike({ ...client, answer: { ...answer, bytes: 4 } }, expected)).toBe(false);
    expect(isLike({ ...client, answer: { ...answer, status: 404 } }, expected)).toBe(false);
    expect(isLike({ ...client, answer: { ...answer, broken: "no HTTP" } }, expected)).toBe(false);
    expect(isLike({ ...client, answer: null }, expected)).toBe(false);
  });

  test("whatever its length, where nothing states that, or it changes by itself, or a browser was shown it", () => {
    const other = { ...answer, bytes: 4 };
    expect(isLike({ ...client, answer: other }, { ...expected, varies: true })).toBe(true);
    expect(isLike({ ...client, answer: other }, { ...expected, varies: false })).toBe(false);
    expect(isLike({ ...client, answer: other }, { ...expected, openEnded: true })).toBe(true);
    expect(isLike({ kind: "browser", answer: other, ending: null }, expected)).toBe(true);
    expect(isLike({ kind: "browser", answer: { ...other, status: 500 }, ending: null }, expected)).toBe(
      false,
    );
  });
});

describe("a reply that is no HTTP answer", () => {
  const NOT_HTTP = { status: 0, bytes: 0, complete: false, broken: "the answer does not begin with HTTP/" };
  const raw: Baseline = { ...expected, status: 0, bytes: 20, openEnded: true, raw: "no-status-line" };
  const reply = { ...client, answer: NOT_HTTP, received: 20 };
  const closed = { ...client, answered: false, answer: null, received: 0, ending: "server" } as const;

  test("is like that of a lone client where as many bytes came, of the same kind", () => {
    expect(isLike(reply, raw)).toBe(true);
    expect(isLike({ ...reply, received: 19 }, raw)).toBe(false);
    expect(isLike({ ...reply, received: 19 }, { ...raw, varies: true })).toBe(true);
    expect(isLike({ ...reply, answer: null }, raw)).toBe(false); // its head has not ended
    expect(isLike(client, raw)).toBe(false);
  });

  test("tells who was served and who was blocked", () => {
    expect(outcomeOf(reply, true, raw)).toBe("answered");
    expect(outcomeOf(reply, false, raw)).toBe("blocked");
    expect(outcomeOf(reply, false, expected)).toBe("broken");
  });

  test("may be the close alone", () => {
    expect(outcomeOf(closed, true, { ...raw, bytes: 0, raw: "closed" })).toBe("answered");
    expect(outcomeOf(closed, true, raw)).toBe("refused");
    expect(outcomeOf({ ...closed, ending: "lost" }, true, { ...raw, raw: "closed" })).toBe("refused");
  });

  test("is told by what is missing", () => {
    const of = (answer: Answer | null, received = 20) => rawReplyOf({ answer, received, ending: null });
    expect(of(null)).toBe("no-empty-line");
    expect(of({ ...NOT_HTTP, broken: ENDED_WITHIN_HEAD })).toBe("no-empty-line");
    expect(of(NOT_HTTP)).toBe("no-status-line");
    expect(of({ ...answer, complete: false })).toBe("not-whole");
    expect(of({ ...answer, broken: "the connection ended after 4 body bytes, more were promised" })).toBe(
      "not-whole",
    );
    expect(of({ ...answer, complete: false, openEnded: true })).toBeNull();
    expect(of(answer)).toBeNull();
    expect(of(null, 0)).toBeNull();
    expect(rawReplyOf({ answer: null, ending: "server" })).toBeNull(); // a browser
  });
});

describe("client 2", () => {
  test("was answered while client 1 held, or blocked until it left", () => {
    expect(outcomeOf(client, true, expected)).toBe("answered");
    expect(outcomeOf(client, false, expected)).toBe("blocked");
  });

  test("got a broken answer, whenever that came", () => {
    const broken = { ...client, answer: { ...answer, status: 500 } };
    expect(outcomeOf(broken, true, expected)).toBe("broken");
    expect(outcomeOf(broken, false, expected)).toBe("broken");
  });

  test("heard nothing: it was refused where its connection has ended, or else it is silent", () => {
    const unheard = { ...client, answered: false, answer: null };
    expect(outcomeOf(unheard, false, expected)).toBe("silent");
    for (const ending of ["server", "refused", "lost"] as const)
      expect(outcomeOf({ ...unheard, ending }, true, expected)).toBe("refused");
  });
});

test("a client that asked alone was answered with the right status, or it is told how not", () => {
  expect(loneOutcome(expected, 200)).toBe("answered");
  expect(loneOutcome(expected, 404)).toBe("broken");
  expect(loneOutcome(new ServerEnded(), 200)).toBe("refused");
  for (const [how, outcome] of [
    ["refused", "refused"],
    ["closed", "refused"],
    ["silent", "silent"],
    ["broken", "broken"],
    ["endless", "broken"],
  ] as const)
    expect(loneOutcome(new NoLoneAnswer(how, null), 200)).toBe(outcome);
});

const times: ClientTimes = { connectedMs: 2, firstByteMs: 52, lastByteMs: 60, closedMs: 70 };
const kernel: KernelEvidence = {
  accepted: false,
  acceptQueue: 1,
  unreadBytes: 62,
  threads: 1,
  processes: 1,
};

describe("a wait", () => {
  const holder = { name: "client 1", leftAt: 1050 };
  const waiting = { startedAt: 1000, times };

  test("is only told of a client that had to wait; the kernel's word is told of all", () => {
    for (const outcome of ["answered", "refused", "broken"] as const) {
      expect(waitOf(waiting, outcome, kernel, holder)).toEqual({ kernel });
      expect(waitOf(waiting, outcome, null, holder)).toEqual({});
    }
  });

  test("lasts from when it was connected to its first byte", () => {
    expect(waitOf(waiting, "blocked", kernel, holder)).toEqual({
      blockedBy: "client 1",
      waitedMs: 50,
      waitedIn: "accept queue",
      kernel,
    });
  });

  test("lasts to the last byte where the first one came before the other left", () => {
    const left = (leftAt: number | null) => ({ ...holder, leftAt });
    expect(waitOf(waiting, "blocked", null, left(1053)).waitedMs).toBe(58);
    expect(waitOf(waiting, "blocked", null, left(1052)).waitedMs).toBe(50);
    expect(waitOf(waiting, "blocked", null, left(null)).waitedMs).toBe(50);
  });

  test("is counted from the start where a browser does not say when it was connected, or when it heard", () => {
    const shown = { startedAt: 1000, times: { ...times, connectedMs: null, firstByteMs: null } };
    expect(waitOf(shown, "blocked", null, holder).waitedMs).toBe(60);
    const none = { ...shown, times: { ...shown.times, lastByteMs: null } };
    expect(waitOf(none, "blocked", null, holder).waitedMs).toBe(0);
  });

  test("was spent where the kernel says, of a client that was never answered too", () => {
    expect(waitOf(waiting, "silent", kernel, holder)).toEqual({ waitedIn: "accept queue", kernel });
    const accepted = { ...kernel, accepted: true };
    expect(waitOf(waiting, "silent", accepted, holder)).toEqual({ waitedIn: "server", kernel: accepted });
    expect(waitOf(waiting, "blocked", accepted, holder).waitedIn).toBe("server");
    expect(waitOf(waiting, "silent", null, holder)).toEqual({ waitedIn: null });
  });
});

describe("a life", () => {
  const seen = {
    name: "client 2",
    kind: "tcp",
    endpoint: { address: "127.0.0.1", port: 1 },
    startedAt: 1010,
    times,
    ending: null,
    leftAt: null,
    error: null,
    localPort: 40_000,
    localAddress: "127.0.0.1",
    answer,
    answered: true,
  } as const;

  test("is told from the start of its trial on", () => {
    expect(lifeOf(seen, 1000, 51)).toEqual({
      name: "client 2",
      kind: "tcp",
      port: 40_000,
      startMs: 10,
      connectedMs: 2,
      acceptedMs: 51,
      firstByteMs: 52,
      lastByteMs: 60,
      closedMs: 70,
      status: 200,
      bytes: 5,
    });
  });

  test("of a browser tells which, and what it showed", () => {
    const browser = { name: "Firefox 140", path: "/usr/bin/firefox" };
    const shows = (shown: boolean) => lifeOf({ ...seen, kind: "browser", browser, shown }, 1000, null);
    expect(shows(true)).toMatchObject({ kind: "browser", browser: "Firefox 140", shown: true });
    expect(shows(false)).toMatchObject({ shown: false });
  });

  test("has no port, status or bytes where nothing is known of them", () => {
    const life = lifeOf({ ...seen, localPort: null, answer: null }, 1000, null);
    expect(life).toMatchObject({ acceptedMs: null, status: null, bytes: 0 });
    expect(life).not.toHaveProperty("port");
    expect(life).not.toHaveProperty("browser");
    expect(life).not.toHaveProperty("shown");
  });

  test("was accepted before its first byte, though that was seen later", () => {
    expect(lifeOf(seen, 1000, 53).acceptedMs).toBe(52);
    const unheard = { ...seen, times: { ...times, firstByteMs: null } };
    expect(lifeOf(unheard, 1000, 53).acceptedMs).toBe(53);
  });
});
