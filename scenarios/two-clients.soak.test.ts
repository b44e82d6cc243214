// The same for longer: a verdict that is wrong once in twenty times is wrong.

import { test } from "vitest";
import { expectRightWhileBusy } from "./testing/while-busy.js";

test("two-clients is right 20 times in a row while every processor is busy", () => expectRightWhileBusy(20));
