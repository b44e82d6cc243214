// all: every scenario, one after the other, and one page that leads to all of them.

import type { Everything } from "./scenario.js";

export const all: Everything = { name: "all", kind: "all" };
