// A session at the keyboard: file names in, answers out, until the user leaves.

import type { Response } from "../response.js";
import { connect, place } from "./connect.js";
import { Conversation, FOR_EVER, type Progress, type Question } from "./conversation.js";
import type { Task } from "./options.js";
import { isAddress, pathOf } from "./path.js";
import { save } from "./save.js";
import type { Terminal } from "./terminal.js";
import type { UserMessages } from "./user-messages.js";

/** The connection ended before a byte of the answer came; the message says so in the user's language. */
export class LostError extends Error {}

export class Session {
  readonly #task: Task;
  readonly #terminal: Terminal;
  readonly #voice: UserMessages;
  #conversation: Conversation | null = null;
  /** The last answer that came, for `save`. */
  #last: Response | null = null;
  #asked = 0;
  #answered = 0;

  constructor(task: Task, terminal: Terminal, voice: UserMessages) {
    this.#task = task;
    this.#terminal = terminal;
    this.#voice = voice;
  }

  /** Serves the user until exit or the end of the input. Resolves whether all was answered. Throws ConnectError and LostError. */
  async run(): Promise<boolean> {
    const { say } = this.#voice;
    const { endpoint, localPort } = (await this.#connect()).client;
    const connected = say.connected(place(this.#task.host, endpoint), localPort!);
    this.#voice.note(this.#terminal.interactive ? `${connected} ${say.hint}` : connected);
    for (let line = await this.#line(); line !== null && line !== "exit"; line = await this.#line()) {
      await this.#obey(line);
    }
    await this.leave();
    return this.#answered === this.#asked;
  }

  /** Says exit to the server, and closes. */
  async leave(): Promise<void> {
    await this.#conversation?.client.leave("exit");
  }

  async #obey(line: string): Promise<void> {
    const { question } = this.#conversation!;
    const file = /^save(?:\s+(.*))?$/.exec(line);
    if (line === "") {
      if (question !== null) await this.#await(this.#conversation!, question);
    } else if (line === "?") {
      this.#voice.note(this.#voice.say.help);
    } else if (file !== null) {
      await save(this.#last, file[1] ?? "", this.#voice);
    } else {
      this.#asked++;
      const path = pathOf(line);
      if (isAddress(line)) this.#voice.note(this.#voice.say.onlyPath(path));
      await this.#ask(path);
    }
  }

  async #ask(path: string): Promise<void> {
    const conversation = await this.#ready();
    await this.#await(conversation, conversation.ask(path));
  }

  /** Waits, and shows that it waits. */
  async #await(conversation: Conversation, question: Question): Promise<void> {
    const stop = this.#terminal.counting(this.#voice.waiting(conversation, question));
    const progress = await conversation.wait(this.#task.timeoutMs);
    stop();
    await this.#tell(progress, conversation, question, false);
  }

  async #tell(progress: Progress, conversation: Conversation, question: Question, late: boolean) {
    const { say } = this.#voice;
    if (conversation.response !== null) this.#last = conversation.response;
    if (progress === "answered") {
      this.#answered++;
      this.#voice.answer(conversation, question, late);
    } else if (progress === "silent") {
      this.#voice.silence(conversation, question, this.#task.timeoutMs);
    } else if (progress === "broken") {
      this.#voice.notHttp(conversation);
    } else if (conversation.response !== null) {
      this.#voice.cutOff(conversation);
    } else if (conversation.used && !late) {
      // A server may close a connection that it has served just when the next request is on its way (RFC 9112 §9.3.1).
      this.#voice.note(say.again(question.path));
      await this.#ask(question.path);
    } else {
      const waited = this.#voice.time(performance.now() - question.askedAt);
      throw new LostError(say.lost(question.path, waited, conversation.client.error));
    }
  }

  /** The user's next line. At a terminal, what happens meanwhile is told above it: a late answer, or that the server closed. */
  async #line(): Promise<string | null> {
    const line = this.#terminal.line(this.#voice.say.prompt);
    if (!this.#terminal.interactive) return line;
    for (;;) {
      const conversation = this.#conversation!;
      const { question, open } = conversation;
      if (question === null && !open) return line;
      const news = question === null ? conversation.ended() : conversation.wait(FOR_EVER);
      const first = await Promise.race([line.then(() => "line" as const), news]);
      if (first === "line") return line;
      if (question === null) this.#voice.note(this.#voice.say.closed);
      else await this.#tell(first as Progress, conversation, question, true);
    }
  }

  /** A connection over which a question can be asked: the one that there is, or a new one. */
  async #ready(): Promise<Conversation> {
    const old = this.#conversation!;
    if (old.ready) return old;
    if (old.question !== null) this.#voice.note(this.#voice.say.gaveUp(old.question.path));
    await this.leave();
    const conversation = await this.#connect();
    this.#voice.note(this.#voice.say.reconnected(conversation.client.localPort!));
    return conversation;
  }

  async #connect(): Promise<Conversation> {
    const { host, port, timeoutMs } = this.#task;
    const { voice, startedAt } = { voice: this.#voice, startedAt: performance.now() };
    const stop = this.#terminal.counting(() =>
      voice.say.connecting(`${host}:${port}`, voice.seconds(performance.now() - startedAt, 1)),
    );
    const client = await connect(host, port, timeoutMs).finally(stop);
    this.#conversation = new Conversation(client, host);
    return this.#conversation;
  }
}
