// The browsers' clocks, told in ours: milliseconds of performance.now() in this process.

import type { Protocol } from "puppeteer-core";

/** From a page's `performance.timeOrigin + performance.now()`, which is the wall clock. */
export const fromWallClock = (milliseconds: number): number => milliseconds - performance.timeOrigin;

/** From Chromium's monotonic clock, which is also the one under process.hrtime: CLOCK_MONOTONIC on Linux. */
function fromMonotonic(milliseconds: number): number {
  return milliseconds - (Number(process.hrtime.bigint()) / 1e6 - performance.now());
}

/** When the connection was there and the first byte of the answer came; null: the browser does not tell, or it can't be. */
export interface Moments {
  connected: number | null;
  firstByte: number | null;
}

/**
 * Chromium counts from the start of the request, on its monotonic clock in seconds (CDP, Network.ResourceTiming);
 * Firefox says all as wall clock milliseconds (WebDriver BiDi, network.FetchTimingInfo). Not positive: not told.
 */
export function momentsOf(
  timing: Protocol.Network.ResourceTiming | null,
  kind: "chrome" | "firefox",
  notBefore: number,
): Moments {
  if (timing === null) return { connected: null, firstByte: null };
  const { requestTime, connectEnd, receiveHeadersStart } = timing;
  const told = (value: number): number | null => {
    if (!(value > 0)) return null;
    const moment = kind === "chrome" ? fromMonotonic(requestTime * 1000 + value) : fromWallClock(value);
    return plausible(moment, notBefore);
  };
  return { connected: told(connectEnd), firstByte: told(receiveHeadersStart) };
}

/** The moment, if it lies between `notBefore` and now, as it must; null: the browser's clock and ours don't agree. */
export function plausible(moment: number, notBefore: number): number | null {
  return moment >= notBefore && moment <= performance.now() ? moment : null;
}
