// Pairs of names as students write them: each server is found in its role, whatever lies beside it.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Role } from "../../grade.js";
import { folder } from "../../testing/grade.js";
import { named, pairsOf, unnamed } from "../../testing/pairs.js";
import { findPrograms, isFound } from "../programs.js";

/** Small servers: one after the other, and with something that serves several at once; and a client. */
const SOURCES: Record<string, Record<Role, string>> = {
  ".py": {
    single:
      "import socket\ns = socket.socket()\ns.listen(1)\nwhile True:\n    c, a = s.accept()\n    c.send(b'HTTP/1.1 200 OK')\n",
    multi:
      "import socket, threading\ns = socket.socket()\ns.listen(9)\nwhile True:\n    c, a = s.accept()\n    threading.Thread(target=print, args=(c,)).start()\n",
    client:
      "import socket, sys\ns = socket.socket()\ns.connect((sys.argv[1], int(sys.argv[2])))\ns.send(b'GET / HTTP/1.1')\n",
  },
  ".java": {
    single:
      "class A { public static void main(String[] a) throws Exception { var s = new ServerSocket(80); while (true) s.accept(); } }",
    multi:
      "class B { public static void main(String[] a) throws Exception { var s = new ServerSocket(80); new Thread(() -> {}).start(); } }",
    client: "class C { public static void main(String[] a) throws Exception { new Socket(a[0], 80); } }",
  },
  ".js": {
    single: "const net = require('net');\nnet.createServer((c) => c.end()).listen(80);\n",
    multi:
      "const { Worker } = require('worker_threads');\nrequire('net').createServer((c) => new Worker('x')).listen(80);\n",
    client: "require('net').connect(process.argv[3], process.argv[2]);\n",
  },
  ".c": {
    single: "int main(void) { listen(3, 1); for (;;) accept(3, 0, 0); }",
    multi: "int main(void) { listen(3, 1); for (;;) { accept(3, 0, 0); pthread_create(&t, 0, f, 0); } }",
    client: "int main(int n, char **v) { connect(3, a, 16); }",
  },
  ".php": {
    single: "<?php $s = stream_socket_server('tcp://0:80'); while ($c = stream_socket_accept($s)) {}",
    multi: "<?php $s = stream_socket_server('tcp://0:80'); if (pcntl_fork() == 0) exit;",
    client: "<?php fsockopen($argv[1], $argv[2]);",
  },
  ".rb": {
    single: "s = TCPServer.new(80)\nloop { s.accept }\n",
    multi: "s = TCPServer.new(80)\nloop { Thread.start(s.accept) { |c| } }\n",
    client: "TCPSocket.new(ARGV[0], ARGV[1])\n",
  },
  ".go": {
    single: 'package main\nfunc main() { l, _ := net.Listen("tcp", ":80"); l.Accept() }',
    multi: 'package main\nfunc main() { l, _ := net.Listen("tcp", ":80"); c, _ := l.Accept(); go serve(c) }',
    client: 'package main\nfunc main() { net.Dial("tcp", os.Args[1]) }',
  },
  ".rs": {
    single: 'fn main() { TcpListener::bind("0:80"); }',
    multi: 'fn main() { TcpListener::bind("0:80"); thread::spawn(f); }',
    client: "fn main() { TcpStream::connect(a); }",
  },
};
SOURCES[".ts"] = SOURCES[".js"]!;
SOURCES[".cpp"] = SOURCES[".c"]!;

/** What is found: the file of each role. */
function found(files: Record<string, string>): Record<Role, string | string[]> {
  const root = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const { programs } = findPrograms(root, Object.keys(files).sort(), {});
  const name = (role: Role) => {
    const program = programs[role];
    return isFound(program) ? program.file! : [program.why, ...program.seen];
  };
  return { single: name("single"), multi: name("multi"), client: name("client") };
}

const sourcesOf = (path: string) => SOURCES[extname(path).toLowerCase()]!;
/** What lies beside them in most submissions. */
const besides = (ending: string) => ({
  [`client${ending}`]: SOURCES[ending]!.client,
  "index.html": "<h1>hello</h1>",
  "README.md": "# server_single.py and server_multi.py",
});

describe("of a pair of servers each is found in its role", () => {
  test.each([...pairsOf(named), ...pairsOf(unnamed)])("%s and %s", (single, multi) => {
    const files = {
      ...besides(extname(single).toLowerCase()),
      [single]: sourcesOf(single).single,
      [multi]: sourcesOf(multi).multi,
    };
    expect(found(files)).toEqual({ single, multi, client: `client${extname(single).toLowerCase()}` });
  });

  test.each(pairsOf(named))(
    "by their names alone, where both serve one at a time: %s and %s",
    (single, multi) => {
      const { single: source } = sourcesOf(single);
      const files = { ...besides(extname(single).toLowerCase()), [single]: source };
      const other = source
        .replace("80", "81")
        .replace("listen(1)", "listen(2)")
        .replace("listen(3, 1)", "listen(3, 2)");
      expect(found({ ...files, [multi]: other })).toMatchObject({ single, multi });
    },
  );
});
