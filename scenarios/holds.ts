// holds: client 1 holds each server in each of four ways (kept, idle, partial, unread); does client 2 have to wait?

import type { Inquiry } from "./scenario.js";

export const holds: Inquiry = {
  name: "holds",
  inquires: "holds",
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
