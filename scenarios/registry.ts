// The scenarios: a new one is its file and a line here, and the question it answers in texts/.

import { all } from "./all.js";
import { backlog } from "./backlog.js";
import { browserAndClient } from "./browser-and-client.js";
import { clientAndBrowser } from "./client-and-browser.js";
import { cost } from "./cost.js";
import { crowd } from "./crowd.js";
import { holds } from "./holds.js";
import { load } from "./load.js";
import { model } from "./model.js";
import { notFound } from "./not-found.js";
import { oneBrowser } from "./one-browser.js";
import { oneClient } from "./one-client.js";
import { openLoad } from "./open-load.js";
import { poolLimit } from "./pool-limit.js";
import { report } from "./report.js";
import type { AnyScenario } from "./scenario.js";
import { slowClient } from "./slow-client.js";
import { twoBrowsers } from "./two-browsers.js";
import { twoClients } from "./two-clients.js";
import { twoConnections } from "./two-connections.js";
import { zoo } from "./zoo.js";

export const scenarios: readonly AnyScenario[] = [
  oneClient,
  twoClients,
  oneBrowser,
  twoBrowsers,
  clientAndBrowser,
  browserAndClient,
  notFound,
  holds,
  model,
  poolLimit,
  backlog,
  zoo,
  twoConnections,
  load,
  openLoad,
  crowd,
  cost,
  slowClient,
  report,
  all,
];
