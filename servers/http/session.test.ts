import { createHash, randomBytes } from "node:crypto";
import fs, { chmodSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileShrank } from "./response.js";
import { Session, type Site } from "./session.js";
import { exchange, smallSite } from "./testbed.js";

const H = "Host: a\r\n\r\n";
const GET = `GET / HTTP/1.1\r\n${H}`;
const silent = { asked() {}, refused() {}, left() {} };
const write = (site: Site, name: string, content: string | Buffer) =>
  writeFileSync(join(site.files.root, name), content);
const receive = (site: Site, request: string) => new Session(site, silent).receive(Buffer.from(request));

describe("an answer", () => {
  test("has a head with its length, and the file", () => {
    const { text, log, ended } = exchange(smallSite(), GET);
    expect(text).toBe(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n\r\nhello",
    );
    expect(log).toEqual(["asked GET / HTTP/1.1 200"]);
    expect(ended).toBe(false);
  });

  test("has a date", () => {
    const [piece] = receive(smallSite(), GET);
    const date = /Date: (.*)\r\n/.exec(piece!.toString())![1]!;
    expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(3000);
    expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  test("to HEAD is the head that GET would have got, also of a large file and of an error", () => {
    const site = smallSite();
    write(site, "large", Buffer.alloc(100_000));
    for (const path of ["/", "/large", "/nothing", "/%zz"]) {
      const whole = exchange(site, `GET ${path} HTTP/1.1\r\n${H}`).text;
      const head = exchange(site, `HEAD ${path} HTTP/1.1\r\n${H}`).text;
      expect(head).toBe(whole.slice(0, whole.indexOf("\r\n\r\n") + 4));
    }
  });

  test.each([
    ["GET /nothing", 404, false],
    ["POST /", 405, false],
    ["OPTIONS *", 405, false],
    ["CONNECT a:80", 405, true],
    ["BREW /", 501, true],
    ["get /", 501, true],
    ["GET /%zz", 400, true],
  ])("to %s is %d with a page that says so", (request, status, ended) => {
    const reply = exchange(smallSite(), `${request} HTTP/1.1\r\n${H}`);
    const [head, body] = reply.text.split("\r\n\r\n") as [string, string];
    expect(reply).toMatchObject({ statuses: [status], ended });
    expect(body).toContain(`<h1>${status} `);
    expect(head).toContain(`Content-Length: ${body.length}`);
    expect(head.includes("Connection: close")).toBe(ended);
    expect(head.includes("Allow: GET, HEAD")).toBe(status === 405);
  });

  test("is 404 to a file that may not be read", () => {
    const site = smallSite();
    write(site, "mine", "x");
    chmodSync(join(site.files.root, "mine"), 0);
    const allowed = process.getuid?.() === 0 || process.platform === "win32";
    expect(exchange(site, `GET /mine HTTP/1.1\r\n${H}`).statuses).toEqual([allowed ? 200 : 404]);
  });

  test("is 500 when the system can't open the file, and the next one is as ever", () => {
    const site = smallSite();
    const files = Object.create(site.files, {
      open: {
        value: (path: string) => {
          if (path === "/bad") throw Object.assign(new Error("EMFILE"), { code: "EMFILE" });
          return site.files.open(path);
        },
      },
    });
    const { statuses, log } = exchange({ ...site, files }, `GET /bad HTTP/1.1\r\n${H}${GET}`);
    expect(statuses).toEqual([500, 200]);
    expect(log[0]).toBe("refused 500 EMFILE");
  });
});

describe("the connection", () => {
  test.each([
    ["HTTP/1.1", "", false, "", false],
    ["HTTP/1.1", "Connection: close\r\n", false, "close", true],
    ["HTTP/1.0", "", false, "close", true],
    ["HTTP/1.0", "Connection: keep-alive\r\n", false, "keep-alive", false],
    ["HTTP/1.0", "", true, "keep-alive", false],
    ["HTTP/1.0", "Connection: close\r\n", true, "close", true],
    ["HTTP/1.1", "", true, "", false],
  ])("after %s %j, keep open %s, says %j and is closed: %s", (version, field, keepOpen, said, ended) => {
    const reply = exchange(smallSite(keepOpen), `GET / ${version}\r\n${field}Host: a\r\n\r\n`);
    expect(reply).toMatchObject({ statuses: [200], ended, lingering: false });
    expect(/Connection: (.*)\r/.exec(reply.text)?.[1] ?? "").toBe(said);
  });

  test("ends after exit without a word, and hears nothing more", () => {
    expect(exchange(smallSite(), GET, "exit", GET)).toMatchObject({
      statuses: [200],
      ended: true,
      lingering: false,
    });
    expect(exchange(smallSite(), "exit\r\n")).toMatchObject({ text: "", log: ["left exit"] });
  });

  test("lingers after a refusal, and when something was sent that nobody read", () => {
    const closing = `GET / HTTP/1.1\r\nConnection: close\r\n${H}`;
    const withBody = `POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: 5\r\n${H}`;
    expect(exchange(smallSite(), "nonsense\r\n")).toMatchObject({
      statuses: [400],
      ended: true,
      lingering: true,
    });
    expect(exchange(smallSite(), closing + GET)).toMatchObject({
      statuses: [200],
      ended: true,
      lingering: true,
    });
    expect(exchange(smallSite(), `${withBody}abc`)).toMatchObject({ ended: true, lingering: true });
    expect(exchange(smallSite(), `${withBody}abcde`)).toMatchObject({ ended: true, lingering: false });
  });

  test("answers requests that come at once one by one, in order", () => {
    const three = `${GET}GET /nothing HTTP/1.1\r\n${H}HEAD / HTTP/1.1\r\n${H}`;
    expect(exchange(smallSite(), three).statuses).toEqual([200, 404, 200]);
    expect(exchange(smallSite(), ...three)).toEqual(exchange(smallSite(), three));
  });

  test("survives any bytes: nothing is thrown, and every answer is one of ours", () => {
    const site = smallSite();
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.constantFrom("GET ", "/", " HTTP/1.1\r\n", H, GET, "\r\n").map(Buffer.from),
    );
    fc.assert(
      fc.property(fc.array(bytes), (pieces) => {
        const { statuses } = exchange(site, ...pieces);
        for (const status of statuses) expect([200, 400, 404, 405, 414, 431, 501, 505]).toContain(status);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a large file", () => {
  const LARGE = "GET /large HTTP/1.1\r\nHost: a\r\n\r\n";
  const openFiles = () =>
    readdirSync("/proc/self/fd").filter((fd) => {
      try {
        return fs.readlinkSync(`/proc/self/fd/${fd}`).endsWith("/large");
      } catch {
        return false;
      }
    }).length;

  test("of 64 MiB comes byte for byte, in pieces of 64 KiB", () => {
    const site = smallSite();
    const content = randomBytes(64 * 1024 * 1024);
    write(site, "large", content);
    const hash = createHash("sha256");
    let before = -1;
    for (const piece of receive(site, LARGE)) {
      expect(piece.length).toBeLessThan(66_000);
      if (before < 0) before = piece.indexOf("\r\n\r\n") + 4;
      hash.update(before > 0 ? piece.subarray(before) : piece);
      before = 0;
    }
    expect(hash.digest("hex")).toBe(createHash("sha256").update(content).digest("hex"));
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 131_073])("of %d bytes comes whole", (size) => {
    const site = smallSite();
    write(site, "large", Buffer.alloc(size, "x"));
    const pieces = [...receive(site, LARGE)];
    const answer = Buffer.concat(pieces).toString();
    expect(pieces.length).toBe(Math.max(1, Math.ceil(size / 65_536)));
    expect(answer).toContain(`Content-Length: ${size}\r\n`);
    expect(answer.split("\r\n\r\n")[1]).toBe("x".repeat(size));
  });

  test.runIf(process.platform === "linux")(
    "is closed after the last piece, and when nobody wants the rest",
    () => {
      const site = smallSite();
      write(site, "large", Buffer.alloc(1_000_000));
      for (const _ of receive(site, LARGE));
      expect(openFiles()).toBe(0);
      const session = new Session(site, silent);
      for (const _ of session.receive(Buffer.from(LARGE))) {
        expect(openFiles()).toBe(1);
        break;
      }
      expect(openFiles()).toBe(0);
      expect(session.ended).toBe(true);
    },
  );

  test("that becomes shorter breaks the answer off", () => {
    const site = smallSite();
    write(site, "large", Buffer.alloc(1_000_000));
    const pieces = receive(site, LARGE);
    pieces.next();
    truncateSync(join(site.files.root, "large"), 100_000);
    expect(() => [...pieces]).toThrow(FileShrank);
  });

  test("that becomes longer is sent up to the promised length", () => {
    const site = smallSite();
    write(site, "large", Buffer.alloc(100_000));
    const pieces = receive(site, LARGE);
    let sent = pieces.next().value!.toString("latin1").split("\r\n\r\n")[1]!.length;
    fs.appendFileSync(join(site.files.root, "large"), "more");
    for (const piece of pieces) sent += piece.length;
    expect(sent).toBe(100_000);
  });
});
