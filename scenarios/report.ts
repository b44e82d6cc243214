// report: every experiment of the course report, a to g, with both of its servers: fourteen observations; and its question
// asked of autocannon.

import { clientAndBrowser } from "./client-and-browser.js";
import { notFound } from "./not-found.js";
import { oneBrowser } from "./one-browser.js";
import { oneClient } from "./one-client.js";
import type { Collection } from "./scenario.js";
import { twoBrowsers } from "./two-browsers.js";
import { twoClients } from "./two-clients.js";
import { twoConnections } from "./two-connections.js";

export const report: Collection = {
  name: "report",
  kind: "report",
  scenarios: [oneClient, twoClients, oneBrowser, twoBrowsers, clientAndBrowser, notFound, twoConnections],
};
