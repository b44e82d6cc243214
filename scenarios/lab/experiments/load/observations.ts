// What autocannon saw of the course report's servers, for the table of the report.

import type { LoadObservation, ServerResult } from "../../../../results/result.js";
import type { LoadTest } from "../../../scenario.js";

/** Of an iterative server one connection is served, of a concurrent one each. */
const servedBy = { single: () => 1, multi: (connections: number) => connections };

export function loadObservationsOf(
  { levels }: LoadTest,
  { name, load = [], failure, notCarriedOut }: ServerResult,
  evidence: string,
): LoadObservation[] {
  const server = name as keyof typeof servedBy;
  const sizes = load.length > 0 ? load.map(({ connections }) => connections) : levels.connections;
  return sizes.map((connections) => {
    const expected = servedBy[server](connections);
    const level = load.find((one) => one.connections === connections);
    const asked = { server, connections, expected, evidence };
    if (level !== undefined) {
      const { served, requestsPerSecond, driver } = level;
      return { ...asked, driver, served, requestsPerSecond, asExpected: served === expected };
    }
    // One that closes after each answer has no connections that stay: it was tried, and is not as expected.
    const asExpected = notCarriedOut || failure !== undefined ? null : false;
    return {
      ...asked,
      driver: null,
      served: null,
      requestsPerSecond: null,
      asExpected,
      ...(failure !== undefined && { why: failure }),
    };
  });
}
