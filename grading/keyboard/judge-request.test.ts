import { expect, test } from "vitest";
import { texts } from "../texts/texts.js";
import { judgeRequest } from "./judge-request.js";
import { transcript } from "./transcript.test-data.js";

const say = texts.en;
const { got, hints } = say;

/** What is said of these bytes. */
function judged(head: string, path: string | null = "/qwxyz.html") {
  return judgeRequest(
    transcript({ first: { request: { head: Buffer.from(head, "latin1"), path, tooLate: false } } }),
    say,
  );
}
const GET = "GET /qwxyz.html HTTP/1.1\r\n";

test("a valid request is told by its first line, and shown up to its twelfth", () => {
  const fields = Array.from({ length: 20 }, (_, number) => `X-${number}: y`).join("\r\n");
  const finding = judged(`${GET}Host: x\r\n${fields}\r\n\r\n`);
  expect(finding).toMatchObject({ status: "pass", got: got.sent("GET /qwxyz.html HTTP/1.1"), hint: "" });
  expect(finding.evidence.words).toHaveLength(12);
  expect(finding.evidence.words![1]).toBe("Host: x");
});

test("HTTP/1.1 without Host is right, and told so; HTTP/1.0 needs none", () => {
  expect(judged(`${GET}\r\n`)).toMatchObject({ status: "pass", hint: hints.hostMissing });
  expect(judged(`${GET}X-Host: x\r\n\r\n`)).toMatchObject({ hint: hints.hostMissing });
  expect(judged(`${GET}host:x\r\n\r\n`)).toMatchObject({ status: "pass", hint: "" });
  expect(judged("GET /qwxyz.html HTTP/1.0\r\n\r\n")).toMatchObject({ status: "pass", hint: "" });
});

test.each([
  "qwxyz.html",
  "GET /qwxyz.html",
  "GET  /qwxyz.html HTTP/1.1",
  "POST /qwxyz.html HTTP/1.1",
  "GET /qwxyz.html HTTP/2.0",
  "GET /qwxyz.html HTTP/1.1 ",
  " GET /qwxyz.html HTTP/1.1",
  "GET /qwxyz.html HTTP/1.12",
])("a first line that is not of three words is told: %j", (line) => {
  expect(judged(`${line}\r\nHost: x\r\n\r\n`)).toMatchObject({
    status: "fail",
    cause: "line",
    got: got.badRequest.line(line),
    hint: hints.get,
  });
});

test("of a line that is long its beginning is told", () => {
  const long = "x".repeat(300);
  expect(judged(`${long}\r\n\r\n`).got).toBe(got.badRequest.line(long.slice(0, 200)));
  const path = `GET /${long} HTTP/1.1`;
  expect(judged(`${path}\r\n\r\n`, "/other").got).toBe(
    got.badRequest.path(path.slice(0, 200), "/qwxyz.html"),
  );
});

test("another file than the one that was typed is told", () => {
  expect(judged("GET qwxyz.html HTTP/1.1\r\n\r\n", "qwxyz.html")).toMatchObject({
    status: "fail",
    cause: "path",
    hint: hints.get,
  });
});

test("lines that end with LF alone are told, be it only the first or a later one", () => {
  for (const head of ["GET /qwxyz.html HTTP/1.1\n\n", `${GET}Host: x\n\r\n`, `${GET}\n`])
    expect(judged(head)).toMatchObject({
      status: "fail",
      cause: "bare LF",
      got: got.badRequest["bare LF"](),
    });
});

test("a request is shown line by line, however its lines end", () => {
  expect(judged("GET /qwxyz.html HTTP/1.1\n\n").evidence.words).toEqual(["GET /qwxyz.html HTTP/1.1", "", ""]);
});

test("a request that has no end is told so, if its first line is right", () => {
  const unended = (text: string) =>
    judgeRequest(transcript({ first: { request: null }, unended: Buffer.from(text) }), say);
  expect(unended(`${GET}Host: x\r\n`)).toMatchObject({ cause: "blank", got: got.badRequest.blank() });
  expect(unended("hello")).toMatchObject({ cause: "line" });
});

test("no request at all is told, with how it ended, and its words", () => {
  const none = { first: { request: null }, output: ["Halo"], typed: ["a.html"] };
  expect(judgeRequest(transcript(none), say)).toEqual({
    status: "fail",
    cause: "no request",
    got: got.noRequest,
    hint: hints.get,
    evidence: { output: ["Halo"], words: [got.typed(["a.html"])] },
  });
  const early = { status: 3, signal: null };
  expect(judgeRequest(transcript({ ...none, early }), say).got).toBe(got.endedAtOnce("exit status 3"));
});

test("no request from one that asked what nobody knows is for a human", () => {
  expect(judgeRequest(transcript({ first: { request: null }, strange: true }), say)).toMatchObject({
    status: "inconclusive",
    cause: "no request",
    got: `${got.noRequest} ${got.strange}`,
    hint: hints.strange,
  });
});
