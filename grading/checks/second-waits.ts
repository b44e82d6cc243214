// The course report's experiment c on a single server: the second client waits until the first has left. That is right here.

import { twoClients } from "../../scenarios/two-clients.js";
import { experiment } from "./experiment.js";

export const check = experiment(twoClients, "blocks");
