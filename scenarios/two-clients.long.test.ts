// A verdict that is wrong hurts a student, so it must hold on a machine that has no time. `npm run soak` asks again and again.

import { test } from "vitest";
import { expectRightWhileBusy } from "./testing/while-busy.js";

test("two-clients is right while every processor is busy", () => expectRightWhileBusy(1));
