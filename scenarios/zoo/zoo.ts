// The zoo: servers that nobody here wrote, and what their own documentation says about how they serve several clients.

import { chmod, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ToolName } from "../../cli/tools.js";
import type { Hold } from "../../results/result.js";
import { sourcePath } from "../source-folder.js";
import { type Claim, type Holds, holds } from "./model.js";

export interface ZooServer extends Claim {
  name: string;
  /** What must be installed, besides Node.js. */
  needs: ToolName | null;
  /**
   * What is run, in the foreground. {port}, {site} (the folder that is served), {folder} (for files of its own),
   * {zoo} (this folder), {program} (the path of what it needs) and {config} (its configuration, filled in) are put in by `commandOf`.
   */
  command: string;
  /** Its configuration in this folder, in which the same words are put in. */
  config?: string;
  /** Is the port given in the command, or to be found, since the system chose it? */
  port: "given" | "found";
  /** Where its documentation says what model it has. */
  source: string;
  /** What else is a right answer from outside, and why. */
  accept?: (Claim & { why: string })[];
  /** What was seen of client 2 while client 1 held, `unread` with /large.bin. */
  holds: Holds;
  /** How many holders fill it, as was seen, so that the next client waits; absent: seven did not. */
  fills?: Partial<Record<Hold, number>>;
  /** What was seen that the documentation does not lead one to expect. */
  surprise?: string;
}

const LOOPS = "each process is an event loop, so that no number of connections fills them";
const GROWS = "processes grow to two, and the third client waits";
const CONCURRENT = holds("answered", "answered", "answered", "answered");
const BLOCKING = holds("blocked", "blocked", "blocked", "blocked");

export const zoo: ZooServer[] = [
  {
    name: "python -m http.server",
    needs: "python",
    command: "python3 -m http.server --bind 127.0.0.1 --directory {site} 0",
    port: "found",
    model: "thread-per-connection",
    source:
      "Python Library Reference, http.server: since 3.7 the module run as a script uses ThreadingHTTPServer, which handles requests in threads",
    holds: { ...CONCURRENT, kept: null },
  },
  {
    name: "python HTTPServer",
    needs: "python",
    command: "python3 {zoo}/http-server.py HTTPServer {port} {site}",
    port: "given",
    model: "iterative",
    source:
      "Python Library Reference, socketserver: the basic classes process requests synchronously, each must be completed before the next is started",
    holds: BLOCKING,
    fills: { kept: 1, idle: 1, partial: 1, unread: 1 },
  },
  {
    name: "python ThreadingHTTPServer",
    needs: "python",
    command: "python3 {zoo}/http-server.py ThreadingHTTPServer {port} {site}",
    port: "given",
    model: "thread-per-connection",
    source:
      "Python Library Reference, http.server: ThreadingHTTPServer uses threads to handle requests, so that browsers that open sockets in advance do not make it wait for ever",
    holds: CONCURRENT,
  },
  {
    name: "wsgiref",
    needs: "python",
    command: "python3 {zoo}/wsgi.py {port} {site}",
    port: "given",
    model: "iterative",
    source:
      "Python Library Reference, wsgiref.simple_server: WSGIServer is a subclass of http.server.HTTPServer",
    holds: { ...BLOCKING, kept: null },
    fills: { idle: 1, partial: 1, unread: 1 },
  },
  {
    name: "gunicorn sync",
    needs: "gunicorn",
    command:
      "env SITE={site} PYTHONDONTWRITEBYTECODE=1 gunicorn --chdir {zoo} --bind 127.0.0.1:{port} --workers 2 wsgi:application",
    port: "given",
    model: "prefork",
    size: 2,
    source:
      "Gunicorn, Design: a pre-fork worker model; the sync worker handles a single request at a time, and knows no persistent connections",
    holds: { ...CONCURRENT, kept: null },
    fills: { idle: 2, partial: 2, unread: 2 },
  },
  {
    name: "gunicorn gthread",
    needs: "gunicorn",
    command:
      "env SITE={site} PYTHONDONTWRITEBYTECODE=1 gunicorn --chdir {zoo} --bind 127.0.0.1:{port} --workers 1 --threads 2 --keep-alive 30 wsgi:application",
    port: "given",
    model: "thread-pool",
    size: 2,
    source:
      "Gunicorn, Design: the gthread worker keeps a thread pool; a kept-alive connection goes back to the loop and waits there for an event",
    holds: CONCURRENT,
    fills: { idle: 2, partial: 2, unread: 2 },
    surprise:
      "idle connections fill the pool, kept ones do not; the third client is accepted, and waits in the server",
  },
  {
    name: "php -S",
    needs: "php",
    command: "php -S 127.0.0.1:{port} -t {site}",
    port: "given",
    model: "iterative",
    source:
      "PHP Manual, Built-in web server: runs only one single-threaded process, applications stall if a request is blocked",
    accept: [
      {
        model: "event-loop",
        why: "connections are watched by poll, and only a script that runs makes others wait",
      },
    ],
    holds: { ...CONCURRENT, kept: null },
    surprise:
      "the manual leads one to expect that client 2 waits; no connection makes it wait, and each is closed after its answer",
  },
  {
    name: "php -S, 4 workers",
    needs: "php",
    command: "env PHP_CLI_SERVER_WORKERS=4 php -S 127.0.0.1:{port} -t {site}",
    port: "given",
    model: "prefork",
    size: 4,
    source:
      "PHP Manual, Built-in web server: PHP_CLI_SERVER_WORKERS makes it fork several workers to handle several requests at once",
    accept: [{ model: "event-loop", why: LOOPS }],
    holds: { ...CONCURRENT, kept: null },
  },
  {
    name: "busybox httpd",
    needs: "busybox",
    command: "busybox httpd -f -p 127.0.0.1:{port} -h {site}",
    port: "given",
    model: "process-per-connection",
    source: "BusyBox, networking/httpd.c: as a stand-alone server it forks for each connection",
    holds: { ...CONCURRENT, kept: null },
  },
  {
    name: "nginx",
    needs: "nginx",
    command: "{program} -p {folder} -c {config}",
    config: "nginx.conf",
    port: "given",
    model: "event-loop",
    source: "nginx, Beginner's Guide: an event-based model; here with one worker process",
    holds: CONCURRENT,
  },
  {
    name: "lighttpd",
    needs: "lighttpd",
    command: "{program} -D -f {config}",
    config: "lighttpd.conf",
    port: "given",
    model: "event-loop",
    source:
      "lighttpd, server.event-handler and max-worker: a single-process, single-threaded server built on events",
    holds: CONCURRENT,
  },
  {
    name: "apache prefork",
    needs: "apache",
    command: "env MPM=prefork {program} -D FOREGROUND -d {folder} -f {config}",
    config: "apache.conf",
    port: "given",
    model: "prefork",
    size: 3,
    source:
      "Apache HTTP Server, mod_mpm_prefork: a non-threaded, pre-forking server, each child serves one connection at a time; here three",
    holds: CONCURRENT,
    fills: { kept: 3, partial: 3, unread: 3 },
    surprise:
      "idle connections take no process: TCP_DEFER_ACCEPT (AcceptFilter) keeps them from accept until they have sent something",
  },
  {
    name: "apache worker",
    needs: "apache",
    command: "env MPM=worker {program} -D FOREGROUND -d {folder} -f {config}",
    config: "apache.conf",
    port: "given",
    model: "thread-pool",
    size: 3,
    source:
      "Apache HTTP Server, mod_mpm_worker: each child has a fixed number of threads that serve, and one that listens; here one child with three",
    holds: CONCURRENT,
    fills: { kept: 3, partial: 3, unread: 3 },
    surprise: "idle connections take no thread, as with prefork",
  },
  {
    name: "apache event",
    needs: "apache",
    command: "env MPM=event {program} -D FOREGROUND -d {folder} -f {config}",
    config: "apache.conf",
    port: "given",
    model: "thread-pool",
    size: 3,
    source:
      "Apache HTTP Server, mod_mpm_event: threads as in worker, but kept-alive and flushing connections are handed back to the listener",
    holds: CONCURRENT,
    fills: { partial: 3, unread: 3 },
    surprise:
      "connections that do not read their answer take a thread each, although the manual says that they are handed back",
  },
  {
    name: "mini_httpd",
    needs: "mini_httpd",
    command: "{program} -D -h 127.0.0.1 -p {port} -d {site}",
    port: "given",
    model: "process-per-connection",
    source: "mini_httpd(8): written to see how slow an old-fashioned forking server would be",
    holds: { ...CONCURRENT, kept: null },
  },
  {
    name: "webfs",
    needs: "webfs",
    command: "webfsd -F -i 127.0.0.1 -p {port} -r {site}",
    port: "given",
    model: "event-loop",
    source: "webfs README: single process, select() and non-blocking I/O",
    holds: CONCURRENT,
  },
  {
    name: "webrick",
    needs: "webrick",
    command: "ruby {zoo}/webrick.rb {port} {site}",
    port: "given",
    model: "thread-per-connection",
    source:
      "WEBrick::GenericServer#start: each accepted socket is served in a thread of its own, up to MaxClients",
    holds: CONCURRENT,
    surprise: "one more thread, for timeouts, comes with the first request",
  },
  {
    name: "java HttpServer",
    needs: "java",
    command: "java {zoo}/Folder.java {port} {site}",
    port: "given",
    model: "event-loop",
    source:
      "com.sun.net.httpserver.HttpServer#setExecutor: without one, requests are handled by the thread that start() created",
    holds: holds("answered", "answered", "blocked", "blocked"),
    fills: { partial: 1, unread: 1 },
    surprise: "waits for the first byte of a request without blocking, and blocks for the rest of it",
  },
  {
    name: "java HttpServer, 2 threads",
    needs: "java",
    command: "java {zoo}/Folder.java {port} {site} 2",
    port: "given",
    model: "thread-pool",
    size: 2,
    source:
      "com.sun.net.httpserver.HttpServer#setExecutor: every request is handled in a task given to the executor; here a fixed pool of two",
    holds: CONCURRENT,
    fills: { partial: 2, unread: 2 },
  },
  {
    name: "node http",
    needs: null,
    command: "node {zoo}/node-http.mjs {port} {site}",
    port: "given",
    model: "event-loop",
    source: "Node.js, The event loop: one thread runs JavaScript, the kernel tells it when a socket is ready",
    holds: CONCURRENT,
  },
  {
    name: "socat fork",
    needs: "socat",
    command: 'socat TCP4-LISTEN:{port},bind=127.0.0.1,reuseaddr,fork EXEC:"sh {zoo}/session.sh {site}"',
    port: "given",
    model: "process-per-connection",
    source:
      "socat(1), option fork: handles each connection in a child process while the parent goes on accepting",
    holds: CONCURRENT,
    surprise: "two processes for each connection: one that carries the bytes, one that answers",
  },
  {
    name: "socat fork, 1 child",
    needs: "socat",
    command:
      'socat TCP4-LISTEN:{port},bind=127.0.0.1,reuseaddr,fork,max-children=1 EXEC:"sh {zoo}/session.sh {site}"',
    port: "given",
    model: "iterative",
    source: "socat(1), option max-children: limits how many child processes fork makes",
    accept: [
      { model: "process-per-connection", size: 1, why: "it forks, and waits until that child has ended" },
    ],
    holds: BLOCKING,
    fills: { kept: 1, idle: 1, partial: 1, unread: 1 },
  },
  {
    name: "socat fork, 2 children",
    needs: "socat",
    command:
      'socat TCP4-LISTEN:{port},bind=127.0.0.1,reuseaddr,fork,max-children=2 EXEC:"sh {zoo}/session.sh {site}"',
    port: "given",
    model: "process-per-connection",
    size: 2,
    source: "socat(1), option max-children: limits how many child processes fork makes",
    accept: [
      { model: "prefork", size: 2, why: GROWS },
      { model: "thread-pool", size: 2, why: GROWS },
    ],
    holds: CONCURRENT,
    fills: { kept: 2, idle: 2, partial: 2, unread: 2 },
  },
  {
    name: "socat",
    needs: "socat",
    command: 'socat TCP4-LISTEN:{port},bind=127.0.0.1,reuseaddr EXEC:"sh {zoo}/session.sh {site}"',
    port: "given",
    model: "single-shot",
    source: "socat(1), TCP-LISTEN: accepts one connection, and with fork several",
    holds: holds("refused", "refused", "refused", "refused"),
    fills: { kept: 1, idle: 1, partial: 1, unread: 1 },
  },
];

const HERE = sourcePath("./", import.meta.url);
const LARGE_BYTES = 64 * 1024 * 1024;

/** Fills a folder with what the zoo serves: index.html, and large.bin, which is larger than every buffer and takes no room. */
export async function prepareSite(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), "<h1>Hello</h1>\n");
  const file = await open(join(folder, "large.bin"), "w");
  await file.truncate(LARGE_BYTES);
  await file.close();
  await chmod(folder, 0o755); // a server that gives up root must be able to read it
}

/** The command of a server, with its configuration written into `folder`. */
export async function commandOf(
  server: ZooServer,
  where: { port: number; site: string; folder: string; program: string },
): Promise<string> {
  const words: { [name: string]: string; config?: string } = {
    ...where,
    port: `${where.port}`,
    zoo: HERE.replace(/[\\/]$/, ""),
  };
  const filled = (text: string) => text.replace(/\{([a-z]+)\}/g, (word, name) => words[name] ?? word);
  if (server.config !== undefined) {
    const config = join(where.folder, basename(server.config));
    await writeFile(config, filled(await readFile(join(HERE, server.config), "utf8")));
    words.config = config;
  }
  return filled(server.command);
}
