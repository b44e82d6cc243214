// zoo: holds and model on servers that nobody here wrote, against the model that their documentation states.

import type { Inquiry } from "./scenario.js";

export const zoo: Inquiry = { name: "zoo", inquires: "zoo", expected: {} };
