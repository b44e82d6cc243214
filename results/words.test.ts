import { afterEach, describe, expect, test, vi } from "vitest";
import { texts } from "./texts/texts.js";
import { dateTime, ran } from "./words.js";

afterEach(() => void vi.unstubAllEnvs());

describe("when a run began", () => {
  test.each([
    ["UTC", "25 November 2026, 18:24 UTC", "25 November 2026 pukul 18.24 UTC"],
    ["Asia/Jakarta", "26 November 2026, 01:24 GMT+7", "26 November 2026 pukul 01.24 WIB"],
  ])("is told as people write it, in the machine's time zone (%s)", (zone, english, indonesian) => {
    vi.stubEnv("TZ", zone);
    expect(dateTime("2026-11-25T18:24:06.657Z", texts("en"))).toBe(english);
    expect(dateTime("2026-11-25T18:24:06.657Z", texts("id"))).toBe(indonesian);
  });

  test("is told as it stands where it is no moment", () => {
    expect(dateTime("yesterday\u001b[2J", texts("en"))).toBe("yesterday");
  });

  test.each([
    [612.4, "took 612 ms.", "lamanya 612 ms."],
    [20789, "took 20.8 s.", "lamanya 20,8 s."],
  ])(
    "stands beside how long it took, in no more digits than matter (%d ms)",
    (elapsedMs, english, indonesian) => {
      const run = { startedAt: "2026-11-25T18:24:06.657Z", elapsedMs };
      expect(ran(run, texts("en"))).toContain(english);
      expect(ran(run, texts("id"))).toContain(indonesian);
    },
  );
});
