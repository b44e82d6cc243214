// The command line, and what cannot be connected to.

import { expect, test } from "vitest";
import { readLanguage, UsageError } from "../command-line.js";
import { texts } from "../texts/texts.js";
import { readTask } from "./options.js";
import { pipe } from "./testing/program.js";
import { serve } from "./testing/servers.js";

const ID = { LC_ALL: "id_ID.UTF-8" };

/** What is said of a command line that is wrong. */
function mistakeIn(args: string[], env: NodeJS.ProcessEnv = {}): string {
  try {
    readTask(args, texts[readLanguage(args, env, (language) => texts[language])]);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`no mistake is found in ${args.join(" ")}`);
}

test.each([
  ["no host", [], "No HOST was named.", "HOST belum disebutkan."],
  ["no port", ["localhost"], "No PORT was named.", "PORT belum disebutkan."],
  ["a port that is no number", ["localhost", "http"], 'not "http"', 'bukan "http"'],
  ["port 0", ["localhost", "0"], 'not "0"', 'bukan "0"'],
  ["a port that is too high", ["localhost", "65536"], 'not "65536"', 'bukan "65536"'],
  ["a word too many", ["localhost", "80", "x"], '"x" was not expected', '"x" tidak dikenal'],
  ["an unknown option", ["localhost", "80", "--fast"], "no option --fast", "Tidak ada opsi --fast"],
  ["an option without its value", ["localhost", "80", "--timeout"], "needs a value", "memerlukan nilai"],
  ["a value that is not wanted", ["localhost", "80", "--help=x"], "takes no value", "tidak memakai nilai"],
  ["a timeout of nothing", ["localhost", "80", "--timeout", "0"], 'not "0"', 'bukan "0"'],
  ["a timeout below nothing", ["localhost", "80", "--timeout", "-5"], 'not "-5"', 'bukan "-5"'],
  ["a timeout that is no number", ["localhost", "80", "--timeout", "1e3"], 'not "1e3"', 'bukan "1e3"'],
  ["an unknown language", ["localhost", "80", "--lang", "fr"], 'not "fr"', 'bukan "fr"'],
])("%s is told in both languages", (_, args, english, indonesian) => {
  expect(mistakeIn(args)).toContain(english);
  expect(mistakeIn(args, ID)).toContain(indonesian);
});

test("a mistake is told with the usage, and is status 2", async () => {
  const [en, id] = await Promise.all([pipe([]), pipe([], "", ID)]);
  expect(en.stderr).toBe(`${mistakeIn([])}\n\n${texts.en.usage}\n`);
  expect(id.stderr).toBe(`${mistakeIn([], ID)}\n\n${texts.id.usage}\n`);
  expect(en.stderr).toContain("Usage: npm run client HOST PORT");
  expect(id.stderr).toContain("Cara pakai: npm run client HOST PORT");
  expect([en.status, id.status, en.stdout, id.stdout]).toEqual([2, 2, "", ""]);
});

test.each([
  ["http://127.0.0.1:4321/", "127.0.0.1 4321"],
  ["127.0.0.1:4321", "127.0.0.1 4321"],
  ["localhost:4321/index.html", "localhost 4321"],
  ["[::1]:4321", "[::1] 4321"],
  ["http://localhost", "localhost 80"],
  ["http://localhost/ 4321", "localhost 4321"],
  ["https://localhost", "localhost PORT"],
  ["localhost:", "localhost PORT"],
])("%s is told to be two words, in both languages", (typed, right) => {
  const args = typed.split(" ");
  expect(mistakeIn(args)).toBe(`Write host and port as two words: npm run client ${right}`);
  expect(mistakeIn(args, ID)).toBe(`Tulis host dan port sebagai dua kata: npm run client ${right}`);
});

test("an option that npm has taken for itself is told, with what to type", async () => {
  const { stderr, status } = await pipe(["localhost", "80"], "", { npm_config_timeout: "5" });
  expect(stderr).toMatch(
    /^npm took the option --timeout for itself\. Write -- before the options: npm run client/,
  );
  expect(status).toBe(2);
});

test("the value of an option that npm has taken is explained", async () => {
  const { stderr } = await pipe(["localhost", "80", "id"], "", { npm_lifecycle_event: "client" });
  expect(stderr).toMatch(
    /^"id" was not expected here\. If it belongs to an option, write -- before the options/,
  );
});

test("help is on standard output, in the language of --lang", async () => {
  const { stdout, status } = await pipe(["--help", "--lang", "id"]);
  expect(stdout).toMatch(/^Cara pakai/);
  expect(status).toBe(0);
});

test("when nobody is listening it is one sentence in both languages, and status 3", async () => {
  const port = await portOfNobody();
  const [en, id] = await Promise.all([pipe(["localhost", port], "a"), pipe(["127.0.0.1", port], "a", ID)]);
  expect(en.stderr).toBe(
    `Nobody is listening on localhost (127.0.0.1:${port}). Start the server first, and check the port.\n`,
  );
  expect(id.stderr).toContain(`Tidak ada server di 127.0.0.1:${port}.`);
  expect([en.status, id.status]).toEqual([3, 3]);
});

test("an unknown host is one sentence, and status 3", async () => {
  const { stderr, status } = await pipe(["no-such-host.invalid", 80], "a");
  expect(stderr).toMatch(/^There is no host called "no-such-host.invalid", .*\n$/);
  expect(status).toBe(3);
});

/** A port that was free a moment ago, and that nobody is likely to take at once. */
async function portOfNobody(): Promise<number> {
  const server = await serve(() => {});
  await server.close();
  return server.port;
}
