// The same with what the quick tests leave out: each signal in each state.

import { describe, test } from "vitest";
import { available, models } from "./registry.js";
import { endsAtCtrlC, endsHeld, endsWaiting, endsWithNpm } from "./testing/ending.js";

describe.runIf(process.platform !== "win32").each(Object.keys(models).filter(available))("%s", (model) => {
  test("ends at SIGTERM while it waits for a client", () => endsWaiting(model, "SIGTERM"));
  test("ends at SIGINT while clients hold it", () => endsHeld(model, "SIGINT"));
});

describe.runIf(process.platform === "linux")("started through npm", () => {
  test("SIGTERM to npm leaves nothing behind", () => endsWithNpm("multi"));
  test("Ctrl-C leaves nothing behind", () => endsAtCtrlC("multi"));
});
