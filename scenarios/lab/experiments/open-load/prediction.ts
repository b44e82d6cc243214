// How long a request should wait, by what was measured of the server before: the rate that it can bear, and its service time.

import type { Capacity, Prediction } from "../../../../results/result.js";

/** So near to the capacity nothing can be said: the least disturbance adds up. */
const AT_CAPACITY = 0.05;

/**
 * Requests come at fixed intervals (D). Below the capacity, in the long run: Kingman's formula for the wait in the queue,
 *   rho / (1 - rho) * (ca² + cs²) / 2 / capacity,
 * where nothing varies in the arrivals (ca = 0) and cs is the measured variation of the service; then comes the service
 * itself. It takes the whole server for one that needs 1/capacity for each request, whatever it has inside.
 * Above the capacity, for a schedule of so many seconds: the queue grows evenly, so that the request which is planned at
 * the moment t waits (rho - 1) * t, and the mean is half of what the last one waits.
 */
export function predict(
  { perSecond, serviceUs, variation }: Capacity,
  plannedPerSecond: number,
  seconds: number,
): Prediction {
  if (perSecond === 0) return { model: "none", meanUs: null };
  const rho = plannedPerSecond / perSecond;
  if (Math.abs(rho - 1) < AT_CAPACITY) return { model: "none", meanUs: null };
  if (rho > 1) return { model: "fluid", meanUs: serviceUs + ((rho - 1) * seconds * 1e6) / 2 };
  const queued = ((rho / (1 - rho)) * variation ** 2) / 2 / perSecond;
  return { model: "D/G/1", meanUs: serviceUs + queued * 1e6 };
}

/** Little's law, L = lambda * W: how long each must have been in the system, where so many were on the average. */
export function little(inSystem: number, arrivalsPerSecond: number): number | null {
  return arrivalsPerSecond === 0 ? null : (inSystem / arrivalsPerSecond) * 1e6;
}
