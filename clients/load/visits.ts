// Our own load: for what autocannon can't count. It counts no answer after which it connects anew, and none whose length
// the server does not say.

import { connect, type Socket } from "node:net";
import { ResponseReader } from "../response.js";
import { get } from "../tcp.js";
import { Asked } from "./asked.js";
import { Body, Model } from "./bodies.js";
import type { Running } from "./measure.js";
import type { LoadPlan } from "./plan.js";
import { Tally } from "./tally.js";

/** Each visitor asks again and again, over one connection or over a new one each time, until it is stopped. */
export function visits(plan: LoadPlan): Running {
  const tally = new Tally(plan.connections);
  const model = new Model(plan.expected);
  const visitors = Array.from(
    { length: plan.connections },
    (_, number) => new Visitor(number, plan, tally, model),
  );
  const all = visitors.map((visitor) => visitor.goOn());
  const impatience = setInterval(() => {
    for (const visitor of visitors) visitor.giveUp();
  }, plan.timeoutMs / 10);
  return {
    driver: "own",
    tally,
    letGo() {
      for (const visitor of visitors) visitor.letGo();
    },
    async stop() {
      clearInterval(impatience);
      for (const visitor of visitors) visitor.stop();
      await Promise.all(all);
    },
  };
}

class Visitor {
  readonly #number: number;
  readonly #plan: LoadPlan;
  readonly #tally: Tally;
  readonly #model: Model;
  readonly #request: string;
  #socket: Socket | null = null;
  /** When the request went out that has no answer yet; null: there is none. */
  #since: number | null = null;
  #stopped = false;
  /** What it does when all are let go; null: they have been. */
  #then: (() => void) | null = () => {};

  constructor(number: number, plan: LoadPlan, tally: Tally, model: Model) {
    this.#number = number;
    this.#plan = plan;
    this.#tally = tally;
    this.#model = model;
    const { path, endpoint, kept } = plan;
    this.#request = get(path, endpoint).replace(/\r\n$/, kept ? "\r\n" : "Connection: close\r\n\r\n");
  }

  async goOn(): Promise<void> {
    await this.#visit();
    await new Promise<void>((go) => this.#when(go));
    while (!this.#stopped) await this.#visit();
  }

  /** At once, or when all are let go. */
  #when(act: () => void): void {
    if (this.#then === null) act();
    else this.#then = act;
  }

  letGo(): void {
    this.#then?.();
    this.#then = null;
  }

  stop(): void {
    this.#stopped = true;
    this.letGo();
    this.#socket?.destroy();
  }

  /** Leaves a request that has waited too long. */
  giveUp(): void {
    if (this.#since === null || performance.now() - this.#since < this.#plan.timeoutMs) return;
    this.#tally.failed(this.#number, "timedOut");
    this.#socket?.destroy();
  }

  /** One connection, from its connect to its end. */
  #visit(): Promise<void> {
    const { endpoint, kept, bytes } = this.#plan;
    const [tally, number, request] = [this.#tally, this.#number, this.#request];
    return new Promise((resolve) => {
      const reader = new ResponseReader();
      const asked = new Asked();
      const body = new Body(this.#model);
      const socket = connect({ host: endpoint.address, port: endpoint.port, noDelay: true });
      this.#socket = socket;
      tally.connecting(number);
      const asks = () => {
        this.#since = performance.now();
        tally.sent(number);
        asked.ask(reader.begun);
      };
      /** Takes the next message, where it is whole. */
      const take = (): boolean => {
        const { response } = reader;
        if (response === null || !(response.complete || response.bytes === bytes)) return false;
        reader.next();
        if (!asked.isAnswer(reader.begun)) tally.unasked();
        else {
          for (const piece of response.body) body.add(piece);
          tally.answered(number, response.status, performance.now() - this.#since!, body.end());
          this.#since = null;
          if (!kept || response.framing === "close") socket.end();
          else this.#when(ask);
        }
        return true;
      };
      const ask = () => {
        asks();
        socket.write(request);
      };
      asks();
      socket.on("connect", () => {
        tally.connected(number);
        socket.write(request);
      });
      socket.on("data", (data) => {
        asked.read();
        reader.push(data);
        while (take());
        if (reader.broken === null) return;
        tally.failed(number, "wrong"); // it is not HTTP
        socket.destroy();
      });
      socket.on("end", () => {
        reader.end();
        while (take());
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.#since = null;
        tally.failed(number, "lost"); // nothing, where its answer has come
        resolve();
      });
    });
  }
}
