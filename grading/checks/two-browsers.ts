// The course report's experiment e on a multi server: two browsers are served at the same time.

import { twoBrowsers } from "../../scenarios/two-browsers.js";
import { experiment } from "./experiment.js";

export const check = experiment(twoBrowsers, "concurrent");
