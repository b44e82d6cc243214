import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyResult } from "./any.test-data.js";
import { csv } from "./csv.js";
import { loaded, multi, report, run, single } from "./sample.test-data.js";

/** Reads CSV as RFC 4180 says: the lines, each with its cells. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe("CSV", () => {
  test("has a row for every round of every load, with every figure of it", () => {
    const [head, ...rows] = read(csv(run(loaded(single, 1), loaded(multi, 10))).csv!);
    expect(rows).toHaveLength(2 * 6 * 3);
    expect(head).toEqual(
      expect.arrayContaining(["server", "kept", "round", "latencyUs.p99", "failures.not2xx"]),
    );
    const at = (name: string) => head!.indexOf(name);
    expect(rows[0]![at("requestsPerSecond")]).toBe("900");
    const starved = loaded(single, 1);
    starved.load![0]!.eachRound[0]!.latencyUs = null; // nobody was answered
    expect(read(csv(run(starved)).csv!)[0]!.toSorted()).toEqual(head!.toSorted());
    expect(rows.map((row) => row[at("server")])).toContain("multi");
  });

  test("has a row for every client in every trial, where that is what was measured", () => {
    const [head, ...rows] = read(csv(run(single, multi)).csv!);
    expect(rows).toHaveLength(12);
    expect(head!.slice(0, 4)).toEqual(["server", "model", "trial", "client"]);
    expect(rows[1]![head!.indexOf("waitedMs")]).toBe("149.83");
    expect(rows[0]![head!.indexOf("kernel.acceptQueue")]).toBe(""); // what is not known
  });

  test("is not written where nothing was measured by itself", () => {
    expect(csv(report())).toEqual({});
  });

  test("has as many cells in each row as in its head, whatever the names", () => {
    fc.assert(
      fc.property(anyResult, (any) => {
        const text = csv(any).csv;
        if (text === undefined) return;
        const rows = read(text);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        const names = any.servers.flatMap(({ name, eachTrial }) =>
          eachTrial.flatMap(({ clients }) => clients.map(() => name)),
        );
        expect(rows.slice(1).map(([server]) => server)).toEqual(names);
      }),
    );
  });
});
