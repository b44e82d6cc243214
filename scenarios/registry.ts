// The scenarios: a new one is its file and a line here, and the question it answers in texts/.

import type { Scenario } from "./scenario.js";
import { twoClients } from "./two-clients.js";

export const scenarios: Scenario[] = [twoClients];
