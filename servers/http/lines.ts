// Lines out of bytes that come in any pieces: TCP keeps the order of the bytes, not the borders of the writes.

const LF = 10;
const EMPTY = Buffer.alloc(0);
const KEEP = 32 * 1024;

export class Lines {
  #buffer: Buffer = EMPTY;
  /** The held bytes are those from start to end; up to seen there is no line feed. */
  #start = 0;
  #end = 0;
  #seen = 0;

  /** How many bytes have come and were not taken yet. */
  get held(): number {
    return this.#end - this.#start;
  }

  /** Copies the bytes: the caller may reuse its buffer. */
  push(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#buffer.length) this.#makeRoom(bytes.length);
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /**
   * Takes the next line, without its LF but with its CR if it has one; one byte is one character. Null: it has not
   * come whole yet. A line with no LF in its first `limit` bytes makes it throw what `tooLong` says of those bytes,
   * whether or not the LF comes later: the answer may not depend on how the network cut the stream.
   */
  next(limit: number, tooLong: (start: string) => Error): string | null {
    const last = Math.min(this.#end, this.#start + limit);
    let at = this.#seen; // not from the start: a line that comes byte by byte would cost its length squared
    while (at < last && this.#buffer[at] !== LF) at++;
    this.#seen = at;
    if (at === last) {
      if (this.held >= limit) throw tooLong(this.#buffer.toString("latin1", this.#start, last));
      return null;
    }
    const line = this.#buffer.toString("latin1", this.#start, at);
    this.#drop(at + 1 - this.#start);
    return line;
  }

  /** Is this the first of the held bytes? */
  startsWith(byte: number): boolean {
    return this.held > 0 && this.#buffer[this.#start] === byte;
  }

  /** Takes this text if it is all that has come; says whether it was. */
  takeOnly(text: string): boolean {
    const found =
      this.held === text.length && this.#buffer.toString("latin1", this.#start, this.#end) === text;
    if (found) this.#drop(text.length);
    return found;
  }

  /** Drops up to `count` of the held bytes; says how many. */
  skip(count: number): number {
    const skipped = Math.min(count, this.held);
    this.#drop(skipped);
    return skipped;
  }

  #drop(count: number): void {
    this.#start += count;
    this.#seen = this.#start;
    if (this.#start < this.#end) return;
    this.#start = this.#end = this.#seen = 0;
    if (this.#buffer.length > KEEP) this.#buffer = EMPTY;
  }

  /** Moves the held bytes to the front, into a buffer twice as large if need be: rarely enough to stay linear. */
  #makeRoom(more: number): void {
    const needed = this.held + more;
    const old = this.#buffer;
    let size = Math.max(old.length, 1024);
    while (size < needed) size *= 2;
    if (size > old.length) this.#buffer = Buffer.allocUnsafeSlow(size);
    old.copy(this.#buffer, 0, this.#start, this.#end);
    this.#seen -= this.#start;
    this.#end -= this.#start;
    this.#start = 0;
  }
}
