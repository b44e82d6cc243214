// A browser that gets no processor time. Both kinds are heard by the same ear: the soak tries the other one, too.

import { expect, test } from "vitest";
import { findBrowsers } from "../../../clients/browser/find.js";
import { findOfDeafBrowser, judgeSlowBrowsers } from "../../testing/slow-browser.js";

const [first] = findBrowsers();

judgeSlowBrowsers([first!]);

test
  .runIf(process.platform === "linux")
  .concurrent("a browser that never asks is said not to work, and no server is blamed", async () => {
    expect(await findOfDeafBrowser(first!)).toMatchObject({
      notCarriedOut: "no-browser",
      failure: expect.stringContaining("had not asked for it"),
    });
  });
