import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { blocked, failed, holder, multi, run, single, turnedAway } from "../sample.test-data.js";
import { texts } from "../texts/texts.js";
import { elastic } from "./elastic.js";
import { lanes } from "./lanes.js";
import { compact, full, layout } from "./layout.js";
import { fixed, variable } from "./palette.js";
import { poster } from "./poster.js";
import { draw } from "./timeline.js";

const en = texts("en");
const { bar, width } = full;
const drawn = (server = single) => {
  const { document } = parseHTML(`<html><body>${draw(lanes(server, en), en, fixed).svg}</body></html>`);
  return document.querySelector("svg")!;
};
const number = (element: { getAttribute(name: string): string | null }, name: string) =>
  Number(element.getAttribute(name));

describe("the drawing of a timeline", () => {
  test("has a bar for each phase, filled with that phase's pattern", () => {
    const fills = [...drawn().querySelectorAll("g[fill^='url(']")].flatMap((group) =>
      [...group.querySelectorAll("rect")].map(() => group.getAttribute("fill")),
    );
    for (const phase of ["connecting", "queued", "waiting", "receiving", "holding"]) {
      expect(fills.filter((fill) => fill === `url(#phase-${phase})`)).toHaveLength(2);
    }
  });

  test("says in words what it shows, and nothing inside it is read aloud", () => {
    const svg = drawn();
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe(
      "client 1: answered after 1.1 ms, left at 152.0 ms. client 2: waited 150.2 ms for client 1.",
    );
    expect(svg.querySelectorAll("g[aria-label]")).toHaveLength(0);
  });

  test("names who waited for whom, and the phases that have room", () => {
    const words = [...drawn().querySelectorAll("text")].map((text) => text.textContent);
    for (const said of ["client 2", "waited 150.2 ms for client 1", "left at 152.0 ms"])
      expect(words).toContain(said);
    expect(words).toContain("in the accept queue");
    expect(words).not.toContain("connecting");
  });

  test("points from the waiting client's bar up to the bar of the one it waits for", () => {
    const { waits, top } = layout(lanes(single, en), en);
    expect(waits).toMatchObject([{ lane: 1, to: 0 }]);
    expect(top(1)).toBeGreaterThan(top(0) + bar);
    const d = drawn().querySelector("g[stroke-width='2.5'] path")!.getAttribute("d")!;
    const [, from, , to] = d.match(/[\d.]+/g)!.map(Number);
    expect(from).toBeGreaterThan(to!);
  });

  test("ends the words at its right edge there, so that no font is too wide for them", () => {
    const id = texts("id");
    const { releases } = layout(lanes(single, id), id);
    expect(releases).toMatchObject([{ anchor: "end", place: width - 3 }]);
    const early = {
      ...single,
      clients: [
        { ...holder, releasedMs: 40 },
        { ...blocked, closedMs: 400 },
      ],
    };
    const [release] = layout(lanes(early, en), en).releases;
    expect(release).toMatchObject({ anchor: "middle" });
    expect(release!.place).toBeLessThan(width - 3);
  });

  test("joins several who wait by one line at the right edge, and draws no arrow over the words", () => {
    const third = { ...blocked, name: "client 3" };
    const several = { ...single, clients: [holder, blocked, third] };
    const { waits, bracket, x } = layout(lanes(several, en), en);
    expect(waits).toEqual([]);
    expect(bracket).toMatchObject({ waiters: [1, 2], holders: [0] });
    expect(x.range.at(-1)).toBeLessThan(bracket!.place - 20);
    // One line, a tick for each who waits, one arrow.
    expect(drawn(several).querySelectorAll("g[stroke-width='2.5'] path")).toHaveLength(1 + 2 + 1);
  });

  test("marks when a SYN was sent again, in the picture, in words and in the key", () => {
    const full = { ...single, clients: [holder, blocked, turnedAway] };
    const [, waits, away] = lanes(full, en);
    expect(layout(lanes(full, en), en).retries).toEqual([
      { lane: 2, moment: 1018 },
      { lane: 2, moment: 2042 },
    ]);
    expect([waits!.retries, away!.retried]).toEqual([[], "SYN sent again after 1016 ms and 2040 ms"]);
    const svg = drawn(full);
    expect(svg.getAttribute("aria-label")).toContain(
      "client 3: waited 2041 ms for client 1, then a SYN retry, SYN sent again after 1016 ms and 2040 ms.",
    );
    expect(svg.querySelectorAll("path[transform*='rotate(90)']")).toHaveLength(2);
    expect(poster(run(full), en)).toContain(">SYN sent again<");
    expect(poster(run(single), en)).not.toContain("SYN");
  });

  test("points at all whose leaving would have helped, and tells of one only that it left", () => {
    const stays = ["client 1", "client 2", "client 3"].map((name) => ({ ...holder, name }));
    const waits = { ...blocked, name: "client 4", holders: 3 };
    const pool = { ...single, clients: [...stays, waits] };
    const all = lanes(pool, en);
    expect(layout(all, en).bracket).toMatchObject({ waiters: [3], holders: [0, 1, 2] });
    expect(all.map(({ released }) => released !== undefined)).toEqual([true, false, false, false]);
  });

  test("has no line of dashes through the words between two bars", () => {
    const { top } = layout(lanes(single, en), en);
    const lines = [...drawn().querySelectorAll("g[stroke-dasharray] line")];
    expect(lines).toHaveLength(2);
    lines.forEach((line, lane) => {
      expect(number(line, "y1")).toBeGreaterThan(top(lane) - 6);
      expect(number(line, "y2")).toBeLessThan(top(lane) + bar + 6);
    });
  });

  test("has no arrow where nobody waited", () => {
    expect(layout(lanes(multi, en), en).waits).toEqual([]);
  });

  test("keeps its bars inside and in order, also when one wait is as long as all else together a thousand times", () => {
    const late = {
      ...blocked,
      acceptedMs: 20_000,
      firstByteMs: 20_001,
      lastByteMs: 20_001,
      closedMs: 20_002,
    };
    const svg = drawn({ ...single, clients: [holder, late] });
    for (const rect of svg.querySelectorAll("rect")) {
      expect(number(rect, "width")).toBeGreaterThan(2);
      expect(number(rect, "x") + number(rect, "width")).toBeLessThanOrEqual(width);
    }
  });

  test("can be compact: the names stand beside the bars, and what became of each is said elsewhere", () => {
    const { svg, width, height } = draw(lanes(single, en), en, fixed, compact);
    expect(width).toBeLessThan(350);
    expect(height).toBeLessThan(100);
    expect(svg).toContain('aria-label="client 1: answered after 1.1 ms');
    expect(svg).toContain(">client 2</text>");
    expect(svg).not.toContain(">waited 150.2 ms");
    const { bars, x } = layout(lanes(single, en), en, compact);
    expect(x.at(bars[0]!.from)).toBeGreaterThan(60);
  });

  test("takes its colours from the page when it stands in one", () => {
    const { svg } = draw(lanes(single, en), en, variable);
    expect(svg).toContain('stroke="var(--queued)"');
    expect(svg.replace(/url\(#[\w-]+\)/g, "")).not.toMatch(/"#[0-9a-f]{3,8}"/);
  });
});

describe("the axis", () => {
  test("keeps order, starts and ends at its edges, and gives every step room", () => {
    const axis = elastic([0, 0.2, 0.3, 10_000], [0, 400]);
    expect(axis.range[0]).toBe(0);
    expect(axis.range.at(-1)).toBeCloseTo(400);
    axis.range.slice(1).forEach((place, at) => {
      expect(place - axis.range[at]!).toBeGreaterThanOrEqual(9);
    });
    expect(axis.at(0.25)).toBeCloseTo((axis.range[1]! + axis.range[2]!) / 2);
  });

  test("exists even when nothing happened", () => {
    expect(elastic([], [0, 400]).at(0)).toBe(0);
  });
});

describe("the timelines as a file", () => {
  test("are well-formed, with a title, a ground, and every pattern that they use", () => {
    const odd = { ...single, name: 'a <b> & "c"' };
    const svg = poster(run(odd, multi, failed), en);
    const { document } = parseHTML(`<html><body>${svg}</body></html>`);
    expect(document.querySelector("title")!.textContent).toContain('a <b> & "c": blocks. client 1');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const [, id] of svg.matchAll(/url\(#([\w-]+)\)/g))
      expect(document.getElementById(id!)).not.toBeNull();
    expect(svg).not.toContain("var(--");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
