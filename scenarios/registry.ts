// The scenarios: a new one is its file and a line here, and the question it answers in texts/.

import { browserAndClient } from "./browser-and-client.js";
import { clientAndBrowser } from "./client-and-browser.js";
import { notFound } from "./not-found.js";
import { oneBrowser } from "./one-browser.js";
import { oneClient } from "./one-client.js";
import { report } from "./report.js";
import type { Collection, Scenario } from "./scenario.js";
import { twoBrowsers } from "./two-browsers.js";
import { twoClients } from "./two-clients.js";

export const scenarios: readonly (Scenario | Collection)[] = [
  oneClient,
  twoClients,
  oneBrowser,
  twoBrowsers,
  clientAndBrowser,
  browserAndClient,
  notFound,
  report,
];
