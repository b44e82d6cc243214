import { describe, expect, test } from "vitest";
import type { ClientResult, Measurement, Observation } from "../result.js";
import { blocked, holder, multi, report } from "../sample.test-data.js";
import { table } from "../table.js";
import { texts } from "../texts/texts.js";
import { width } from "../words.js";
import { factOf } from "./facts.js";

const en = texts("en");
const facts = (language: "en" | "id") =>
  report().observations!.map((one) => `${one.experiment} ${one.server}: ${factOf(one, texts(language))}`);
const of = (clients: ClientResult[], more: Partial<Measurement> = {}): Observation => ({
  ...report().observations![4]!,
  measurement: { hold: "kept", trials: 1, agreeing: 1, clients, ...more },
});

describe("the fact behind each observation", () => {
  test("says who waited for whom, where, and what came when it left; or that nobody had to wait", () => {
    expect(facts("en")).toEqual([
      "a single: it logged client 1: Connected with 127.0.0.1:5000",
      "a multi: it logged client 1: Connected with 127.0.0.1:5000",
      "b single: answered in 1.1 ms",
      "b multi: answered in 1.1 ms",
      "c single: client 2 waited 150 ms for client 1, in the accept queue; answered 0.61 ms after it left",
      "c multi: client 2 was answered in 1.1 ms while client 1 stayed",
      "d single: page shown after 1.1 ms",
      "d multi: page shown after 1.1 ms",
      "e single: client 2 waited 150 ms for client 1, in the accept queue; page shown 0.80 ms after it left",
      "e multi: client 2 showed the page after 1.1 ms while client 1 stayed",
      "f single: client 2 waited 150 ms for client 1, in the accept queue; page shown 0.80 ms after it left",
      "f multi: client 2 showed the page after 1.1 ms while client 1 stayed",
      "g single: 404 in 1.1 ms",
      "g multi: 404 in 1.1 ms",
    ]);
  });

  test("is told in Bahasa Indonesia, with its decimal comma", () => {
    expect(facts("id")[4]).toBe(
      "c single: klien 2 menunggu klien 1 selama 150 ms, di antrean accept; dijawab 0,61 ms setelah klien itu pergi",
    );
    expect(facts("id").join()).not.toMatch(/\bclient\b|undefined|null/);
  });

  test("leaves out what is not known, or cannot be: where it waited, or an answer dated before the leaving", () => {
    const early = { ...blocked, firstByteMs: 100, waitedIn: null };
    expect(factOf(of([holder, early]), en)).toBe("client 2 waited 150 ms for client 1");
    const { releasedMs: _, ...unreleased } = holder;
    expect(factOf(of([unreleased, early]), en)).toBe("client 2 waited 150 ms for client 1");
  });

  test("says of others what became of them, and how many trials agree", () => {
    const nothing = { ...holder, firstByteMs: null, lastByteMs: null, status: null };
    expect(factOf(of([{ ...nothing, outcome: "silent" }]), en)).toBe("no answer");
    expect(factOf(of([holder, { ...nothing, name: "client 2", outcome: "refused" }]), en)).toBe(
      "client 2: refused",
    );
    expect(factOf(of([{ ...holder, status: 500, outcome: "broken" }]), en)).toBe("500 in 1.1 ms");
    expect(factOf(of([{ ...holder, kind: "browser", shown: false }]), en)).toMatch(/but no text is shown$/);
    expect(factOf(of(multi.clients, { trials: 3, agreeing: 2 }), en)).toBe("only 2 of 3 trials agree");
    expect(factOf(of([]), en)).toBeNull();
  });

  test("says that the log does not name the client, where it does not", () => {
    const start = of([{ ...holder, port: 5000 }], { logged: null });
    expect(factOf({ ...start, experiment: "a" }, en)).toBe(
      "no line of its log has the port of client 1, 5000",
    );
  });

  test("fits the table into 100 columns, and what was seen instead stands before it", () => {
    const other = report((one) =>
      one.experiment === "c" ? { ...one, measured: "no-answer", reproduced: false } : one,
    );
    for (const language of ["en", "id"] as const) {
      const lines = table(other, texts(language), { plain: false, color: false, columns: 100 }).split("\n");
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(100);
    }
    expect(table(other, en, { plain: true, color: false, columns: 100 })).toContain("no answer: client 2");
  });
});
