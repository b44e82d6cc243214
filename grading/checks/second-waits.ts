// The course report's experiment c on a single server: the second client waits until the first has left. That is right here.

import { twoClients } from "../../scenarios/two-clients.js";
import { experiment } from "./experiment.js";

// A server that closes after each answer can only be held by a client that says nothing. That it goes on when such a one
// leaves without a word is another check's matter (goes-on).
export const check = experiment({ ...twoClients, asksAtLast: true }, "blocks");
