// What a family of scenarios contributes to every output format: its answer, its tables, its charts, its words. A new
// family is a folder with such a thing in it, and a line in findings.ts.

import type { Chart } from "./chart.js";
import type { Measurement } from "./csv.js";
import type { Result, ServerResult } from "./result.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts/texts.js";

/** Rows with what stands above them. */
export interface Table extends Rows {
  title: string;
  /** How many columns, from the left, name the row; 1 where it isn't said. */
  headers?: number;
  /** For pages and reports: a terminal has no room for it. */
  detail?: boolean;
  /** Is this cell an alarm? */
  alarm?: (row: number, column: number) => boolean;
}

export interface ResultView {
  /** Is this what the result is about? */
  in(result: Result): boolean;
  /** Its tables and sentences say it all: client by client, and trial by trial, would be too much. */
  whole?: boolean;
  /** The answer in one sentence; null: the verdicts say it. */
  answer(result: Result, texts: Texts): string | null;
  /** Only tables that have rows. */
  tables(result: Result, texts: Texts): Table[];
  /** What was found at one server, in sentences. */
  sentences?(server: ServerResult, texts: Texts): string[];
  /** How many times one is the other, each with its spread. */
  comparisons?(result: Result, texts: Texts): string[];
  charts?(result: Result, texts: Texts): Chart[];
  /** What stands above the charts, and in small letters under them; where there are charts. */
  chartWords?(texts: Texts): { title: string; under: string };
  /** Every single measurement, for CSV; where it isn't said, every client in every trial. */
  measurements?(result: Result): Measurement[];
  /** How it was measured, where that isn't how a verdict about two clients is found. */
  decided?(texts: Texts): readonly string[];
}
