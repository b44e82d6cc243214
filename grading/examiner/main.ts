// The examiner: a process of its own for each program, in a network of its own. It is told its job on standard input,
// and tells what it finds on standard output, line by line. Nothing that a program writes gets there.

import { once } from "node:events";
import { createInterface } from "node:readline";
import { openKernel } from "../../scenarios/lab/kernel/index.js";
import { BrowserShelters } from "../sandbox/browser.js";
import { browserGroupLimits, browsersOf, ControlGroup, groupLimits, groupPlace } from "../sandbox/cgroup.js";
import { passNothingOn } from "../sandbox/descriptors.js";
import { settleNetwork } from "../sandbox/outer.js";
import { Watchdog } from "../sandbox/watchdog.js";
import { texts } from "../texts/texts.js";
import { IdleDetector } from "./idle-detector.js";
import { decode, encode, type Job, type Message } from "./job.js";
import { ProgramRunner } from "./program-runner.js";

passNothingOn();
const [line] = (await once(createInterface({ input: process.stdin }), "line")) as [string];
const job = decode<Job>(line);
const tell = (message: Message): void => void process.stdout.write(encode(message));

// The grader has ended, or wants us to: what we started ends with us.
process.stdin.once("end", () => process.exit(1)).resume();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

const sandboxed = job.confinement === "sandbox";
if (sandboxed) settleNetwork();
if (sandboxed) tell({ type: "running", pid: process.pid });
const groups = sandboxed ? groupPlace() : null;
const group = groups && ControlGroup.make(groups, job.group, groupLimits(job.limits));
const groupOfBrowsers = () => groups && ControlGroup.make(groups, browsersOf(job.group), browserGroupLimits);
const kernel = openKernel();
const watchdog = new Watchdog(job.limits, job.uid, group, ({ what, used }) => {
  const { got, hints } = texts[job.language];
  tell({ type: "exceeded", got: got.excess[what](used), hint: hints.excess });
});
// Without a sandbox only one is examined at a time, and to look at all processes costs other systems much.
const idling = sandboxed ? new IdleDetector((idle) => tell({ type: "idle", idle })) : null;
// Without a sandbox a browser is a process like the program.
const shelters = sandboxed ? new BrowserShelters(job, watchdog, groupOfBrowsers) : null;
const place = new ProgramRunner(job, group);
const examiner =
  job.role === "client"
    ? new (await import("./client.js")).ClientExaminer(job, place, kernel, watchdog, tell)
    : new (await import("./server.js")).ServerExaminer(job, place, kernel, watchdog, tell, shelters);
try {
  await examiner.examine();
  watchdog.look();
  tell({ type: "done" });
} catch (error) {
  watchdog.look();
  if (watchdog.excess === null) throw error; // otherwise it is what the program has done to us
} finally {
  await examiner.end();
  await group?.end();
  await shelters?.end();
  idling?.stop();
  watchdog.stop();
  kernel.close();
}
// A pipe may be written later than it is told: what was found must not be lost.
process.stdout.write("", () => process.exit(0));
