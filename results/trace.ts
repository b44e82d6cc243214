// The run as a trace that ui.perfetto.dev and chrome://tracing open: a process per server, a thread per client.
// The format: "Trace Event Format", https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

import { type Stretch, stretches } from "./phases.js";
import type { ClientResult, Result, ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { label, time } from "./words.js";

interface Place {
  pid: number;
  tid: number;
}

/** One event, with its times in microseconds. */
export interface TraceEvent extends Place {
  /** M metadata, X a phase, i an instant, s and f the two ends of a flow: an arrow from one slice to another. */
  ph: "M" | "X" | "i" | "s" | "f";
  name: string;
  cat?: string;
  ts?: number;
  dur?: number;
  id?: number;
  /** An instant is drawn on its thread only. */
  s?: "t";
  /** A flow ends in the slice around it, not in the next one. */
  bp?: "e";
  args?: Record<string, string | number | null>;
}

/** Whole microseconds: fractions would make neighbours overlap by a rounding error, and the viewers drop those. */
const us = (ms: number) => Math.round(ms * 1000);

/** The trace as JSON text. The trials of a server follow one another, with a pause between them. */
export function trace(result: Result, texts: Texts): string {
  const traceEvents = result.servers.flatMap((server, at) => serverEvents(server, at + 1, texts));
  const { scenario, startedAt, machine } = result;
  return `${JSON.stringify({ displayTimeUnit: "ms", otherData: { scenario, startedAt, ...machine }, traceEvents }, null, 1)}\n`;
}

function serverEvents(server: ServerResult, pid: number, texts: Texts): TraceEvent[] {
  // Thread ids are unique in the whole trace: Perfetto may take two equal ones for one thread that changed its process.
  const place = (thread: number): Place => ({ pid, tid: pid * 1000 + thread });
  const name = (what: string, where: Place, said: string): TraceEvent => ({
    ph: "M",
    name: what,
    ...where,
    args: { name: said },
  });
  const order = (what: string, where: Place, index: number): TraceEvent => ({
    ph: "M",
    name: what,
    ...where,
    args: { sort_index: index },
  });

  const trials = server.eachTrial.map(({ clients }) => clients);
  if (trials.length === 0 && server.clients.length > 0) trials.push(server.clients);
  const lanes = Math.max(0, ...trials.map((clients) => clients.length));
  const events = [
    name("process_name", place(0), label(server.name)),
    order("process_sort_index", place(0), pid),
    name("thread_name", place(0), texts.page.trials),
    order("thread_sort_index", place(0), 0),
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const guest = trials.find((clients) => clients[lane])![lane]!;
    events.push(name("thread_name", place(lane + 1), texts.client(label(guest.name))));
    events.push(order("thread_sort_index", place(lane + 1), lane + 1));
  }

  let offset = 0;
  trials.forEach((clients, trial) => {
    const lives = stretches(clients);
    const end = us(Math.max(0, ...lives.flat().map(({ to }) => to)));
    const span = { cat: "trial", ts: offset, dur: end };
    events.push({ ph: "X", name: `${texts.page.trial} ${trial + 1}`, ...place(0), ...span });
    clients.forEach((client, lane) => {
      events.push(...clientEvents(client, lives[lane]!, place(lane + 1), offset, texts));
      const holder = clients.findIndex(({ name }) => name === client.blockedBy);
      const ends = holder < 0 ? undefined : flow(lives[lane]!, clients[holder]!, lives[holder]!, offset);
      if (!ends) return;
      // Flows are told apart by their id, which no other pair may have.
      const arrow = {
        cat: "wait",
        name: texts.phases.waiting,
        id: (pid * 1000 + trial) * 1000 + lane,
      };
      events.push({ ph: "s", ...arrow, ...place(lane + 1), ts: ends.from });
      events.push({ ph: "f", bp: "e", ...arrow, ...place(holder + 1), ts: ends.to });
    });
    offset += end + Math.max(1000, Math.round(end / 10));
  });
  return events;
}

function clientEvents(
  client: ClientResult,
  life: readonly Stretch[],
  where: Place,
  offset: number,
  texts: Texts,
): TraceEvent[] {
  const { outcome, status, bytes, startMs, releasedMs } = client;
  const events = life.map(({ phase, from, to }): TraceEvent => {
    const event = { name: texts.phases[phase], cat: phase, ...where, ts: offset + us(from) };
    if (phase === "closed") return { ph: "i", s: "t", ...event };
    return { ph: "X", ...event, dur: us(to) - us(from), args: { outcome, status, bytes } };
  });
  for (const ms of client.synRetriesMs ?? []) {
    const event = { name: texts.synAgain, cat: "retry", ...where, ts: offset + us(startMs + ms) };
    events.push({ ph: "i", s: "t", ...event });
  }
  if (releasedMs !== undefined) {
    const said = texts.lane.letGo(time(startMs + releasedMs, texts));
    events.push({
      ph: "i",
      s: "t",
      name: said,
      cat: "release",
      ...where,
      ts: offset + us(startMs + releasedMs),
    });
  }
  return events;
}

/** From where the wait began to where the holder let go, both inside a slice; none where the order says otherwise. */
function flow(
  waiting: readonly Stretch[],
  holder: ClientResult,
  holding: readonly Stretch[],
  offset: number,
) {
  const wait = waiting.find(({ phase }) => phase === "queued" || phase === "waiting");
  const slices = holding.filter(({ phase }) => phase !== "closed");
  const last = slices.at(-1);
  if (!wait || !last || holder.releasedMs === undefined) return undefined;
  const from = us(wait.from);
  const to = Math.min(us(holder.startMs + holder.releasedMs), us(last.to) - 1);
  return to >= from && to >= us(slices[0]!.from) ? { from: offset + from, to: offset + to } : undefined;
}
