// What a session tells its user, in his language.

import { type Language, texts as resultTexts } from "../../results/texts/texts.js";
import { time } from "../../results/words.js";
import { type Texts, texts } from "../texts/texts.js";
import { type ConnectError, place } from "./connect.js";
import type { Conversation, Question } from "./conversation.js";
import type { Task } from "./options.js";
import { showBeginning, showResponse } from "./show.js";
import type { Terminal } from "./terminal.js";

export class UserMessages {
  readonly say: Texts;
  readonly #terminal: Terminal;
  readonly #lang: Language;

  constructor(terminal: Terminal, lang: Language) {
    this.say = texts[lang];
    this.#terminal = terminal;
    this.#lang = lang;
  }

  note(text: string): void {
    this.#terminal.note(text);
  }

  /** Says that there is no connection, and why. */
  unreachable({ code, endpoint }: ConnectError, { host }: Task): string {
    return endpoint === null
      ? this.say.unknownHost(host)
      : this.say.cannotConnect(code, place(host, endpoint));
  }

  /** The line that counts while one waits, as a function of the time. */
  waiting(conversation: Conversation, { path, askedAt }: Question): () => string {
    return () => {
      const { response } = conversation;
      const seconds = this.seconds(performance.now() - askedAt, 1);
      return response === null
        ? this.say.waiting(path, seconds)
        : this.say.receiving(path, this.bytes(response.bytes), seconds);
    };
  }

  answer(conversation: Conversation, question: Question, late: boolean): void {
    const { framing, bytes } = conversation.response!;
    if (late) this.note(this.say.late(question.path));
    this.#show(conversation);
    this.note(this.say.answered(this.time(conversation.waitedMs(question)), this.bytes(bytes)));
    if (framing === "silence" && conversation.open) this.note(this.say.noLength);
    if (conversation.surplus > 0) this.note(this.say.tooMuch(this.bytes(conversation.surplus)));
  }

  /** The answer has not come, or not all of it. */
  silence(conversation: Conversation, { path }: Question, timeoutMs: number): void {
    const { response } = conversation;
    const seconds = this.seconds(timeoutMs);
    if (response === null) {
      this.#terminal.note(this.say.silent(path, seconds), "yellow");
    } else {
      this.#show(conversation);
      this.#terminal.note(this.say.stalled(path, this.bytes(response.bytes), seconds), "yellow");
    }
    if (this.#terminal.interactive) this.note(this.say.choice);
  }

  /** The connection ended within the answer. */
  cutOff(conversation: Conversation): void {
    this.#show(conversation);
    this.#terminal.note(this.say.cutOff(this.bytes(conversation.response!.bytes)), "yellow");
  }

  notHttp(conversation: Conversation): void {
    this.#terminal.note(this.say.notHttp, "yellow");
    this.#terminal.print(`${showBeginning(conversation.client.reader.unread)}\n`);
  }

  bytes(count: number): string {
    return this.say.bytes(this.#count(count));
  }

  /** How long something took; from a second on as the line that counts says it. */
  time(ms: number): string {
    return ms < 999.95 ? time(ms, resultTexts(this.#lang)) : `${this.seconds(ms, 1)} s`;
  }

  seconds(ms: number, decimals?: number): string {
    const text = decimals === undefined ? `${ms / 1000}` : (ms / 1000).toFixed(decimals);
    return text.replace(".", resultTexts(this.#lang).decimal);
  }

  #show(conversation: Conversation): void {
    const count = (n: number) => this.#count(n);
    const shown = showResponse(conversation.response!, count, this.say, this.#terminal.ink);
    this.#terminal.print(`${shown}\n`);
  }

  #count(n: number): string {
    return new Intl.NumberFormat(this.#lang).format(n);
  }
}
