// How each phase looks: an outline, a ground and a pattern of its own, so that no two are told apart by colour alone.

import type { Phase } from "../phases.js";

export type Paint = "ink" | "quiet" | "paper" | "wait" | "line";
export type Palette = (paint: Paint | `${Phase}` | `${Phase}-ground`) => string;

/** Colours by name, [light, dark]. A bar's outline has 3:1 on the paper, all writing 4.5:1 on what is under it. */
export const colours: Record<Parameters<Palette>[0], [light: string, dark: string]> = {
  ink: ["#1b1f24", "#eceef1"],
  quiet: ["#565e69", "#a6afba"],
  paper: ["#ffffff", "#16191d"],
  line: ["#d9dde3", "#343a42"],
  wait: ["#b3261e", "#ff8a7a"],
  connecting: ["#6b7480", "#99a3af"],
  "connecting-ground": ["#eceff3", "#2a3038"],
  queued: ["#b3261e", "#ff8a7a"],
  "queued-ground": ["#fdebe8", "#43211d"],
  waiting: ["#8a5a00", "#e8b04a"],
  "waiting-ground": ["#fff4da", "#3a2e14"],
  receiving: ["#146c43", "#5fce94"],
  "receiving-ground": ["#146c43", "#5fce94"],
  holding: ["#2563a8", "#7db4f0"],
  "holding-ground": ["#e6f0fb", "#1b2d42"],
  closed: ["#1b1f24", "#eceef1"],
  "closed-ground": ["#ffffff", "#16191d"],
};

/** For a file of its own: colours as they are, light, because not every program that shows SVG knows variables. */
export const fixed: Palette = (name) => colours[name][0];

/** For a page: variables, which the page's style sheet sets for light and dark. */
export const variable: Palette = (name) => `var(--${name})`;

/** The fill of a phase. */
export const fill = (phase: Phase): string => `url(#phase-${phase})`;

/** Strokes over a ground in a tile of 8 by 8; a solid phase has none. */
const strokes: Partial<Record<Phase, { path: string; width: number; opacity: number }>> = {
  queued: { path: "M-2,2l4,-4M0,8l8,-8M6,10l4,-4", width: 1.6, opacity: 0.5 },
  waiting: { path: "M2,2h1.6M6,6h1.6", width: 1.6, opacity: 0.75 },
  connecting: { path: "M4,0v8", width: 1.2, opacity: 0.8 },
};

/** The definitions of all patterns: once in a document, whatever the number of drawings in it. */
export function patterns(palette: Palette): string {
  const phases: Phase[] = ["connecting", "queued", "waiting", "receiving", "holding"];
  const one = (phase: Phase) => {
    const stroke = strokes[phase];
    const drawn = stroke
      ? `<path d="${stroke.path}" stroke="${palette(phase)}" stroke-width="${stroke.width}" stroke-opacity="${stroke.opacity}" fill="none"/>`
      : "";
    return `<pattern id="phase-${phase}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${palette(`${phase}-ground`)}"/>${drawn}</pattern>`;
  };
  return `<defs>${phases.map(one).join("")}</defs>`;
}

/** The sign of a SYN that is sent again, for a key, 28 by 14. */
export const retrySample = (palette: Palette): string =>
  `<path d="M9,2l10,5l-10,5z" fill="${palette("ink")}"/>`;

/** A small sample of a phase for a key, 28 by 14. */
export function sample(phase: Phase, palette: Palette): string {
  if (phase === "closed") {
    return `<path d="M10,3l8,8M18,3l-8,8" stroke="${palette("closed")}" stroke-width="2" fill="none"/>`;
  }
  return `<rect x="0.75" y="0.75" width="26.5" height="12.5" rx="2" fill="${fill(phase)}" stroke="${palette(phase)}" stroke-width="1.5"/>`;
}
