// One measurement of one server by the load client.

import type { LoadClient } from "../../../clients/load/drive.js";
import { untilRest } from "../rest.js";
import type { Subject } from "../subject.js";
import type { Level, Shot } from "./level.js";
import { between, type Usage, usageOf } from "./usage.js";

/** As long as autocannon waits where it isn't told, and as the course report's client does. */
const TIMEOUT_MS = 10_000;
/** A server that starts a thread for each of a hundred clients is at work for seconds. */
const LONGEST_WORK_MS = 15_000;
/** What a load may take besides its time: until it is steady, and until it has stopped. */
const BESIDES_MS = 30_000;

/** Loads a server that has been asked by a lone client before. One that has ended is started again, and that is noted. */
export async function shoot(
  subject: Subject,
  client: LoadClient,
  level: Level,
  seconds: number,
): Promise<Shot> {
  const observer = await subject.observer();
  const { alone, question, server, equipment } = subject;
  const { kernel } = equipment;
  const plan = {
    kind: "load" as const,
    endpoint: server.endpoint,
    path: question.path,
    bytes: alone!.openEnded ? alone!.bytes : null,
    ...level,
    seconds,
    told: kernel.activity(server.pids()).running !== null,
    timeoutMs: TIMEOUT_MS,
  };
  const usage: Usage[] = [];
  const figures = await client.drive(plan, seconds * 1000 + BESIDES_MS, (mark) => {
    if (mark === "asked") void untilRest(server, kernel, LONGEST_WORK_MS).then(() => client.rest());
    else usage.push(usageOf(kernel.cpuTimeMs(server.pids())));
  });
  await observer.atRest(); // it has seen that they all left
  return { ...figures, ...between(usage[0]!, usage[1]!, figures.generatorCpuMs) };
}
