import { reasons } from "../http/refusal.js";

export const en = {
  listening: (address: string, port: number) => `Listening on ${address}:${port}. Ctrl-C ends the server.`,
  connected: (who: string) => `Connected with ${who}`,
  asked: (who: string, request: string, status: number) => `${who} asked: ${request} -> ${status}`,
  refused: (who: string, status: number, reason: string) => `${who} was refused: ${status} (${reason})`,
  exited: (who: string) => `${who} said exit`,
  left: (who: string) => `${who} left`,
  leftHalf: (who: string) => `${who} left in the middle of a request`,
  reasons,
  failed: (who: string, reason: string) => `${who} was lost: ${reason}`,
  descriptors: (threads: number) =>
    `All ${threads} threads are busy, and this process may not open more files: the next client waits in the accept queue. Raise the limit with ulimit -n to serve more.`,
  ceiling: (threads: number) =>
    `All ${threads} threads are busy: the next client waits in the accept queue. Raise --max-threads to serve more.`,
  processEnded: (pid: string, how: string) => `Process ${pid} ended (${how}): another takes its place.`,

  usage: (models: string) => `Usage: npm run server MODEL [-- options]

Runs one web server by hand. MODEL is one of:
  ${models}

Options:
  --port N          the port to listen on; 0 picks a free one
                    (default: a port of the model's own)
  --host ADDRESS    the IPv4 address to listen on, or localhost
                    (default 127.0.0.1; 0.0.0.0: every network)
  --root FOLDER     the folder with the site's files
                    (default: a small sample site)
  --backlog N       how many clients may wait until they are accepted:
                    the number given to listen()
  --max-threads N   multi: the most threads that may run at once
                    (default 256; about 8 MB each)
  --threads N       pool: how many threads (default 4)
  --processes N     prefork: how many processes (default 4; about 15 MB each)
  --keep-open       keep the connection open after HTTP/1.0 requests too,
                    as the course report's servers do
  --quiet           say nothing of clients and what they ask
  --lang en|id      the language of the log
  --help            this text`,
  noModel: (models: string) => `No server model was named. Name one of: ${models}.`,
  unknownModel: (name: string, models: string) =>
    `There is no server model "${name}". Name one of: ${models}.`,
  eatenByNpm: (option: string) =>
    `npm took the option ${option} for itself. Write -- before the options: npm run server MODEL -- ${option} ... (in PowerShell: npm.cmd run ...).`,
  unknownOption: (option: string) => `There is no option ${option}. --help lists the options.`,
  missingValue: (option: string) => `The option ${option} needs a value. --help lists the options.`,
  noValue: (option: string) => `The option ${option} takes no value.`,
  surplus: (word: string, byNpm: boolean) =>
    `"${word}" was not expected here.${byNpm ? " If it belongs to an option, write -- before the options: npm run server MODEL -- OPTIONS." : ""} --help shows how the command is used.`,
  badNumber: (option: string, value: string, least: number, most: number) =>
    `The option ${option} is a whole number from ${least} to ${most}, not "${value}".`,
  otherModel: (option: string, owners: string, model: string) =>
    `The option ${option} belongs to ${owners}: ${model} does not have it.`,
  badHost: (value: string) =>
    `The option --host is an IPv4 address such as 127.0.0.1, or localhost, not "${value}".`,
  badLanguage: (value: string) => `The option --lang is en or id, not "${value}".`,
  noFolder: (folder: string) =>
    `The folder ${folder} does not exist. Name the site's folder with --root FOLDER.`,
  notFolder: (folder: string) => `${folder} is not a folder. Name the site's folder with --root FOLDER.`,
  notHere: (model: string) =>
    `The model ${model} cannot run on Windows: there a process cannot inherit a listening socket from Node.js. Choose pool, which does the same with threads.`,
  cannotListen: (code: string, address: string, port: number) => {
    switch (code) {
      case "EADDRINUSE":
        return `EADDRINUSE: port ${port} is taken by another program on ${address}. End that program, or choose another port with --port.`;
      case "EACCES":
        return `EACCES: you may not listen on port ${port}. Ports below 1024 are for the administrator: choose a higher one with --port.`;
      case "EADDRNOTAVAIL":
        return `EADDRNOTAVAIL: this machine has no address ${address}. Choose another with --host, for example 127.0.0.1.`;
      default:
        return `${code}: the server cannot listen on ${address}:${port}.`;
    }
  },
};
