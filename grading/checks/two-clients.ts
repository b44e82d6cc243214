// The course report's experiment c on a multi server: two command-line clients are served at the same time.

import { twoClients } from "../../scenarios/two-clients.js";
import { experiment } from "./experiment.js";

export const check = experiment(twoClients, "concurrent");
