// What is said of programs as students write them. Tests that run beside this one keep the processors busy enough; `npm run
// soak` keeps them busier.

import { judgePrograms } from "./testing/judge-programs.js";

judgePrograms();
