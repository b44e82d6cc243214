// CSV for spreadsheets and statistics programs (RFC 4180): the figures as they were measured, one row for each measurement.

import { findingOf } from "./findings.js";
import { rounded } from "./json.js";
import type { Result } from "./result.js";

/** One measurement. What is nested gets a name for each of its parts: latencyUs.p50. Lists have no place in a row. */
export type Measurement = Record<string, unknown>;

type Cell = string | number | boolean | null;

/** The raw figures: of the scenario's own kind, or of every client in every trial. No file where there are none. */
export function csv(result: Result): { csv?: string } {
  const measurements = findingOf(result)?.measurements?.(result) ?? clients(result);
  const rows = measurements.map((measurement) => new Map(cells(measurement)));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  // What is null in one measurement and has parts in another is told by its parts.
  const head = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  if (head.length === 0) return {};
  const lines = [head, ...rows.map((row) => head.map((name) => row.get(name) ?? null))];
  return { csv: lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("") };
}

function clients({ servers }: Result): Measurement[] {
  return servers.flatMap((server) =>
    server.eachTrial.flatMap((trial, at) =>
      trial.clients.map((client) => ({
        server: server.name,
        model: server.model,
        trial: at + 1,
        client: client.name,
        ...client,
        name: undefined,
      })),
    ),
  );
}

function cells(measurement: Measurement, prefix = ""): [string, Cell][] {
  return Object.entries(measurement).flatMap(([name, value]): [string, Cell][] => {
    if (value === undefined || Array.isArray(value)) return [];
    if (typeof value === "object" && value !== null) return cells(value as Measurement, `${prefix}${name}.`);
    return [[prefix + name, typeof value === "number" ? rounded(value) : (value as Cell)]];
  });
}

/** Nothing is an empty cell. Quotes stand around what would otherwise be taken for several cells or lines. */
function quoted(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
