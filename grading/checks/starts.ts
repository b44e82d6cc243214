// The program starts and listens on a port. That it does is what brought us here: only the kernel's word is left to be told.

import { type Bench, type Finding, passed, type ServerCheck } from "./check.js";

export const check: ServerCheck = {
  async run({ subject, say }: Bench): Promise<Finding> {
    const { port } = subject.server.endpoint;
    return passed(say.got.listens(port), { output: subject.server.output().slice(-5) });
  },
};
