// A part of a page, with its title.

import { type Html, h } from "./markup.js";

export function section(title: string, content: Html): Html {
  return h`<section><h2>${title}</h2>\n${content}</section>\n`;
}
