// The same with every kind of browser that is here.

import { findBrowsers } from "../../../clients/browser/find.js";
import { judgeSlowBrowsers } from "../../testing/slow-browser.js";

judgeSlowBrowsers(findBrowsers());
