// The browser of the checks opens pages that strangers' programs made: what a page can make it take, leave and read.
// @module-tag bwrap
// @module-tag python3

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBrowsers } from "../clients/browser/find.js";
import { userOfPrograms } from "./sandbox/confinement.js";
import { inOwnNetwork } from "./sandbox/outer.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";
import { Traces } from "./testing/left-over.js";

/**
 * Serves one page under every name, and prints what it is told by /told?WORDS. A browser that asks later is kept waiting until
 * the first page has told something: until then the check goes on, and the page with it.
 */
const SERVER = `
import socket, threading, urllib.parse
PAGE = open("page.txt", "rb").read()
asked, told = threading.Lock(), threading.Event()

def serve(connection):
    with connection:
        try:
            while request := connection.recv(65536):
                path = request.split()[1].decode()
                body, kind, more = PAGE, "text/html", ""
                if path.startswith("/told?"):
                    print("told:", urllib.parse.unquote(path[6:]), flush=True)
                    told.set()
                    body = b""
                elif b"Mozilla" in request and not path.startswith("/file") and not asked.acquire(blocking=False):
                    told.wait(20)
                if path.startswith("/file"):
                    body, kind, more = bytes(1 << 20), "application/octet-stream", "Content-Disposition: attachment\\r\\n"
                head = f"HTTP/1.1 200 OK\\r\\nContent-Type: {kind}\\r\\n{more}Content-Length: {len(body)}\\r\\n\\r\\n"
                connection.sendall(head.encode() + body)
        except OSError:
            pass

server = socket.create_server(("", 1234), backlog=50)
BESIDE
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
`;

/** Looks for whoever else listens in its network, and wants to drive a browser by its WebDriver port. */
const DRIVES = `
import base64, json, os, re, struct, time

def listening():
    lines = open("/proc/net/tcp").read().splitlines()[1:]
    return {int(line.split()[1].split(":")[1], 16) for line in lines if line.split()[3] == "0A"} - {1234}

class Driver:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 20)
        self.socket.sendall(f"GET /session HTTP/1.1\\r\\nHost: 127.0.0.1:{port}\\r\\n".encode() + b"Upgrade: websocket\\r\\nConnection: Upgrade\\r\\n"
            b"Sec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: " + base64.b64encode(os.urandom(16)) + b"\\r\\n\\r\\n")
        self.file = self.socket.makefile("rb")
        print("told:", self.file.readline().decode().strip(), flush=True)
        while self.file.readline().strip():
            pass
        self.number = 0

    def ask(self, method, **parameters):
        self.number += 1
        text = json.dumps({"id": self.number, "method": method, "params": parameters}).encode()
        size = bytes([128 + len(text)]) if len(text) < 126 else b"\\xfe" + struct.pack(">H", len(text))
        self.socket.sendall(b"\\x81" + size + bytes(4) + text)
        while True:
            first, length = self.file.read(2)
            if length > 125:
                length = int.from_bytes(self.file.read(2 if length == 126 else 8), "big")
            answer = json.loads(self.file.read(length))
            if answer.get("id") == self.number:
                return answer

def drive():
    while not listening():
        time.sleep(0.001)
    driver = Driver(listening().pop())
    session = driver.ask("session.new", capabilities={})
    print("told: session", session.get("error", "is ours"), flush=True)
    if "error" in session:
        return
    tab = driver.ask("browsingContext.getTree")["result"]["contexts"][0]["context"]
    for path in PATHS:
        driver.ask("browsingContext.navigate", context=tab, url="file://" + path, wait="complete")
        seen = driver.ask("script.evaluate", expression="document.body.innerText", awaitPromise=False, target={"context": tab})
        print("told:", path, str(seen.get("result", seen))[:150], flush=True)
    print("told: all was tried", flush=True)

def tried():
    while True:
        try:
            drive()
        except (OSError, ValueError) as error:
            print("told: refused", repr(error), flush=True)

threading.Thread(target=tried, daemon=True).start()`;

/** Grades a multi server with such a page, by the check of two browsers alone. */
async function graded(browser: string, script: string, beside = "") {
  const [all, out, home] = [folder(), folder(), folder()];
  mkdirSync(join(all, "it"));
  mkdirSync(join(home, "Downloads"));
  writeFileSync(join(home, "exam.txt"), "the questions");
  writeFileSync(
    join(all, "it", "server_multi.py"),
    SERVER.replace(
      "BESIDE",
      beside.replace(
        "PATHS",
        JSON.stringify([join(home, "exam.txt"), "/etc/shadow", "/etc/passwd", "/usr/share/dict", home]),
      ),
    ),
  );
  // What is shown comes last: until then the check waits for it.
  const text = `<!doctype html><meta charset="utf-8"><body><script type="module">
const tell = (words) => fetch("/told?" + encodeURIComponent(words));
const show = (text) => (document.body.textContent = text);
${script}</script>`;
  writeFileSync(join(all, "it", "page.txt"), text);
  const rubric = join(folder(), "rubric.yaml");
  writeFileSync(rubric, "multi: { two-browsers: 1 }\n");
  const traces = new Traces();
  const args = [all, "--out", out, "--rubric", rubric, "--browser", browser];
  const { stderr } = await runGrade(args, { ...traces.env, HOME: home });
  expect(stderr).not.toContain("    at ");
  await expect.poll(() => traces.processes()).toEqual([]);
  await expect.poll(() => traces.files()).toEqual([]);
  const { checks, flags } = gradesIn(out).get("it")!;
  const [check] = checks;
  const told = (check!.evidence.output ?? []).filter((line) => line.startsWith("told: "));
  return { check: check!, flags, told, home, files: readdirSync(home, { recursive: true }).sort() };
}

describe.skipIf(process.platform !== "linux").each(findBrowsers())(
  "$name, as the checks open it",
  ({ kind, path }) => {
    test("downloads nothing, and writes nothing outside of its profile", async () => {
      const { told, files } = await graded(
        path,
        `for (let i = 0; i < 20; i++) {
  const link = Object.assign(document.createElement("a"), { href: "/file" + i, download: "file" + i });
  document.body.append(link);
  link.click();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await tell("done");
show("done");`,
      );
      expect(told).toContain("told: done");
      expect(files.filter((name) => !`${name}`.startsWith(".rustup"))).toEqual(["Downloads", "exam.txt"]); // a shim's
    });

    test("keeps no more of what a page writes than its profile has room for", async () => {
      const { told } = await graded(
        path,
        `const open = indexedDB.open("much");
open.onupgradeneeded = () => open.result.createObjectStore("all");
await new Promise((resolve) => (open.onsuccess = resolve));
const random = new Uint8Array(16 << 20);
let kept = 0;
try {
  for (; kept < 900; kept += 16) {
    for (let at = 0; at < random.length; at += 65536) crypto.getRandomValues(random.subarray(at, at + 65536));
    const write = open.result.transaction("all", "readwrite");
    write.objectStore("all").put(random, kept);
    await new Promise((resolve, reject) => { write.oncomplete = resolve; write.onabort = write.onerror = reject; });
  }
} catch {}
await tell(kept);
show("done");`,
      );
      const most = Math.max(...told.map((line) => Number(line.slice(6))));
      expect(most).toBeGreaterThanOrEqual(0);
      expect(most).toBeLessThan(256);
    });

    test("is ended when a page takes too much memory, and a human is told", async () => {
      const { check, flags } = await graded(
        path,
        `const kept = [];
for (let i = 0; i < 60; i++) kept.push(new Uint8Array(64 << 20).fill(i + 1));
await tell(kept.length);
show("done");`,
      );
      expect(check.got).toMatch(/a page of it made a browser take \d{4,} MiB of memory/);
      expect(flags.join()).toMatch(/multi server: The program was ended: a page/);
    });

    test("is out of a program's reach, or has nothing for whoever gets hold of it", async () => {
      const { told, check } = await graded(path, `await tell("shown"); show("done");`, DRIVES);
      expect(JSON.stringify(check)).not.toMatch(/questions|root:|exam\.txt[^"]*txt/);
      if (kind === "chrome")
        expect(new Set(told)).toEqual(new Set(["told: shown"])); // it is driven by a pipe: nobody listens
      else expect(told).toContain("told: HTTP/1.1 101 Switching Protocols");
    });
  },
);

test("what is shut in like a browser sees the system's software and its profile, and writes nowhere else", async () => {
  const home = folder();
  writeFileSync(join(home, "exam.txt"), "the questions");
  const { stdout, stderr } = sheltered(
    `ls -A / /home; cat ${home}/exam.txt /etc/passwd; for at in / /usr /etc /home /dev /opt; do (: >$at/x) && echo wrote $at; done; ` +
      `for name in 1 2; do head -c 200M /dev/zero >$HOME/$name; done; echo kept $(du -sm $HOME); id -u; grep -E 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status; env; ls /proc | grep -c '^[0-9]'`,
  );
  expect(stdout).not.toContain("questions");
  expect(stdout).toMatch(/\/home:\nbrowser\n/);
  expect(stdout).not.toMatch(/\b(root|tmp|var|work|mnt|srv|sys|run)\n/);
  expect(stdout).not.toMatch(/wrote|root:|SECRET/);
  expect(stderr).toContain("No space left on device");
  expect(Number(/^kept (\d+)/m.exec(stdout)?.[1])).toBeLessThanOrEqual(256);
  expect(stdout).toMatch(/CapEff:\s+0+\nNoNewPrivs:\s+1\nSeccomp:\s+2/);
});

/** Runs a shell command in the place of a browser. */
function sheltered(script: string) {
  const scratch = folder();
  chmodSync(scratch, 0o711);
  const module = new URL("../dist/grading/sandbox/browser.js", import.meta.url).href;
  const program = `
import { mkdtempSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { BrowserShelters } from ${JSON.stringify(module)};
const job = { scratch: ${JSON.stringify(scratch)}, hidden: [], uid: ${userOfPrograms()} };
const shelter = new BrowserShelters(job, null, () => null).make({ path: "/bin/sh" });
const profile = mkdtempSync(shelter.folder + "/antre-");
shelter.own(profile);
const [command, ...words] = shelter.command(["/bin/sh", "-c", ${JSON.stringify(script)}], profile);
spawnSync(command, words, { stdio: "inherit" });`;
  const [command, ...words] = inOwnNetwork([process.execPath, "--input-type=module", "-e", program]);
  return spawnSync(command!, words, { encoding: "utf8", env: { ...process.env, SECRET: "42" } });
}
