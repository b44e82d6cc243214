import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyResult } from "./any.test-data.js";
import { multi, run, single } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";
import { type TraceEvent, trace } from "./trace.js";

const events = (result = run(single, multi)) =>
  (JSON.parse(trace(result, texts("en"))) as { traceEvents: TraceEvent[] }).traceEvents;
const slices = (all: TraceEvent[], tid: number) =>
  all.filter((event) => event.ph === "X" && event.tid === tid);

describe("the trace", () => {
  test("has a process per server and a thread per client, with their names", () => {
    const names = (what: string) =>
      events()
        .filter(({ ph, name }) => ph === "M" && name === what)
        .map(({ pid, args }) => [pid, args!.name]);
    expect(names("process_name")).toEqual([
      [1, "single"],
      [2, "multi"],
    ]);
    expect(names("thread_name")).toEqual(
      [1, 2].flatMap((pid) => ["Each trial", "client 1", "client 2"].map((name) => [pid, name])),
    );
  });

  test("has every phase as a complete event, in microseconds, trial after trial", () => {
    const queued = events().filter(({ cat, pid }) => cat === "queued" && pid === 1);
    const second = queued.filter(({ tid }) => tid === 1002);
    expect(second).toHaveLength(3);
    expect(second[0]).toMatchObject({ ph: "X", ts: 1381, dur: 150752, name: "in the accept queue" });
    const trials = events().filter(({ cat, pid }) => cat === "trial" && pid === 1);
    trials.slice(1).forEach(({ ts }, at) => {
      expect(ts).toBeGreaterThan(trials[at]!.ts! + trials[at]!.dur!);
    });
  });

  test("marks the release, and leads an arrow from the waiting client's slice to the holder's", () => {
    const all = events(run(single));
    expect(all.find(({ cat }) => cat === "release")).toMatchObject({
      ph: "i",
      s: "t",
      ts: 152010,
      tid: 1001,
    });
    const [start, end] = [all.find(({ ph }) => ph === "s")!, all.find(({ ph }) => ph === "f")!];
    expect(start).toMatchObject({ tid: 1002, cat: end.cat, name: end.name, id: end.id });
    expect(end).toMatchObject({ tid: 1001, bp: "e" });
  });

  test("keeps the format's rules, whatever the result", () => {
    fc.assert(
      fc.property(anyResult, (any) => {
        const all = events(any);
        const flows = new Map<number, TraceEvent[]>();
        for (const event of all) {
          expect(Number.isInteger(event.pid) && Number.isInteger(event.tid)).toBe(true);
          expect(typeof event.name).toBe("string");
          if (event.ph !== "M") expect(Number.isInteger(event.ts) && event.ts! >= 0).toBe(true);
          if (event.ph === "X") expect(Number.isInteger(event.dur) && event.dur! >= 0).toBe(true);
          if (event.ph === "i") expect(event.s).toBe("t");
          if (event.ph === "s" || event.ph === "f") {
            flows.set(event.id!, [...(flows.get(event.id!) ?? []), event]);
            // Each end must lie in a slice of its thread: to that slice the viewer ties it.
            const around = slices(all, event.tid).some(
              ({ ts, dur }) => ts! <= event.ts! && event.ts! <= ts! + dur!,
            );
            expect(around).toBe(true);
          }
        }
        for (const ends of flows.values()) {
          expect(ends.map(({ ph }) => ph)).toEqual(["s", "f"]);
          expect(ends[0]!.ts).toBeLessThanOrEqual(ends[1]!.ts!);
        }
        // Slices of one thread never overlap partly.
        for (const tid of new Set(all.map((event) => event.tid))) {
          const those = slices(all, tid);
          those.slice(1).forEach(({ ts }, at) => {
            expect(ts).toBeGreaterThanOrEqual(those[at]!.ts! + those[at]!.dur!);
          });
        }
      }),
    );
  });
});
