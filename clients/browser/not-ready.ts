// A browser that was started and could not be used.

export class BrowserNotReady extends Error {
  readonly path: string;
  /** It ended, it took too long, or it did not do as it was told. */
  readonly how: "ended" | "late" | "deaf";
  /** The end of what it wrote. */
  readonly output: string;

  constructor(path: string, how: BrowserNotReady["how"], output: string, cause: unknown) {
    super(`${path} did not get ready: ${how}. It wrote: ${output || "nothing"}`, { cause });
    this.path = path;
    this.how = how;
    this.output = output;
  }
}
