// What browsers showed, small. The pictures are embedded once each, however often they are shown: at two servers a page looks
// the same, and a page that travels alone should be light.

import { createHash } from "node:crypto";
import type { Attachments, ClientResult } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { type Html, h } from "./markup.js";

/** So many bytes of pictures are embedded, the smallest first: in base64 they take a third more, and the page 300 KB at the most. */
const BUDGET = 140_000;

/** The part of a window that is shown: its top left, where a page begins. */
const [WIDE, HIGH] = [760, 380];

export interface Shots {
  /** The pictures, to stand in the page once, before all uses. */
  defs: Html;
  /** The picture of a client, with its text, or why there is none. */
  of(client: ClientResult, alt: string): Html;
}

export function shotsOf(clients: readonly ClientResult[], attachments: Attachments, texts: Texts): Shots {
  const paths = clients.flatMap(({ picture }) => (picture === undefined ? [] : [picture]));
  const byDigest = new Map<string, Buffer>();
  const digests = new Map<string, string>();
  for (const path of paths) {
    const png = attachments.get(path);
    if (png === undefined || sizeOf(png) === null) continue;
    const digest = createHash("sha256").update(png).digest("hex");
    digests.set(path, digest);
    byDigest.set(digest, png);
  }
  const ids = new Map<string, string>();
  let spent = 0;
  for (const [digest, png] of [...byDigest].sort(([, a], [, b]) => a.length - b.length)) {
    spent += png.length;
    if (spent <= BUDGET) ids.set(digest, `shot-${ids.size + 1}`);
  }
  const symbols = [...ids].map(([digest, id]) => symbol(id, byDigest.get(digest)!));
  return {
    defs: h`<svg class="patterns" aria-hidden="true" width="0" height="0">${symbols}</svg>`,
    of({ picture = "" }, alt) {
      const digest = digests.get(picture);
      const id = ids.get(digest ?? "");
      if (id === undefined) {
        const why = digest === undefined ? texts.page.pictureMissing : texts.observations.tooLarge;
        return h`<p class="empty">${why}</p>`;
      }
      return h`<svg role="img" aria-label="${alt}" viewBox="0 0 ${WIDE} ${HIGH}"><use href="#${id}"/></svg>`;
    },
  };
}

function symbol(id: string, png: Buffer): Html {
  const { width, height } = sizeOf(png)!;
  return h`<symbol id="${id}" viewBox="0 0 ${WIDE} ${HIGH}"><rect width="${WIDE}" height="${HIGH}" fill="#fff"/><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString("base64")}"/></symbol>`;
}

/** A PNG begins with its signature and its width and height (PNG 1.2, §11.2.2); null: it is none. */
function sizeOf(png: Buffer): { width: number; height: number } | null {
  if (png.length < 24 || png.toString("latin1", 1, 4) !== "PNG") return null;
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
