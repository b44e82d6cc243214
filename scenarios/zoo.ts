// zoo: holds and model on servers that nobody here wrote, against the model that their documentation states.

import type { Experiment } from "./scenario.js";

export const zoo: Experiment = { name: "zoo", kind: "zoo", expected: {} };
