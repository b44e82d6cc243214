// The page check, with letters beyond English, in UTF-8.

import { servesPage } from "./page.js";

export const check = servesPage("emoji");
