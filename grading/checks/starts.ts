// The program starts and listens on a port. That it does is what brought us here: only the kernel's word is left to be told.

import { type CheckContext, type CheckOutcome, passed, type ServerCheck } from "./check.js";

const isLoopback = (address: string): boolean => address.startsWith("127.") || address === "::1";

export const check: ServerCheck = {
  async run({ subject, say }: CheckContext): Promise<CheckOutcome> {
    const { port, address } = subject.server.endpoint;
    const got = isLoopback(address) ? say.got.listens(port) : say.got.listensAt(address, port);
    return passed(got, { output: subject.server.output().slice(-5) });
  },
};
