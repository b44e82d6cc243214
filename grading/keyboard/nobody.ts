// A student's client where nobody listens: does it say so in a sentence, or does its language say it for it?

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { type CheckOutcome, failed, passed } from "../checks/check.js";
import { filled, USUAL } from "../forms/form.js";
import { randomWord } from "../pages.js";
import type { Texts } from "../texts/texts.js";
import { showsCrash, signalOf } from "./crash.js";
import { KeyboardDriver } from "./keyboard-driver.js";
import { hasNewWords, newLines, type Usual } from "./printed.js";
import { enter, LEAVE } from "./questions.js";
import type { SessionSetup } from "./session.js";
import { withoutTraces } from "./traces.js";

/** "Connection error": each of its words may stand in a response, too. */
const SAYS_SO =
  /\b(connect\w*|koneksi|hubung\w*|terhubung|server|socket)\b.*\b(errors?|fail\w*|refused|gagal|ditolak|tidak|not|unable|mati|down)\b|\b(errors?|fail\w*|refused|gagal|tidak|unable|cannot|can't|could not)\b.*\b(connect\w*|koneksi|hubung\w*|terhubung|server)\b/i;
const LONGEST_MS = 20_000;
const QUIET_MS = 1500;

/** `usual`: what it prints where somebody listens. That is no word about nobody. */
export async function tryNobody(
  { line, kernel, wrappers, form = USUAL }: SessionSetup,
  usual: Usual,
  { got, hints }: Texts,
): Promise<CheckOutcome> {
  const address = { host: "127.0.0.1", port: await deafPort() };
  const file = `${randomWord(6)}.html`;
  const driver = new KeyboardDriver(line(address.host, address.port, file), kernel, wrappers);
  try {
    await driver.settled(() => driver.ended !== null, QUIET_MS, LONGEST_MS);
    // It may connect only when it is asked for something.
    await enter(driver, filled(form.typed, { ...address, file }), address);
    await driver.settled(() => driver.ended !== null, QUIET_MS, LONGEST_MS);
    await enter(driver, LEAVE, address);
    await driver.until(() => driver.ended !== null, QUIET_MS);
    driver.closeInput();
    await driver.until(() => driver.ended !== null, QUIET_MS);
    const { printed, shown, ended } = driver;
    const evidence = { output: shown.split(/\r?\n/).filter(Boolean).slice(-12) };
    const bad = (cause: string, what: string) => failed(cause, what, hints.nobodyListens, evidence);
    const signal = ended === null ? null : signalOf(ended);
    if (signal !== null) return bad("killed", got.killedThere(signal));
    if (showsCrash(ended, shown)) return bad("crashed", got.crashedThere);
    const typed = [...driver.typed.map(({ text }) => text), file, ...(usual.names ?? [])];
    const prompts = [...usual.prompts, ...driver.prompts];
    const said = newLines(withoutTraces(printed), { ...usual, prompts }, typed);
    if (said.some((line) => SAYS_SO.test(line)) || hasNewWords(said, usual, typed))
      return passed(got.said, evidence);
    if (withoutTraces(printed) !== printed) return bad("crashed", got.crashedThere);
    if (said.length > 0)
      return { ...bad("perhaps", got.perhapsSaid), status: "inconclusive", hint: hints.perhapsSaid };
    return ended === null ? bad("hung", got.hung) : bad("silent", got.silentThere);
  } finally {
    await driver.end();
  }
}

/** A port of this network at which nobody is. */
async function deafPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
