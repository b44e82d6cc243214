// How the bench says its figures.

import { median } from "../../results/statistics.js";

/** The middle of several values, and their range. */
export const figures = (values: number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

export const atMost = (value: number, goal: number): string => (value <= goal ? "reached" : "missed");
