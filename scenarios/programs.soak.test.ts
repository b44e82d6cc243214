// The same while two programs a processor do nothing but turn: a verdict that is wrong on a busy machine is wrong.

import { afterAll, beforeAll } from "vitest";
import { keepBusy } from "./testing/busy.js";
import { judgePrograms } from "./testing/judge-programs.js";

let relax: () => void;
beforeAll(() => {
  relax = keepBusy();
});
afterAll(() => relax());

judgePrograms();
