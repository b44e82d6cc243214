// Tries the sandbox in a thread of its own: it waits for a program without yielding, while the others are asked.

import { parentPort } from "node:worker_threads";
import { whyNoSandbox } from "../grading/sandbox/confinement.js";

parentPort!.postMessage(whyNoSandbox());
