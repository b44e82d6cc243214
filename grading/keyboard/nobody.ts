// A student's client where nobody listens: does it say so in a sentence, or does its language say it for it?

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { type Finding, failed, passed } from "../checks/check.js";
import { randomWord } from "../pages.js";
import type { Texts } from "../texts/texts.js";
import { showsCrash, signalOf } from "./crash.js";
import { Typist } from "./typist.js";

const LONGEST_MS = 20_000;
const QUIET_MS = 1500;

export async function tryNobody(
  line: (host: string, port: number) => string,
  kernel: Kernel,
  wrappers: number,
  { got, hints }: Texts,
): Promise<Finding> {
  const typist = new Typist(line("127.0.0.1", await deafPort()), kernel, wrappers);
  try {
    await typist.settled(() => typist.ended !== null, QUIET_MS, LONGEST_MS);
    if (typist.ended === null) {
      // It may connect only when it is asked for something.
      typist.type(`${randomWord(6)}.html`);
      await typist.settled(() => typist.ended !== null, QUIET_MS, LONGEST_MS);
    }
    if (typist.ended === null) {
      typist.type("exit");
      await typist.until(() => typist.ended !== null, QUIET_MS);
      typist.closeInput();
      await typist.until(() => typist.ended !== null, QUIET_MS);
    }
    const { printed, ended } = typist;
    const evidence = { output: printed.split(/\r?\n/).filter(Boolean).slice(-12) };
    if (showsCrash(ended, printed)) return failed("crashed", got.crashedThere, hints.nobodyListens, evidence);
    const signal = ended === null ? null : signalOf(ended);
    if (signal !== null) return failed("killed", got.killedThere(signal), hints.nobodyListens, evidence);
    if (printed.trim() === "") {
      const what = ended === null ? got.hung : got.silentThere;
      return failed(ended === null ? "hung" : "silent", what, hints.nobodyListens, evidence);
    }
    // A prompt alone, which has no line end, says nothing.
    if (ended === null && !printed.includes("\n"))
      return failed("hung", got.hung, hints.nobodyListens, evidence);
    return passed(got.said, evidence);
  } finally {
    await typist.end();
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
