// Nobody gets a file from outside the server's folder by asking for /../NAME.

import { get } from "../../clients/tcp.js";
import { ask } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck } from "./check.js";

export const check: ServerCheck = {
  async run({ say, site, subject }: CheckContext): Promise<CheckOutcome> {
    const { name, content } = site.secret;
    await subject.observer();
    for (const path of [`/../${name}`, `/%2e%2e/${name}`, `/x/../../${name}`]) {
      const asked = await ask(subject, path, { pieces: [get(path, subject.server.endpoint)] });
      if (asked.body.includes(content.trim()))
        return failed("outside", say.got.outside(path), say.hints.outside, { clients: [asked.life] });
    }
    return passed(say.got.inside);
  },
};
