import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "../grade.js";
import { folder } from "../testing/grade.js";
import { readManifest } from "./manifest.js";
import { findPrograms, isFound, lineWithWords, type Program } from "./programs.js";

const SINGLE = "s.listen(1)\nwhile True:\n    c, a = s.accept()\n    c.send(b'HTTP/1.1 200 OK')\n";
const MULTI = `${SINGLE}    threading.Thread(target=f).start()\n`;
const CLIENT = "s.connect((sys.argv[1], 80))\ns.send(b'GET / HTTP/1.1')\n";

type Files = Record<string, string | Buffer>;

function find(files: Files, commands: Partial<Record<Role, string>> = {}, asked?: readonly Role[]) {
  const root = folder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return findPrograms(root, Object.keys(files).sort(), commands, asked);
}

/** What each program is, with how it was told; or why it was not found. */
function said(files: Files, commands: Partial<Record<Role, string>> = {}, asked: readonly Role[] = ROLES) {
  const { programs } = find(files, commands, asked);
  return Object.fromEntries(
    asked.map((role) => {
      const program = programs[role];
      if (!isFound(program)) return [role, program.why === "several" ? program.seen : program.why];
      return [role, `${program.file ?? program.run} ${program.told.by}`];
    }),
  );
}

const client = (files: Files) => said(files, {}, ["client"]).client;

describe("how each was told is kept", () => {
  test.each<[string, Files, Record<string, unknown>]>([
    [
      "by name",
      { "server_single.py": SINGLE, "server_multi.py": MULTI, "client.py": CLIENT },
      { single: "server_single.py name", multi: "server_multi.py name", client: "client.py name" },
    ],
    [
      "by elimination",
      { "TCPServer.py": SINGLE, "TCPServerThread.py": MULTI, "a.py": CLIENT },
      { single: "TCPServer.py elimination", multi: "TCPServerThread.py name", client: "a.py content" },
    ],
    [
      "by what they do",
      { "a.py": MULTI, "b.py": SINGLE, "c.py": CLIENT },
      { single: "b.py content", multi: "a.py content", client: "c.py content" },
    ],
    [
      "one alone, by what it does",
      { "server.py": MULTI },
      { single: "absent", multi: "server.py content", client: "absent" },
    ],
    [
      "by what it means to do, where both serve one at a time",
      { "a.py": SINGLE, "b.py": `import threading\n${SINGLE}` },
      { single: "a.py elimination", multi: "b.py content", client: "absent" },
    ],
    [
      "as an option says",
      { "s.py": `${MULTI}p.add_argument('--mode', choices=['single', 'multi'])\n` },
      { single: "s.py mode", multi: "s.py mode", client: "absent" },
    ],
  ])("%s", (_, files, found) => {
    expect(said(files)).toEqual(found);
  });

  test("what a program is told is in its command", () => {
    const { programs } = find({ "s.py": `${MULTI}p.add_argument('--mode', choices=['single', 'multi'])\n` });
    expect((programs.multi as Program).run).toBe("exec python3 s.py --mode multi");
    const menu = find({ "s.py": `${MULTI}print('1. single')\nprint('2. multi')\nn = input()\n` }).programs;
    expect((menu.multi as Program).run).toBe("printf '%s\\n' 2 | python3 s.py");
  });
});

describe("a lecturer's word goes before all", () => {
  const files = { "server_single.py": SINGLE, "server_multi.py": MULTI, "x/y.py": SINGLE, "web.go": "" };

  test("on the command line, before antre.yaml, before names", () => {
    expect(
      said(
        { ...files, "antre.yaml": "single: python3 x/y.py\nmulti: python3 z.py\n" },
        { multi: "python3 x/y.py" },
      ),
    ).toEqual({ single: "python3 x/y.py manifest", multi: "python3 x/y.py command", client: "absent" });
  });

  test("also as the name of a file, which is built and run as its language wants", () => {
    const { programs } = find({
      ...files,
      "antre.yaml": "single: x/y.py\nmulti: { run: web.go, port: 99 }\n",
    });
    expect(programs.single).toMatchObject({
      file: "x/y.py",
      run: "exec python3 y.py",
      within: "x",
      language: "Python",
    });
    expect(programs.multi).toMatchObject({ file: "web.go", language: "Go", needs: "go", port: 99 });
  });

  test("and the file that it names is no candidate for another one", () => {
    expect(said({ "a.py": SINGLE, "b.py": MULTI, "antre.yaml": "multi: python3 a.py\n" })).toEqual({
      single: "b.py elimination",
      multi: "python3 a.py manifest",
      client: "absent",
    });
  });
});

describe("what a stated command builds or runs unseen is not the other server, too", () => {
  const JAVA = "class X { static void main(String[] a) { new ServerSocket(1).accept(); } }";
  const JAVA_MULTI = JAVA.replace("new S", "new Thread(r).start(); new S");
  const C = "int main() { listen(s, 5); accept(s, 0, 0); }";
  test.each<[string, Files, Record<string, unknown>]>([
    [
      "a script",
      { "web/srv.py": MULTI, "run.sh": "cd web; python3 srv.py", "antre.yaml": "multi: sh run.sh" },
      { single: "absent", multi: "sh run.sh manifest" },
    ],
    [
      "a class, of all that were compiled",
      {
        "Satu.java": JAVA,
        "Dua.java": JAVA_MULTI,
        "antre.yaml": "single: { build: javac *.java, run: java Satu }",
      },
      { single: "java Satu manifest", multi: "Dua.java elimination" },
    ],
    [
      "a project's binary",
      {
        "web/src/main.rs": "fn main() { TcpListener::bind(a); thread::spawn(f); }",
        "web/Cargo.toml": "",
        "antre.yaml": "multi: { build: cd web && cargo build, run: web/target/debug/web }",
      },
      { single: "absent", multi: "web/target/debug/web manifest" },
    ],
    [
      "what is in a language that is not graded here",
      { "Program.cs": "", "a.csproj": "", "antre.yaml": "multi: { build: dotnet build, run: dotnet run }" },
      { single: "none", multi: "dotnet run manifest" },
    ],
    [
      "what make has built, called as its source",
      { "a.c": C, "b.c": C, Makefile: "", "antre.yaml": "multi: { build: make, run: ./a }" },
      { single: "b.c elimination", multi: "./a manifest" },
    ],
  ])("%s", (_, files, found) => {
    expect(said(files, {}, ["single", "multi"])).toEqual(found);
  });
});

describe("no candidates are", () => {
  test.each([
    "node_modules/server/server_multi.py",
    "venv/lib/server_multi.py",
    "__pycache__/server_multi.py",
    "old/server_multi.py",
    "backup/server_multi.py",
    "server_multi_old.py",
    "server_multi_backup.py",
    "server_multi.bak.py",
    "lama/server_multi.py",
    "test_server_multi.py",
    "tests/server_multi.py",
    "server_multi_test.py",
    "build/server_multi.py",
  ])("%s", (path) => {
    expect(said({ "server_single.py": SINGLE, [path]: MULTI }).multi).toBe("absent");
  });

  test("scripts for a browser", () => {
    const script = "document.querySelector('a').onclick = () => fetch('/x');\n";
    expect(said({ "server_single.py": SINGLE, "client.js": script, "static/klien.js": CLIENT }).client).toBe(
      "absent",
    );
  });

  test("helpers, and versions before the last", () => {
    const files = {
      "server.py": SINGLE,
      "server_v2.py": SINGLE.replace("1)", "2)"),
      "server_multi.py": MULTI,
      "client_handler.py": "def f(c):\n    c.send(b'')\n",
    };
    expect(said(files)).toEqual({
      single: "server_v2.py elimination",
      multi: "server_multi.py name",
      client: "absent",
    });
  });

  test("but where nothing else is there, what is old or built is", () => {
    expect(said({ "build/server_single.py": SINGLE, "old/client.py": CLIENT })).toMatchObject({
      single: "build/server_single.py name",
      client: "old/client.py name",
    });
  });
});

describe("what a program does may stand in its own files", () => {
  test("of Python", () => {
    const files = {
      "one.py": "import shared\nshared.run()\n",
      "many.py": "from pooled import run\nrun()\n",
      "shared.py": `def run():\n    ${SINGLE.replaceAll("\n", "\n    ")}`,
      "pooled.py":
        "import shared\nfrom concurrent.futures import ThreadPoolExecutor\ndef run():\n    ThreadPoolExecutor(4).submit(shared.run)\n",
    };
    expect(said(files)).toMatchObject({ single: "one.py content", multi: "many.py content" });
  });

  test("of Java", () => {
    const main = (name: string, body: string) =>
      `class ${name} { public static void main(String[] a) { ServerSocket s = new ServerSocket(80); ${body} } }`;
    const files = {
      "src/A.java": main("A", "new Session(s.accept()).run();"),
      "src/B.java": main("B", "new Worker(s.accept()).start();"),
      "src/Session.java": "class Session { void run() {} }",
      "src/Worker.java": "class Worker extends Thread { public void run() {} }",
    };
    expect(said(files)).toMatchObject({ single: "src/A.java content", multi: "src/B.java content" });
  });

  test("of C", () => {
    const main = (header: string) =>
      `#include "${header}"\nint main(void) { listen(3, 5); accept(3, 0, 0); handle(4); }`;
    const files = {
      "x.c": main("plain.h"),
      "y.c": main("threads.h"),
      "plain.h": "void handle(int);",
      "threads.h": "void handle(int);",
      "threads.c": "void handle(int c) { pthread_create(&t, 0, f, &c); }",
    };
    expect(said(files)).toMatchObject({ single: "x.c content", multi: "y.c content" });
  });
});

describe("of several programs that fit", () => {
  test("one counts where all are the same file", () => {
    expect(client({ "multi/client.py": CLIENT, "single/client.py": CLIENT })).toBe("multi/client.py name");
  });

  test("one counts where clients differ in their port alone, or in comments", () => {
    const other = CLIENT.replace("80", "4321").replace("\n", "  # the other server\n");
    expect(client({ "multi/client.py": CLIENT, "single/client.py": other })).toBe("multi/client.py name");
  });

  test("a client that asks many times at once, to try its server, goes after one that does not", () => {
    const many = `for i in range(100):\n    Thread(target=f).start()\n${CLIENT}`;
    expect(client({ "multi/client.py": many, "single/client.py": CLIENT })).toBe("single/client.py name");
  });

  test("a client without a number goes before one with it", () => {
    const files = {
      "WebClient.py": CLIENT,
      "Webclient2.py": `${CLIENT}a()\n`,
      "WebClient3.py": `${CLIENT}b()\n`,
    };
    expect(client(files)).toBe("WebClient.py name");
  });

  test("a part of a compiled program is none, whatever its folder is called", () => {
    const files = {
      "main.c": '#include "server/net.h"\nint main(void) { run(); }',
      "server/net.h": "",
      "server/net.c": "int run(void) { listen(3, 5); accept(3, 0, 0); }",
      "server/head.c": "int head(void) { return 1; }",
    };
    expect(said(files)).toMatchObject({ single: "main.c content", multi: "absent" });
  });

  test("none is chosen where they differ", () => {
    const files = {
      "a/client.py": CLIENT,
      "b/client.py": `${CLIENT}print(s.recv(9))\n`,
      "c/client.py": CLIENT,
    };
    expect(client(files)).toEqual(["a/client.py", "b/client.py"]);
  });

  test("a Java class without main is not meant", () => {
    const main = "class TcpClient { public static void main(String[] args) {} }";
    expect(client({ "TcpClient.java": main, "WebClient.java": "class WebClient {}" })).toBe(
      "TcpClient.java name",
    );
  });

  test("what antre.yaml could say has the real names, in one line", () => {
    const { programs } = find({
      "src/A.java": "class A { static void main(String[] a) { new ServerSocket(1); } }",
      "b c.py": SINGLE,
      "d.py": `${SINGLE}pass\n`,
    });
    expect(programs.single).toMatchObject({ why: "several", offer: "python3 'b c.py'" });
    expect(programs.multi).toMatchObject({ why: "several", offer: "src/A.java" });
  });
});

describe("a rubric that asks for less", () => {
  test("takes the only server for the one that it asks for, whatever it does", () => {
    for (const source of [SINGLE, MULTI])
      for (const role of ["single", "multi"] as const)
        expect(said({ "web.py": source, "b.py": CLIENT }, {}, [role])).toEqual({ [role]: "web.py only" });
  });

  test("of two takes the one that is called so, or does so", () => {
    expect(said({ "server.py": SINGLE, "server_threads.py": MULTI }, {}, ["multi"])).toEqual({
      multi: "server_threads.py name",
    });
    expect(said({ "a.py": SINGLE, "b.py": MULTI }, {}, ["multi"])).toEqual({ multi: "b.py content" });
    expect(
      said({ "WebServer.py": SINGLE, "WebServerThreads.py": MULTI, "c.py": CLIENT }, {}, [
        "single",
        "client",
      ]),
    ).toEqual({ single: "WebServer.py only", client: "c.py content" });
  });

  test("does not take the single server where that is not asked for", () => {
    expect(said({ "server_single.py": SINGLE }, {}, ["multi"])).toEqual({ multi: "absent" });
  });
});

describe("a submission that holds something else is named so", () => {
  const other = (files: Files) => find(files).otherWork?.kind ?? null;
  const chat = "s.listen()\nnickname = c.recv(9)\ndef broadcast(message): pass\nprint('joined the chat')\n";

  test.each<[string, Files]>([
    ["chat", { "server.py": chat, "client.py": chat.replace("listen", "connect") }],
    ["chat", { "chat_server.py": "s.listen()\ns.accept()\n", "chat_client.py": "s.connect(a)\n" }],
    ["game", { "main.py": "s.listen()\nplayers = []\nboard = {}\nprint('winner')\n" }],
    ["udp", { "UDPServer.py": "s = socket(AF_INET, SOCK_DGRAM)\ns.recvfrom(9)\n" }],
    [
      "udp",
      {
        "server.py": "s = socket(AF_INET, SOCK_DGRAM)\ns.recvfrom(9)\n",
        "client.py": "s = socket(AF_INET, SOCK_DGRAM)\ns.sendto(b'', a)\n",
      },
    ],
    ["proxy", { "ProxyServer.py": "s.listen()\nc = s.accept()\nt.connect(('origin', 80))\n" }],
    ["no network", { "kalkulator.py": "print(1 + 1)\n" }],
    ["nothing", { "laporan.pdf": "" }],
  ])("%s", (kind, files) => {
    expect(other(files)).toBe(kind);
  });

  test("also where it is what is asked for elsewhere", () => {
    expect(find({ "server_single.py": SINGLE }, {}, ["multi"]).otherWork).toEqual({
      kind: "not asked for",
      seen: ["server_single.py"],
    });
    expect(find({ "server.py": chat, "client.py": CLIENT }, {}, ["multi"]).otherWork?.kind).toBe("chat");
  });

  test("but not where one of its programs is asked for, or a human must look", () => {
    expect(other({ "server_single.py": SINGLE, "chat.py": chat })).toBeNull();
    expect(other({ "Server.cs": "", "Client.kt": "" })).toBeNull();
    expect(other({ "server.zip": "", "client.zip": "" })).toBeNull();
  });
});

test("programs in languages that can't be graded are named with them", () => {
  expect(find({ "Server.cs": "", "klien/Client.kt": "" }).programs.single).toMatchObject({
    why: "unsupported",
    seen: ["Server.cs (C#)", "klien/Client.kt (Kotlin)"],
  });
});

test("archives that are not opened are named", () => {
  expect(find({ "server.zip": "", "client.zip": "", "laporan.pdf": "" }).programs.client).toMatchObject({
    why: "archives",
    seen: ["client.zip", "server.zip"],
  });
});

test("sources in any encoding are read", () => {
  const files = (encode: (text: string) => Buffer) => ({
    "a.py": encode(`# café\n${SINGLE}`),
    "b.py": encode(`# café\n${MULTI}`),
  });
  const found = { single: "a.py content", multi: "b.py content", client: "absent" };
  expect(said(files((text) => Buffer.from(text, "latin1")))).toEqual(found);
  expect(said(files((text) => Buffer.from(`\u{feff}${text}`, "utf16le")))).toEqual(found);
  expect(said(files((text) => Buffer.from(`\u{feff}${text.replaceAll("\n", "\r\n")}`)))).toEqual(found);
});

test.each<[Files, string, Record<string, unknown>]>([
  [{ "server.py": MULTI }, "multi", { run: "python3 server.py {port} {folder} {threads}", build: null }],
  [{ "a b/server.py": MULTI, "c/d": "" }, "multi", { folder: "a b" }],
  [
    { "server.c": "int main() { listen(s, 5); pthread_create(); }" },
    "multi",
    { build: expect.stringContaining("cc ") },
  ],
  [{ "my client.py": CLIENT }, "client", { run: "python3 'my client.py' {host} {port} {file}" }],
])("a line that says what a program is told can be pasted as it is: %j", (files, role, stated) => {
  const program = find(files).programs[role as Role] as Program;
  expect(readManifest(lineWithWords(program))[role as Role]).toMatchObject(stated);
});
