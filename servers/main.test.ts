// The command, as a user types it: what it says, and its exit status.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runAll, type Said } from "../testing/run-all.js";
import { available, models } from "./registry.js";
import { program, repository, ServerProcess, startServer } from "./testing/server.js";
import { texts } from "./texts/texts.js";

/** Runs the command to its end. */
function run(args: string[], environment: Record<string, string> = {}): Promise<Said> {
  const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...rest } = process.env;
  const options = { cwd: repository, env: { ...rest, ...environment }, timeout: 20_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], options, (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), out, err }),
    );
  });
}

/** A port that is taken until the test has ended. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

const oneSentence = /^[^\n]+\.\n$/;

const runnable = Object.keys(models).filter(available);

describe("a server that can't start", () => {
  const lack = (root: string) => ["--port", "0", "--root", root];
  const cases: [why: string, options: string[], err: string][] = [
    [
      "an address that is not this machine's",
      ["--host", "192.0.2.1"],
      texts.en.cannotListen("EADDRNOTAVAIL", "192.0.2.1", 0),
    ],
    ["a folder that does not exist", lack("/no/such/folder"), texts.en.noFolder("/no/such/folder")],
    ["a file for a folder", [...lack(program), "--lang", "id"], texts.id.notFolder(program)],
  ];
  const all = runnable.flatMap((model) => cases.map(([why, options, err]) => ({ model, why, options, err })));
  let said: Said[];
  beforeAll(async () => {
    said = await runAll(all.map(({ model, options }) => [program, model, ...options]));
  });

  test.each(all.map((one, at) => ({ ...one, at })))("$model: $why", ({ err, at }) => {
    expect(said[at]).toEqual({ status: 3, out: "", err: `${err}\n` });
  });

  test.each([...runnable.map((model) => [model, "en"] as const), ["single", "id"] as const])(
    "%s: a taken port, with what to do (%s)",
    async (model, lang) => {
      const port = await takenPort();
      const said = await run([model, "--port", `${port}`, "--lang", lang]);
      const err = `${texts[lang].cannotListen("EADDRINUSE", "127.0.0.1", port)}\n`;
      expect(said).toEqual({ status: 3, out: "", err });
    },
  );
});

// Elsewhere prefork can do it, and there is nothing to say.
test.each(process.platform === "win32" ? (["en", "id"] as const) : [])(
  "a model that this system cannot run is told in one sentence (%s)",
  async (lang) => {
    const said = await run(["prefork", "--port", "0", "--lang", lang]);
    expect(said).toEqual({ status: 3, out: "", err: `${texts[lang].notHere("prefork")}\n` });
  },
);

describe("used wrongly", () => {
  const wrong: [args: string[], err: RegExp][] = [
    [[], /^No server model was named\. Name one of: single, multi, pool, prefork, events\./],
    [
      ["several"],
      /^There is no server model "several"\. Name one of: single, multi, pool, prefork, events\./,
    ],
    [["__proto__"], /^There is no server model "__proto__"/],
    [["single", "multi"], /^"multi" was not expected here/],
    [["single", "--ports", "1"], /^There is no option --ports\./],
    [["single", "-p", "1"], /^There is no option -p\./],
    [["single", "--port"], /^The option --port needs a value/],
    [["single", "--port", "-1"], /^The option --port is a whole number from 0 to 65535, not "-1"/],
    [["single", "--backlog", "-1"], /^The option --backlog is a whole number from 0 to 65535, not "-1"/],
    [["single", "--keep-open=yes"], /^The option --keep-open takes no value/],
    [["single", "--port=-1"], /^The option --port is a whole number from 0 to 65535, not "-1"/],
    [["single", "--port", "65536"], /^The option --port is a whole number/],
    [["single", "--port", "80x"], /^The option --port is a whole number/],
    [["single", "--port", ""], /^The option --port is a whole number/],
    [["single", "--backlog", "1.5"], /^The option --backlog is a whole number/],
    [["multi", "--max-threads", "0"], /^The option --max-threads is a whole number from 1 to 10000, not "0"/],
    [
      ["single", "--max-threads", "2"],
      /^The option --max-threads belongs to multi: single does not have it\./,
    ],
    [["events", "--threads=2"], /^The option --threads belongs to pool: events does not have it\./],
    [["pool", "--processes", "2"], /^The option --processes belongs to prefork: pool does not have it\./],
    [["pool", "--threads", "0"], /^The option --threads is a whole number from 1 to 256, not "0"/],
    [["prefork", "--processes", "257"], /^The option --processes is a whole number from 1 to 256, not "257"/],
    [["single", "--host", "::1"], /^The option --host is an IPv4 address/],
    [["single", "--host", "256.0.0.1"], /^The option --host is an IPv4 address/],
    [["single", "--host", "example.org"], /^The option --host is an IPv4 address/],
    [["single", "--lang", "fr"], /^The option --lang is en or id, not "fr"/],
  ];
  let said: Said[];
  beforeAll(async () => {
    said = await runAll(wrong.map(([args]) => [program, ...args]));
  });

  test.each(wrong.map(([args, err], at) => [args, err, at] as const))("%j", (_, err, at) => {
    expect(said[at]).toMatchObject({ status: 2, out: "" });
    expect(said[at]!.err).toMatch(err);
    expect(said[at]!.err).toMatch(oneSentence);
  });

  test("is status 2 of the command itself", async () => {
    expect(await run(wrong[0]![0])).toEqual(said[0]);
  });

  test("an option that npm has taken for itself is told, with what to type", async () => {
    const said = await run(["single"], { npm_config_keep_open: "true" });
    expect(said).toMatchObject({ status: 2, out: "" });
    expect(said.err).toMatch(
      /^npm took the option --keep-open for itself\. Write -- before the options: npm run server/,
    );
  });

  test("is said in the language that was asked for, wherever that stands", async () => {
    const [option, before] = await runAll([
      [program, "several", "--lang", "id"],
      [program, "--lang=id"],
    ]);
    expect(option!.err).toContain('Tidak ada model server "several"');
    expect(before!.err).toContain("Model server belum disebutkan");
    const said = await Promise.all([
      run(["--bad"], { LANG: "id_ID.UTF-8" }),
      run(["--bad"], { LC_ALL: "en_US.UTF-8", LANG: "id_ID.UTF-8" }),
      run(["--bad", "--lang", "en"], { LANG: "id_ID.UTF-8" }),
    ]);
    expect(said.map(({ err }) => err)).toEqual([
      expect.stringContaining("Tidak ada opsi --bad"),
      expect.stringContaining("There is no"),
      expect.stringContaining("There is no"),
    ]);
  });
});

describe("--help", () => {
  const options = [
    ...readFileSync(new URL("./main.ts", import.meta.url), "utf8").matchAll(/^ {2}"?([a-z-]+)"?: \{ type:/gm),
  ];

  test.each(["en", "id"] as const)("names every model and every option: %s", async (lang) => {
    const { status, out, err } = await run(["--help", "--lang", lang]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(options.length).toBeGreaterThanOrEqual(8);
    for (const [, option] of options) expect(out).toContain(`  --${option} `);
    for (const model of Object.keys(models)) expect(out).toContain(model);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("helps beside anything else", async () => {
    expect((await run(["single", "--port", "nonsense", "--help"])).status).toBe(0);
  });
});

test("the ports and backlogs are the course report's", () => {
  expect(models.single!.defaults).toEqual({ port: 4321, backlog: 1 });
  expect(models.multi!.defaults).toMatchObject({ port: 1234, backlog: 5 });
});

test("every model has a port of its own, so that all can run beside each other", () => {
  const ports = Object.values(models).map(({ defaults }) => defaults.port);
  expect(new Set(ports).size).toBe(ports.length);
});

test("without --root the sample site is served", async () => {
  const server = await startServer("single");
  onTestFinished(() => server.kill());
  const response = await fetch(`http://127.0.0.1:${server.port}/`, { headers: { connection: "close" } });
  expect(await response.text()).toContain("Hello from the server");
});

test.runIf(process.platform !== "win32").each(runnable)(
  "ends when nobody reads its log any more: %s",
  async (model) => {
    const server = await startServer(model);
    onTestFinished(() => server.kill());
    server.child.stdout!.destroy();
    await fetch(`http://127.0.0.1:${server.port}/`).catch(() => {});
    expect(await server.ended()).toEqual({ status: null, signal: "SIGTERM" });
    expect(server.errors).toBe("");
  },
);

test("the value of an option that npm has eaten is explained, where npm runs us", async () => {
  // npm run server single --lang id, without the --, arrives as: single id
  const { status, err } = await run(["single", "id"], { npm_lifecycle_event: "server" });
  expect(status).toBe(2);
  expect(err).toContain(
    '"id" was not expected here. If it belongs to an option, write -- before the options',
  );
  const alone = await run(["single", "id"], { npm_lifecycle_event: "" });
  expect(alone.err).not.toContain("before the options");
});

test("a server that has ended says how", async () => {
  const server = new ServerProcess(process.execPath, [program, "several", "--lang", "en"]);
  await expect(server.line(/Listening/)).rejects.toThrow(/There is no server model/);
  expect(await server.ended()).toEqual({ status: 2, signal: null });
});
