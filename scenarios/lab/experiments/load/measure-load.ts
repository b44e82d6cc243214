// One measurement of one server by the load client.

import { setTimeout as delay } from "node:timers/promises";
import type { LoadClient } from "../../../../clients/load/drive.js";
import type { CapacityPlan, Figures, LoadPlan, SchedulePlan, Target } from "../../../../clients/load/plan.js";
import { Observer } from "../../observe/observer.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import type { Level, LoadMeasurement } from "./level.js";
import { between, type Usage, usageOf } from "./usage.js";

/** As long as autocannon waits where it isn't told, and as the course report's client does. */
const TIMEOUT_MS = 10_000;
const ANSWERS = 5;
/** A server that starts a thread for each of a hundred clients is at work for seconds. */
const LONGEST_WORK_MS = 30_000;
/** What a load may take besides its time: until it is steady, and until it has stopped. */
const BESIDES_MS = 60_000;

/** Plans that open connections first, and go on when the server has come to rest. */
type Gated = LoadPlan | CapacityPlan | SchedulePlan;

export interface Measured<P extends Gated> {
  figures: Figures<P>;
  serverCpuMs: number | null;
  othersCpuMs: number | null;
}

/**
 * Has the load client carry out a plan on a server that was asked by a lone client before, tells it when the server is at
 * rest, and looks at who took the processors meanwhile.
 */
export async function measure<P extends Gated>(
  subject: ServerUnderTest,
  client: LoadClient,
  plan: Omit<P, keyof Target | "told"> & { seconds: number },
): Promise<Measured<P>> {
  const { server, equipment } = subject;
  const { kernel } = equipment;
  const whole = {
    ...plan,
    ...targetOf(subject),
    told: kernel.resting(server.pids()) !== null,
  } as unknown as P;
  const usage: Usage[] = [];
  // A server that thinks by sleeping looks as if it were at rest: so it is given its time first.
  const rested = async () => {
    await delay(subject.patienceMs!);
    await new Observer(server, kernel).rests({ clock: LONGEST_WORK_MS });
  };
  let over = false;
  const figures = await client.drive(whole, plan.seconds * 1000 + BESIDES_MS, (mark) => {
    // Said too late, it would be taken for a word on the next plan.
    if (mark === "asked") void rested().then(() => over || client.rest());
    else usage.push(usageOf(kernel.cpuTimeMs(server.pids())));
  });
  over = true;
  return { figures, ...between(usage[0]!, usage[1]!, figures.generatorCpuMs) };
}

/** Whom the load client asks for what, and what it should get: what a lone client got, if that was a page, and always as long. */
export function targetOf({ alone, question, server }: ServerUnderTest): Target {
  const { status, bytes, openEnded, varies } = alone!;
  return {
    endpoint: server.endpoint,
    path: question.path,
    bytes: openEnded ? bytes : null,
    expected: varies || status < 200 || status > 299 ? null : bytes,
  };
}

/** As many requests as are answered, for so long; of a slow server long enough for a few answers on each connection. */
export async function measureLoad(
  subject: ServerUnderTest,
  client: LoadClient,
  level: Level,
  seconds: number,
): Promise<LoadMeasurement> {
  const enough = Math.max(seconds, (ANSWERS * subject.alone!.answerMs) / 1000);
  const plan = { kind: "load" as const, ...level, seconds: enough, timeoutMs: TIMEOUT_MS };
  const { figures, ...cpu } = await measure<LoadPlan>(subject, client, plan);
  return { ...figures, ...cpu, ended: subject.server.pids().length === 0 };
}
