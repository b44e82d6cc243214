// The course report made again: what it means, all experiments at a glance and one by one, how to read them.

import { dirname } from "node:path/posix";
import type { Attachments, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { experiments } from "./experiments.js";
import { type Html, h } from "./markup.js";
import { type Draw, key } from "./parts.js";
import { score } from "./score.js";
import { section } from "./section.js";

export function report(result: Result, texts: Texts, attachments: Attachments, draw: Draw): Html {
  const { title, intro } = texts.observations;
  const { scale, arrows } = texts.page;
  return section(
    title,
    h`<p class="intro">${intro}</p>${score(result, texts)}${key(result.servers, texts)}${experiments(result, texts, attachments, draw)}
<p class="small">${scale} ${arrows} <span class="links">${whither(result, texts)}</span></p>`,
  );
}

/** Where the links lead: who has been sent this page alone should know what is missing. */
function whither({ observations = [] }: Result, texts: Texts): string {
  const { inFolder, beside } = texts.observations.links;
  const proof = observations.find(({ evidence }) => evidence !== null)?.evidence;
  if (!proof) return "";
  const folder = dirname(proof);
  return folder === "." ? beside : inFolder(folder);
}
