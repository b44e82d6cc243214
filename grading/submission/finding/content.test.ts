import { describe, expect, test } from "vitest";
import { kindOf, readContent } from "./content.js";

/** In a few words: what it is, and how it serves several clients. */
function said(language: string, source: string): string {
  const content = readContent(source, language);
  const kind = kindOf(content);
  return kind === "server" ? `server, ${content.serves}` : kind;
}

describe("what a program does is read from its calls", () => {
  test.each<[string, string, string]>([
    [
      "Python",
      "import socket\ns = socket.socket()\ns.bind(('', 80))\ns.listen(1)\nc, a = s.accept()",
      "server, one at a time",
    ],
    ["Python", "s.listen()\nwhile True:\n  threading.Thread(target=f, args=(c,)).start()", "server, threads"],
    ["Python", "s.listen()\nwhile True:\n  _thread.start_new_thread(f, (c,))", "server, threads"],
    ["Python", "s.listen()\nclass W(threading.Thread):\n  pass\nW().start()", "server, threads"],
    ["Python", "s.listen()\nif os.fork() == 0:\n  serve(c)", "server, processes"],
    ["Python", "s.listen()\nr, _, _ = select.select([s], [], [])", "server, events"],
    [
      "Python",
      "async def main():\n  await asyncio.start_server(f, '', 80)\nasyncio.run(main())",
      "server, events",
    ],
    ["Python", "HTTPServer(('', 80), H).serve_forever()", "server, one at a time"],
    ["Python", "ThreadingHTTPServer(('', 80), H).serve_forever()", "server, threads"],
    [
      "Python",
      "class S(socketserver.ThreadingMixIn, socketserver.TCPServer): pass\nS(a, H).serve_forever()",
      "server, threads",
    ],
    ["Python", "s.connect((sys.argv[1], int(sys.argv[2])))\ns.send(b'GET / HTTP/1.1')", "client"],
    ["Python", "print(requests.get(url).text)", "client"],
    ["Python", "s = socket(AF_INET, SOCK_DGRAM)\ns.bind(('', 5))\ns.recvfrom(10)", "udp"],
    [
      "Python",
      "p = socket(AF_INET, SOCK_DGRAM)\np.connect(('8.8.8.8', 80))\ns.listen(1)\ns.accept()",
      "server, one at a time",
    ],
    ["Python", "s.listen(5)\nc = s.accept()\nproxy.connect((host, 80))\ncache = {}", "proxy"],
    ["Python", "db = sqlite3.connect('a.db')\nbutton.clicked.connect(f)", "no network"],
    ["Python", "# s.listen(5)\nprint('s.accept() and connect(x)')", "no network"],
    ["Python", "import socket\ndef serve(c):\n  s.listen(5)\nPORT = 80\n", "helper"],
    [
      "Python",
      "import socket\ndef main():\n  s.listen(5)\nif __name__ == '__main__':\n  main()",
      "server, one at a time",
    ],
    [
      "Python",
      "s.listen()\nnickname = c.recv(9)\ndef broadcast(message): pass\nprint('joined the chat')",
      "chat",
    ],
    ["Python", "s.listen()\nplayer1 = s.accept()\nboard = [0] * 9\nprint('winner', game)", "game"],
    ["Python", "import os\nprint(os.listdir('.'))", "no network"],
    [
      "Python",
      "import socket\nclass S:\n  def __init__(self):\n    self.s.listen(5)\n\nserver = S()",
      "server, one at a time",
    ],
    [
      "C",
      "int main() { int s = socket(AF_INET, SOCK_STREAM, 0); connect(s, a, n); recvfrom(s, b, 9, 0, 0, 0); }",
      "client",
    ],
    ["JavaScript", "const net = require('net');\nnet.createServer((s) => {}).listen(80);", "server, events"],
    ["JavaScript", "net.createServer((s) => new Worker('./w.js')).listen(80);", "server, threads"],
    [
      "JavaScript",
      "if (cluster.isPrimary) cluster.fork(); else http.createServer(f).listen(80);",
      "server, processes",
    ],
    [
      "JavaScript",
      "const c = net.createConnection({ port: 80 }, () => c.write('GET / HTTP/1.1'));",
      "client",
    ],
    ["JavaScript", "const c = new net.Socket();\nc.connect(80, '127.0.0.1');", "client"],
    ["JavaScript", "document.getElementById('a').onclick = () => fetch('/a');", "front end"],
    ["JavaScript", "dgram.createSocket('udp4').bind(9);", "udp"],
    [
      "TypeScript",
      "import * as net from 'node:net';\nnet.createServer((s: net.Socket) => {}).listen(80);",
      "server, events",
    ],
    ["TypeScript", "const s: Socket = net.connect(port, host);", "client"],
    [
      "Java",
      "class A { public static void main(String[] a) { ServerSocket s = new ServerSocket(80); Socket c = s.accept(); } }",
      "server, one at a time",
    ],
    [
      "Java",
      "class A { public static void main(String[] a) { new ServerSocket(1); new Thread(() -> {}).start(); } }",
      "server, threads",
    ],
    [
      "Java",
      "class A { public static void main(String[] a) { new ServerSocket(1); Executors.newFixedThreadPool(9); } }",
      "server, threads",
    ],
    [
      "Java",
      "class A { public static void main(String[] a) { ServerSocketChannel.open(); Selector.open(); } }",
      "server, events",
    ],
    [
      "Java",
      "class A { public static void main(String[] a) { HttpServer.create(x, 0).start(); } }",
      "server, one at a time",
    ],
    ["Java", "class A { public static void main(String[] a) { new Socket(a[0], 80); } }", "client"],
    ["Java", "class A { public static void main(String[] a) { new DatagramSocket(80); } }", "udp"],
    ["Java", "class Handler implements Runnable { Handler(Socket s) {} public void run() {} }", "helper"],
    ["Java", "class A { void go() { new ServerSocket(80).accept(); } }", "helper"],
    ["C", "int main() { listen(s, 5); for (;;) { int c = accept(s, 0, 0); } }", "server, one at a time"],
    ["C", "int main() { listen(s, 5); pthread_create(&t, 0, f, 0); }", "server, threads"],
    ["C", "int main() { listen(s, 5); if (fork() == 0) serve(); }", "server, processes"],
    ["C", "int main() { listen(s, 5); epoll_wait(e, v, 9, -1); }", "server, events"],
    ["C", "int main(int argc, char **argv) { connect(s, (struct sockaddr *)&a, sizeof a); }", "client"],
    ["C", "void serve(int s) { listen(s, 5); }", "helper"],
    ["C", "int main() { recvfrom(s, b, 9, 0, 0, 0); }", "udp"],
    ["C", 'int main() { puts("listen(5) accept( fork()"); /* connect(s) */ }', "no network"],
    ["C++", "int main() { ::listen(s, 5); std::thread(serve, c).detach(); }", "server, threads"],
    ["C++", "int main() { listen(s, 5); vector<thread> all; }", "server, threads"],
    ["C++", "int main() { connect(s, a, n); }", "client"],
    ["C++", "int main() { tcp::acceptor a(io, e); a.accept(s); }", "server, one at a time"],
    ["PHP", "<?php socket_listen($s); while ($c = socket_accept($s)) {}", "server, one at a time"],
    ["PHP", "<?php $s = stream_socket_server('tcp://0:80'); if (pcntl_fork() == 0) {}", "server, processes"],
    ["PHP", "<?php $s = stream_socket_server('tcp://0:80'); stream_select($r, $w, $e, 1);", "server, events"],
    ["PHP", "<?php $c = fsockopen($argv[1], $argv[2]);", "client"],
    ["PHP", "<h1>It's socket_listen( here</h1><?php echo 1; ?>", "no network"],
    ["Ruby", "s = TCPServer.new(80)\nloop { c = s.accept }", "server, one at a time"],
    ["Ruby", "s = TCPServer.new(80)\nloop { Thread.start(s.accept) { |c| } }", "server, threads"],
    ["Ruby", "s = TCPServer.new(80)\nloop { c = s.accept\nfork do serve(c) end }", "server, processes"],
    ["Ruby", "c = TCPSocket.new(ARGV[0], ARGV[1])", "client"],
    ["Ruby", "# TCPServer.new\nputs 'fork'", "no network"],
    [
      "Go",
      'func main() { l, _ := net.Listen("tcp", ":80"); c, _ := l.Accept(); serve(c) }',
      "server, one at a time",
    ],
    [
      "Go",
      'func main() { l, _ := net.Listen("tcp", ":80"); for { c, _ := l.Accept(); go serve(c) } }',
      "server, threads",
    ],
    ["Go", 'func main() { http.ListenAndServe(":80", nil) }', "server, threads"],
    ["Go", 'func main() { c, _ := net.Dial("tcp", os.Args[1]) }', "client"],
    ["Go", 'func main() { net.ListenUDP("udp", a) }', "udp"],
    [
      "Rust",
      'fn main() { let l = TcpListener::bind("0:80"); for s in l.incoming() {} }',
      "server, one at a time",
    ],
    ["Rust", 'fn main() { let l = TcpListener::bind("0:80"); thread::spawn(|| {}); }', "server, threads"],
    [
      "Rust",
      '#[tokio::main] async fn main() { TcpListener::bind("0:80").await; tokio::spawn(f); }',
      "server, events",
    ],
    ["Rust", "fn main() { TcpStream::connect(a); } // TcpListener::bind", "client"],
    ["Rust", "fn main() { UdpSocket::bind(a); }", "udp"],
  ])("%s: %s", (language, source, kind) => {
    expect(said(language, source)).toBe(kind);
  });

  test("one that loads threads and does not use them means to", () => {
    const at = (source: string) => readContent(source, "Python").concurrent;
    expect(at("import socket, threading\ns.listen()")).toBeLessThan(
      at("import threading\ns.listen()\nThread(f)"),
    );
    expect(at("import threading\ns.listen()")).toBeGreaterThan(at("import socket\ns.listen()"));
  });

  test("and of one in a language that nobody knows here, nothing", () => {
    expect(said("Zig", "listen(s)")).toBe("no network");
  });
});
