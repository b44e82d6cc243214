// Tries the sandbox in a process of its own, which can be ended: the trial waits for a program, and nothing else meanwhile.

import { findGroups } from "../grading/sandbox/cgroup.js";
import { whyNoSandbox } from "../grading/sandbox/confinement.js";

const missing = whyNoSandbox();
console.log(JSON.stringify({ missing, bounded: missing === null && findGroups().here }));
