import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyClient } from "./any.test-data.js";
import { stretches } from "./phases.js";
import { blocked, holder, multi, noKernel, single, turnedAway } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";
import { legend, timeline } from "./timeline.js";
import { width } from "./words.js";

const ascii = { plain: true, color: false, columns: 60 };
const blocks = { plain: false, color: false, columns: 60 };
const server = (...clients: (typeof holder)[]) => ({ ...single, clients });

describe("the timeline", () => {
  test("shows the second client in the accept queue until the first lets go", () => {
    expect(`\n${timeline(single, texts("en"), ascii).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      single  0 to 154.0 ms
        client 1 .~:#========================================x
        client 2      .~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~:#=x
                                  client 1 left at 152.0 ms ^
      "
    `);
    expect(`\n${timeline(multi, texts("id"), blocks).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      multi  0 sampai 4,1 ms
        klien 1 ···░░░▒▒▒▒▒▒▒█────────────────────────×
        klien 2                 ··░░░▒▒▒▒▒▒▒█────────────────────×
                           klien 1 pergi pada 3,0 ms ▲
      "
    `);
  });

  test("the second client is accepted where the release is marked, or after it", () => {
    const [, , second, mark] = timeline(single, texts("en"), ascii);
    expect(second!.lastIndexOf("~") + 1).toBeGreaterThanOrEqual(mark!.indexOf("^"));
  });

  test("without the kernel's word nobody is said to be in the accept queue", () => {
    expect(timeline(noKernel, texts("en"), ascii).join("")).not.toContain("~");
  });

  test("a client that the server never accepted stays in the accept queue to the end", () => {
    const deaf = { ...blocked, acceptedMs: null, firstByteMs: null, lastByteMs: null, closedMs: null };
    const [, , lane] = timeline(server(holder, deaf), texts("en"), ascii);
    expect(lane).toMatch(/ \.+~+$/);
  });

  test("a client that was refused never gets beyond connecting", () => {
    const never = { connectedMs: null, acceptedMs: null, firstByteMs: null, lastByteMs: null };
    const refused = { ...blocked, ...never, outcome: "refused" as const, closedMs: 0.3 };
    const [, , lane] = timeline(server(holder, refused), texts("en"), ascii);
    expect(lane).toMatch(/ \.+x$/);
  });

  test("an answer that came in one piece is still seen", () => {
    expect(holder.firstByteMs).toBe(holder.lastByteMs);
    expect(timeline(server(holder), texts("en"), ascii)[1]).toContain("#");
  });

  test("a SYN that is sent again is marked at its moment, and named below", () => {
    const [, , , lane] = timeline(server(holder, blocked, turnedAway), texts("en"), ascii);
    expect(lane).toMatch(/ \.+S\.+S~:#=x$/);
    expect(legend(texts("en"), ascii, true).join(" ")).toContain("S SYN sent again");
    expect(legend(texts("en"), ascii).join(" ")).not.toContain("S SYN");
  });

  test("no clients, no timeline", () => {
    expect(timeline(server(), texts("en"), ascii)).toEqual([]);
  });

  test("the legend names every character that is drawn", () => {
    const drawn = new Set(
      timeline(single, texts("en"), ascii)
        .slice(1, 3)
        .join("")
        .match(/[^\w ]/g),
    );
    for (const character of drawn) expect(legend(texts("en"), ascii).join(" ")).toContain(`${character} `);
  });
});

describe("phases", () => {
  test("follow one another without a gap, and each lasts at least a tick", () => {
    fc.assert(
      fc.property(fc.array(anyClient, { maxLength: 4 }), (clients) => {
        for (const phases of stretches(clients)) {
          expect(phases.length).toBeGreaterThan(0);
          phases.forEach(({ phase, from, to }, at) => {
            if (at > 0) expect(from).toBe(phases[at - 1]!.to);
            expect(Number.isFinite(to)).toBe(true);
            if (phase === "closed") expect(at).toBe(phases.length - 1);
            else expect(to).toBeGreaterThan(from);
          });
        }
      }),
    );
  });

  test("each have at least one character, in order, on a line that fits", () => {
    const characters = {
      connecting: ".",
      queued: "~",
      waiting: ":",
      receiving: "#",
      holding: "=",
      closed: "x",
    };
    fc.assert(
      fc.property(
        fc.array(anyClient, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 60, max: 100 }),
        (some, columns) => {
          const clients = some.map((client, index) => ({ ...client, name: `client ${index + 1}` }));
          const lines = timeline(server(...clients), texts("en"), { ...ascii, columns });
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
          stretches(clients).forEach((phases, at) => {
            const lane = lines[at + 1]!.slice("  client 1 ".length).trim();
            expect(lane.replace(/(.)\1+/g, "$1")).toBe(phases.map(({ phase }) => characters[phase]).join(""));
          });
        },
      ),
    );
  });
});
