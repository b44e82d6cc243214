// A picture is served byte for byte: bytes that are no text.

import { servesPage } from "./page.js";

export const check = servesPage("binary");
