// The course report's experiment f on a multi server: a browser is served while a command-line client stays.

import { clientAndBrowser } from "../../scenarios/client-and-browser.js";
import { experiment } from "./experiment.js";

export const check = experiment(clientAndBrowser, "concurrent");
