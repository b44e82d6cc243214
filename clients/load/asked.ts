// Which of the messages that come over a connection is the answer? What comes while no request is on its way belongs to none,
// neither to the last one nor to the next (RFC 9112 §9.2).

export class Asked {
  #waiting = false;
  /** What comes now had begun before the request went out. */
  #early = false;
  /** The request went out, and nothing has come since. */
  #justNow = false;

  /** A request goes out. `begun`: something has come already that has not been read to its end. */
  ask(begun: boolean): void {
    this.#waiting = true;
    this.#early = begun;
    this.#justNow = true;
  }

  /** All that had come was read: whatever comes now came after the request. */
  read(): void {
    this.#justNow = false;
  }

  /** A message has come to its end: is it the answer? `more`: another one has begun after it. */
  isAnswer(more: boolean): boolean {
    const answer = this.#waiting && !this.#early;
    this.#early &&= this.#justNow && more;
    if (answer) this.#waiting = false;
    return answer;
  }
}
