// A session at the keyboard: file names in, answers out, until the user leaves.

import { writeFile } from "node:fs/promises";
import { type Language, texts as resultTexts } from "../../results/texts/texts.js";
import { clean, time } from "../../results/words.js";
import type { Response } from "../response.js";
import { type Texts, texts } from "../texts/texts.js";
import { connect, place } from "./connect.js";
import { Conversation, FOR_EVER, type Progress, type Question } from "./conversation.js";
import type { Task } from "./options.js";
import { pathOf } from "./path.js";
import { showBeginning, showResponse } from "./show.js";
import type { Terminal } from "./terminal.js";

/** The connection is lost, and so is its question. */
export class LostError extends Error {}

export class Session {
  readonly #task: Task;
  readonly #terminal: Terminal;
  readonly #lang: Language;
  readonly #say: Texts;
  #conversation: Conversation | null = null;
  /** The last answer, for `save`. */
  #last: Response | null = null;
  #asked = 0;
  #answered = 0;

  constructor(task: Task, terminal: Terminal, lang: Language) {
    this.#task = task;
    this.#terminal = terminal;
    this.#lang = lang;
    this.#say = texts[lang];
  }

  /** Serves the user until exit or the end of the input. Returns whether all was answered. Throws ConnectError and LostError. */
  async run(): Promise<boolean> {
    const { host } = this.#task;
    const { client } = await this.#connect();
    const connected = this.#say.connected(place(host, client.endpoint), client.localPort!);
    this.#terminal.note(this.#terminal.interactive ? `${connected} ${this.#say.hint}` : connected);
    for (let line = await this.#line(); line !== null && line !== "exit"; line = await this.#line()) {
      await this.#obey(line);
    }
    await this.leave();
    return this.#answered === this.#asked;
  }

  /** Says exit to the server and closes. */
  async leave(): Promise<void> {
    await this.#conversation?.client.leave("exit");
  }

  async #obey(line: string): Promise<void> {
    const [, file] = /^save(?:\s+(.*))?$/.exec(line) ? [null, line.slice(4).trim()] : [];
    if (line === "") {
      if (this.#conversation?.question) await this.#await();
    } else if (line === "?") {
      this.#terminal.note(this.#say.help);
    } else if (file !== undefined) {
      await this.#save(file);
    } else {
      await this.#ask(pathOf(line));
    }
  }
}
