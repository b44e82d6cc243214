export const en = {
  prompt: "File name (or 'exit'): ",
  connecting: (to: string, seconds: string) => `Connecting to ${to}: ${seconds} s `,
  connected: (to: string, port: number) => `Connected to ${to} from port ${port}.`,
  reconnected: (port: number) => `Connected again, over a new connection from port ${port}.`,
  hint: "Type ? for help.",
  waiting: (path: string, seconds: string) => `Connected, waiting for ${path}: ${seconds} s `,
  receiving: (path: string, bytes: string, seconds: string) => `Receiving ${path}: ${bytes}, ${seconds} s `,

  answered: (time: string, bytes: string) => `Answered after ${time}: ${bytes}.`,
  late: (path: string) => `The answer to ${path} has come after all:`,
  bytes: (count: string) => `${count} ${count === "1" ? "byte" : "bytes"}`,
  unknownType: "unknown type",
  summary: (type: string, lines: string | null, bytes: string) =>
    `[${type}, ${lines === null ? "" : `${lines} ${lines === "1" ? "line" : "lines"}, `}${bytes}: not shown. "save NAME" writes it to a file]`,
  noLength:
    "The server did not say how long its answer is (no Content-Length): half a second of silence was taken for the end.",
  tooMuch: (bytes: string) => `The server sent ${bytes} more than it had announced.`,
  closed: "The server closed the connection. The next file is asked for over a new one.",

  silent: (path: string, seconds: string) =>
    `No answer to ${path} for ${seconds} s. You are connected, because the operating system completes connections before the server accepts them. But the server has not answered: it may be serving another client.`,
  stalled: (path: string, bytes: string, seconds: string) =>
    `The answer to ${path} is not complete: ${bytes} of the body came, and nothing more for ${seconds} s.`,
  cutOff: (bytes: string) =>
    `The connection ended here, before the answer was complete: ${bytes} of the body came.`,
  choice: "Enter waits on; a file name gives this one up and asks over a new connection; exit leaves.",
  gaveUp: (path: string) => `Gave up waiting for ${path}.`,
  again: (path: string) =>
    `The server closed the connection without answering ${path}. Asking once more over a new one.`,
  notHttp: "What the server sent is not an HTTP answer. It begins with:",

  onlyPath: (path: string) => `Asking this server for ${path}.`,
  help: `A file name asks the server for that file: index.html, or /photos/sea.png.
  save NAME   writes the last answer's body to a file on this computer
  exit        says exit to the server and leaves; so does Ctrl-D
  Ctrl-C      leaves without a word
  ?           this text
Put a slash in front of a file that is named like a command: /exit.
The Up key brings back earlier lines.`,

  saved: (bytes: string, file: string) => `${bytes} written to ${file}.`,
  nothingToSave: "There is no answer to save yet: ask for a file first.",
  saveAs: 'Under which name? For example "save page.html".',
  cannotSave: (code: string, file: string) => {
    switch (code) {
      case "EEXIST":
        return `${file} exists already and was left as it is. Choose another name.`;
      case "ENOENT":
        return `There is no folder for ${file}. Choose another name, or make the folder first.`;
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return `You may not write ${file}. Choose another folder.`;
      case "EISDIR":
        return `${file} is a folder. Choose another name.`;
      default:
        return `${code}: ${file} could not be written.`;
    }
  },

  unknownHost: (host: string) =>
    `There is no host called "${host}", or its name cannot be looked up just now. Check the spelling.`,
  cannotConnect: (code: string, to: string) => {
    switch (code) {
      case "ECONNREFUSED":
        return `Nobody is listening on ${to}. Start the server first, and check the port.`;
      case "ETIMEDOUT":
        return `No connection to ${to}: the server's queue of waiting clients may be full, or the host cannot be reached.`;
      case "EHOSTUNREACH":
      case "ENETUNREACH":
        return `${code}: there is no way to ${to} from here. Check the host and the network.`;
      default:
        return `${code}: no connection to ${to}.`;
    }
  },
  lost: (path: string, time: string, reason: string | null) =>
    reason === null
      ? `The server closed the connection after ${time}, without a complete answer to ${path}.`
      : `The connection was lost after ${time} of waiting for ${path} (${reason}).`,

  usage: `Usage: npm run client HOST PORT [-- options]

Asks a web server for files, one at a time, over a connection that stays open.
HOST is a name, an IPv4 or an IPv6 address; localhost means 127.0.0.1.

Options:
  --timeout SECONDS   how long to wait for a connection or an answer
                      before saying so (default 10)
  --lang en|id        the language
  --help              this text

Lines can also come from a pipe, one file name each: the
exit status is then 0 if all were answered, else 1.`,
  noHost: "No HOST was named.",
  noPort: "No PORT was named.",
  twoWords: (host: string, port: string) =>
    `Write host and port as two words: npm run client ${host} ${port}`,
  badPort: (value: string) => `PORT is a whole number from 1 to 65535, not "${value}".`,
  badTimeout: (value: string) =>
    `The option --timeout is a number of seconds from 0.1 to 3600, not "${value}".`,
  badLanguage: (value: string) => `The option --lang is en or id, not "${value}".`,
  eatenByNpm: (option: string) =>
    `npm took the option ${option} for itself. Write -- before the options: npm run client HOST PORT -- ${option} ... (in PowerShell: npm.cmd run ...).`,
  unknownOption: (option: string) => `There is no option ${option}.`,
  missingValue: (option: string) => `The option ${option} needs a value.`,
  noValue: (option: string) => `The option ${option} takes no value.`,
  surplus: (word: string, byNpm: boolean) =>
    `"${word}" was not expected here.${byNpm ? " If it belongs to an option, write -- before the options: npm run client HOST PORT -- OPTIONS." : ""}`,
};
