// A page of 1 MiB is served byte for byte.

import { servesPage } from "./page.js";

export const check = servesPage("large");
