// For the tests: what of the course report was not seen again.

import { inOrder } from "../../results/report/observations.js";
import type { LoadObservation, Observation } from "../../results/result.js";

export const missed = (observations: Observation[] = []) =>
  observations
    .filter(({ reproduced }) => !reproduced)
    .map(({ experiment, server, measured, why }) => `${experiment} ${server}: ${measured} ${why ?? ""}`);

export const SERVED = ["single 1 of 1", "multi 1 of 1", "single 1 of 2", "multi 2 of 2"];
export const served = (loads: LoadObservation[] = []) =>
  inOrder(loads).map(({ server, served, connections }) => `${server} ${served} of ${connections}`);
