// Is each body what a client that is alone gets? A server that mixes up its clients sends whole answers with status 200.

/** What all connections of a load compare their bodies with. */
export class Model {
  /** How long a body is; null: that changes from answer to answer. */
  readonly bytes: number | null;
  /** The first right one. Its content is not known beforehand, and may be a clock. */
  content: Buffer | null = null;

  constructor(bytes: number | null) {
    this.bytes = bytes;
  }
}

/** The body that comes over one connection, piece by piece. */
export class Body {
  readonly #model: Model;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #differs = false;

  constructor(model: Model) {
    this.#model = model;
  }

  add(piece: Buffer): void {
    const { content } = this.#model;
    const from = this.#bytes;
    this.#bytes += piece.length;
    if (content === null) this.#pieces.push(Buffer.from(piece));
    else
      this.#differs ||=
        this.#bytes > content.length || content.compare(piece, 0, piece.length, from, this.#bytes) !== 0;
  }

  /** It is over: what was it? The next one begins. */
  end(): "right" | "other bytes" | "other length" {
    const [model, bytes, differs] = [this.#model, this.#bytes, this.#differs];
    const right = model.bytes === null || model.bytes === bytes;
    if (right && model.content === null && this.#pieces.length > 0)
      model.content = Buffer.concat(this.#pieces);
    this.drop();
    if (!right) return "other length";
    return differs && model.bytes !== null ? "other bytes" : "right";
  }

  /** Of an answer that does not count. */
  drop(): void {
    this.#pieces = [];
    this.#bytes = 0;
    this.#differs = false;
  }
}
