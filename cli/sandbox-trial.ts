// Tries the sandbox in a process of its own, which can be ended: the trial waits for a program, and nothing else meanwhile.

import { whyNoSandbox } from "../grading/sandbox/confinement.js";

console.log(JSON.stringify(whyNoSandbox()));
