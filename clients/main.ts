// npm run client HOST PORT: asks a web server for files, as the course report's client does.
// Exit status: 0 all that a pipe asked was answered (at a keyboard: the user left), 1 something was not,
// 2 used wrongly, 3 no connection, 130 Ctrl-C.

import type { Language } from "../results/texts/texts.js";
import { readLanguage, UsageError } from "./command-line.js";
import { ConnectError } from "./keyboard/connect.js";
import { readTask, type Task } from "./keyboard/options.js";
import { LostError, Session } from "./keyboard/session.js";
import { Terminal } from "./keyboard/terminal.js";
import { UserMessages } from "./keyboard/user-messages.js";
import { texts } from "./texts/texts.js";

const args = process.argv.slice(2);
let usage = texts.en.usage;

try {
  const lang = readLanguage(args, process.env, (language) => texts[language]);
  usage = texts[lang].usage;
  const task = readTask(args, texts[lang]);
  if (task === "help") console.log(usage);
  else await converse(task, lang);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}

async function converse(task: Task, lang: Language): Promise<void> {
  const terminal = new Terminal();
  const voice = new UserMessages(terminal, lang);
  const session = new Session(task, terminal, voice);
  terminal.onLeave = async (how) => {
    if (how === "exit") await session.leave();
    await end(terminal, how === "interrupted" ? 130 : 0);
  };
  process.stdout.on("error", () => process.exit(1)); // nobody reads the answers any more: client ... | head
  try {
    const answered = await session.run();
    await end(terminal, answered || terminal.interactive ? 0 : 1);
  } catch (error) {
    if (!(error instanceof ConnectError || error instanceof LostError)) throw error;
    terminal.close();
    voice.note(error instanceof ConnectError ? voice.unreachable(error, task) : error.message);
    await end(terminal, 3);
  }
}

/** Ends even while a server keeps a connection open, but not before all is printed: a pipe may be written later. */
async function end(terminal: Terminal, status: number): Promise<never> {
  terminal.close();
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((written) => stream.write("", () => written()));
  }
  process.exit(status);
}
