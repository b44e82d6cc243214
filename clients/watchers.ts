// Those who wait for something to happen to a client.

export class Watchers {
  readonly #looks = new Set<() => void>();

  /**
   * Resolves true as soon as the condition holds; false when the time is up. A timer may fire late on a busy machine,
   * with bytes already waiting in the kernel: those are read before it says false.
   */
  until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    const deadline = performance.now() + timeoutMs;
    return new Promise((resolve) => {
      const finish = (held: boolean) => {
        clearTimeout(timer);
        this.#looks.delete(look);
        resolve(held);
      };
      const look = () => {
        if (condition()) finish(true);
      };
      // A timer counts from when the event loop last looked at the clock, so it may fire early: then the rest is waited for.
      const over = () => {
        if (performance.now() < deadline) timer = wait();
        else setImmediate(() => finish(condition()));
      };
      const wait = () => setTimeout(over, Math.max(0, Math.ceil(deadline - performance.now())));
      let timer = wait();
      this.#looks.add(look);
    });
  }

  /** Something has happened: everybody looks again. */
  look(): void {
    for (const look of [...this.#looks]) look();
  }
}
