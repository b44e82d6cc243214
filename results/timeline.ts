// A server's clients on one time axis, drawn in characters: one lane each, one character per phase.

import { type Colour, ink } from "./ink.js";
import { type Phase, type Stretch, stretches } from "./phases.js";
import type { ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { cut, label, list, pad, time, width, wrap } from "./words.js";

export interface TimelineOptions {
  /** ASCII only, without colour. */
  plain: boolean;
  color: boolean;
  /** How wide a line may be; below 40 it is drawn 40 wide. */
  columns: number;
}

interface Drawing {
  phases: Record<Phase, string>;
  release: string;
}

/** A client's system sends its SYN again. */
const SYN_AGAIN = "S";

const blocks: Drawing = {
  phases: { connecting: "·", queued: "░", waiting: "▒", receiving: "█", holding: "─", closed: "×" },
  release: "▲",
};

const ascii: Drawing = {
  phases: { connecting: ".", queued: "~", waiting: ":", receiving: "#", holding: "=", closed: "x" },
  release: "^",
};

const colours: Partial<Record<Phase, Colour>> = {
  queued: "red",
  waiting: "yellow",
  receiving: "green",
  holding: "cyan",
};

/** The lines of one server's timeline: its name and span, a lane per client, and who let go when. Empty without clients. */
export function timeline(server: ServerResult, texts: Texts, options: TimelineOptions): string[] {
  const lanes = stretches(server.clients);
  if (lanes.length === 0) return [];
  const { phases, release } = options.plain ? ascii : blocks;
  const paint = ink(options.color && !options.plain);
  const names = server.clients.map((client) => texts.client(label(client.name, 14)));
  const indent = 3 + Math.max(...names.map(width));
  const cells = Math.max(options.columns, 40) - indent;

  const releases = new Map<number, string[]>();
  server.clients.forEach(({ startMs, releasedMs }, at) => {
    if (releasedMs === undefined) return;
    const moment = Math.round((startMs + releasedMs) * 1000) / 1000; // microseconds: who left together is said to
    releases.set(moment, [...(releases.get(moment) ?? []), names[at]!]);
  });
  const retries = server.clients.map(({ startMs, synRetriesMs = [] }) =>
    synRetriesMs.map((ms) => startMs + ms),
  );
  const moments = [...lanes.flat().flatMap(({ from, to }) => [from, to]), ...retries.flat()];
  const column = axis([...moments, ...releases.keys()], cells - 1);

  const drawn = lanes.map((lane, at) => {
    const cell = (stretch: Stretch) => {
      const from = column(stretch.from);
      const length = stretch.phase === "closed" ? 1 : column(stretch.to) - from;
      const again = retries[at]!.filter((moment) => moment > stretch.from && moment <= stretch.to);
      const marked = again.map((moment) => column(moment) - 1 - from);
      const characters = Array.from({ length }, (_, place) =>
        marked.includes(place) ? SYN_AGAIN : phases[stretch.phase],
      );
      const text = characters.join("");
      const colour = colours[stretch.phase];
      return colour ? paint(colour, text) : text;
    };
    const before = " ".repeat(lane.length > 0 ? column(lane[0]!.from) : 0);
    return `  ${pad(names[at]!, indent - 2)}${before}${lane.map(cell).join("")}`;
  });
  const marks = [...releases].map(([at, leaving]) => {
    const said = texts.letGo(list(leaving, texts), time(at, texts));
    return " ".repeat(indent) + mark(release, said, column(at), cells);
  });
  const end = Math.max(0, ...lanes.flat().map(({ to }) => to));
  const [name, span] = [label(server.name), texts.span(time(end, texts))];
  const beside = width(`${name}  ${span}`) <= Math.max(options.columns, 40);
  const heading = beside ? [`${paint("bold", name)}  ${span}`] : [paint("bold", name), `  ${span}`];
  return [...heading, ...drawn, ...marks];
}

/** What each character of the timelines means, in lines of at most that width. `again`: is there a SYN that was sent again? */
export function legend(texts: Texts, { plain, color, columns }: TimelineOptions, again = false): string[] {
  const drawing = plain ? ascii : blocks;
  const paint = ink(color && !plain);
  const lines: string[] = [];
  const entries = (Object.keys(drawing.phases) as Phase[]).map((phase) => {
    const colour = colours[phase];
    const character = drawing.phases[phase];
    return `${colour ? paint(colour, character) : character} ${texts.phases[phase]}`;
  });
  for (const entry of again ? [...entries, `${SYN_AGAIN} ${texts.synAgain}`] : entries) {
    const longer = lines.length > 0 ? `${lines.at(-1)}   ${entry}` : entry;
    if (lines.length > 0 && width(longer) <= Math.max(columns, 40)) lines[lines.length - 1] = longer;
    else lines.push(entry);
  }
  return [...lines, ...wrap(texts.notToScale, Math.max(columns, 40))];
}

/**
 * Where on the axis a moment stands. The axis is elastic: each step from one moment to the next has at least one
 * column, the rest is shared out by time, so a phase of microseconds beside one of seconds is still seen, and
 * moments keep their order across all lanes.
 */
function axis(moments: readonly number[], columns: number): (moment: number) => number {
  const steps = [...new Set(moments)].sort((a, b) => a - b);
  const [start, end] = [steps[0]!, steps.at(-1)!];
  const last = steps.length - 1;
  const spare = columns - last;
  return (moment) => {
    const step = steps.indexOf(moment);
    if (spare < 0) return Math.round((step * columns) / last); // more moments than columns: their order at least
    return step + Math.round(spare * (end > start ? (moment - start) / (end - start) : 0));
  };
}

/** The mark and its words, on whichever side of it there is more room. */
function mark(release: string, said: string, column: number, cells: number): string {
  const right = cells - column - 2;
  if (column - 1 <= right) return `${" ".repeat(column)}${release} ${cut(said, Math.max(right, 3))}`;
  const words = cut(said, Math.max(column - 1, 3));
  return `${" ".repeat(Math.max(column - 1 - width(words), 0))}${words} ${release}`;
}
