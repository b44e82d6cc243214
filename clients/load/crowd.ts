// A crowd: so many clients connect at the same moment, ask once, stay for a while and leave. Who waits how long?

import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { ResponseReader } from "../response.js";
import { get } from "../tcp.js";
import type { CrowdFigures, CrowdLife, CrowdPlan } from "./plan.js";
import type { Report } from "./process.js";

/** Resolves when everybody has left, or the time is up. */
export async function crowd(plan: CrowdPlan, { mark }: Report): Promise<CrowdFigures> {
  const before = process.cpuUsage();
  const began = performance.now();
  mark("begin");
  const guests = Array.from({ length: plan.clients }, () => new Guest(plan, began));
  const timer = new AbortController();
  const everybody = Promise.all(guests.map((guest) => guest.gone)).then(() => timer.abort());
  const late = delay(plan.limitMs, null, { signal: timer.signal });
  late.catch(() => {}); // called off, when everybody has left in time
  await Promise.race([everybody, late]);
  mark("end");
  const elapsedMs = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  for (const guest of guests) guest.expel();
  await everybody;
  return { lives: guests.map(({ life }) => life), elapsedMs, generatorCpuMs: (user + system) / 1000 };
}

class Guest {
  readonly life: CrowdLife = {
    startMs: 0,
    connectedMs: null,
    firstByteMs: null,
    leftMs: null,
    fate: "waiting",
    status: null,
  };
  /** Resolves when its connection is gone. */
  readonly gone: Promise<void>;
  readonly #socket: Socket;
  #expelled = false;

  constructor({ endpoint, path, bytes, expected, stayMs }: CrowdPlan, began: number) {
    const { life } = this;
    const now = () => performance.now() - began;
    const reader = new ResponseReader(false);
    // Node calls the system's connect in the next tick, when it has made the sockets of the whole crowd.
    process.nextTick(() => {
      life.startMs = now();
    });
    const socket = connect({ host: endpoint.address, port: endpoint.port, noDelay: true });
    this.#socket = socket;
    const leave = () => {
      life.leftMs ??= now();
      socket.end();
    };
    const look = () => {
      const { response, broken } = reader;
      if (life.fate !== "waiting") return;
      if (broken !== null) life.fate = "wrong";
      else if (response !== null && (response.complete || response.bytes === bytes)) {
        const right = expected === null || response.bytes === expected;
        life.fate = right && response.status >= 200 && response.status < 300 ? "answered" : "wrong";
      } else return;
      life.status = response?.status ?? null;
      if (stayMs === 0) leave();
      else setTimeout(leave, stayMs);
    };
    socket.on("connect", () => {
      life.connectedMs = now();
      socket.write(get(path, endpoint));
    });
    socket.on("data", (data) => {
      life.firstByteMs ??= now();
      reader.push(data);
      look();
    });
    socket.on("end", () => {
      reader.end();
      look();
      leave();
    });
    socket.on("error", () => socket.destroy());
    this.gone = new Promise((resolve) => {
      socket.on("close", () => {
        life.leftMs ??= now();
        if (life.fate === "waiting" && !this.#expelled) life.fate = "lost";
        resolve();
      });
    });
  }

  /** The time is up: whoever still waits has not been answered. */
  expel(): void {
    this.#expelled = true;
    this.#socket.destroy();
  }
}
