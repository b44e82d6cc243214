// two-connections: the question of two-clients asked of autocannon, which benchmarks are made with. Its connections stay, and
// each asks without end. Is the second one ever served? Its own summary would not say.

import type { LoadTest } from "./scenario.js";

export const twoConnections: LoadTest = {
  name: "two-connections",
  kind: "load",
  kept: [true],
  levels: { connections: [1, 2], seconds: 0.5 },
  expected: { single: "blocks", multi: "concurrent" },
};
