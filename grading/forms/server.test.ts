import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planForServer } from "./plan.js";
import { optionsOf, readsOf } from "./reads.js";
import { SERVER } from "./slots.js";
import { usageForms } from "./usage.js";

describe("what a server is told, by the names of", () => {
  test.each([
    ["Python", "port = int(sys.argv[1])\nroot = sys.argv[2]", "{port} {folder}"],
    ["Python, at once", "host, port, threads = sys.argv[1:]", "{host} {port} {threads}"],
    ["Python, without names", "serve(sys.argv[1], int(sys.argv[2]))", "{host} {port}"],
    [
      "Python, a number first",
      "serve(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))",
      "{port} {folder} {threads}",
    ],
    [
      "two numbers in C",
      "int main(int c, char **argv) { serve(atoi(argv[1]), atoi(argv[2])); }",
      "{port} {threads}",
    ],
    [
      "C",
      "int nthreads = atoi(argv[1]); int port = atoi(argv[2]); char *www = argv[3];",
      "{threads} {port} {folder}",
    ],
    ["C++", "int backlog = std::stoi(argv[2]); auto address = argv[1];", "{host} {threads}"],
    [
      "Java",
      "void main(String[] args) { int port = Integer.parseInt(args[0]); String docRoot = args[1]; int poolSize = Integer.parseInt(args[2]); }",
      "{port} {folder} {threads}",
    ],
    ["Go", "dir := os.Args[1]\nport := os.Args[2]", "{folder} {port}"],
    ["Go, an address with its port", "http.ListenAndServe(os.Args[1], nil)", "{host}:{port}"],
    ["Node.js", "const [, , port, publicDir] = process.argv;", "{port} {folder}"],
    [
      "a pool in Java",
      "void main(String[] args) { ServerSocket s = new ServerSocket(Integer.parseInt(args[0])); ExecutorService e = Executors.newFixedThreadPool(Integer.parseInt(args[1])); }",
      "{port} {threads}",
    ],
    ["a server in Ruby", "server = TCPServer.new(ARGV[0].to_i)", "{port}"],
    [
      "Spanish",
      "carpeta = sys.argv[1]\nhilos = int(sys.argv[2])\npuerto = int(sys.argv[3])",
      "{folder} {threads} {port}",
    ],
    ["Ruby", "port, jumlah_utas = ARGV", "{port} {threads}"],
    ["PHP", '$server = stream_socket_server("tcp://0.0.0.0:" . $argv[1]);', "{port}"],
    [
      "Rust",
      "let workers: usize = args[1].parse().unwrap();\nlet port: u16 = args[2].parse().unwrap();\nlet args: Vec<String> = env::args().collect();",
      "{threads} {port}",
    ],
  ])("%s", (_, source, words) => {
    expect(readsOf(source, SERVER).join(" ")).toBe(words);
  });

  test.each([
    [
      'add_argument("-p", "--port", type=int)\nadd_argument("--max-workers")\nadd_argument("www")',
      "--port {port} --max-workers {threads} {folder}",
    ],
    [
      "getopt(argc, argv, \"p:t:r:\"); case 'p': port = atoi(optarg); case 't': threads = 1; case 'r': root = optarg;",
      "-p {port} -t {threads} -r {folder}",
    ],
    ['flag.Int("port", 0, "")\nflag.String("dir", "", "")', "-port {port} -dir {folder}"],
    [
      'parseArgs({ options: { bind: { type: "string" }, port: { type: "string" } } })',
      "--bind {host} --port {port}",
    ],
    ['if word.startswith("--port="): port = 1', "--port={port}"],
  ])("options: %s", (source, words) => {
    expect(optionsOf(source, SERVER).join(" ")).toBe(words);
  });

  test.each([
    ["Usage: server <port> <folder> [threads]", "{port} {folder} {threads}"],
    ["Uso: python servidor.py <dirección> <puerto>", "{host} {port}"],
    ["Pemakaian: ./peladen ALAMAT PORT", "{host} {port}"],
    ["usage: server.py [-h] -p PORT --workers N directory", "-p {port} --workers {threads} {folder}"],
    ["contoh: python3 server.py 8080 ./www 4", "{port} {folder} {threads}"],
    ["Usage: java Server --port=8080 --root=www", "--port={port} --root={folder}"],
  ])("a usage line: %s", (line, words) => {
    expect(usageForms(line, SERVER)[0]?.join(" ")).toBe(words);
  });
});

describe("a server that reads its keyboard is typed", () => {
  test.each([
    ["Python", 'host = input("Masukkan host: ")\nport = int(input("Port: "))', "{host} {port}"],
    [
      "C",
      'printf("Enter port number: "); scanf("%d", &port); printf("Jumlah thread? "); scanf("%d", &n);',
      "{port} {threads}",
    ],
    ["Java", 'System.out.print("Port > "); int p = new Scanner(System.in).nextInt();', "{port}"],
    ["nothing where it asks for something else", 'name = input("Nama: ")', undefined],
    [
      "nothing where it only waits for its end",
      'input("Running on the port: press Enter to stop: ")',
      undefined,
    ],
    ["nothing where nobody is asked", 'print("Port: ")', undefined],
  ])("%s", (_, source, lines) => {
    const typed = planForServer(source, "./server").hinted.find((form) => form.lines !== undefined);
    expect(typed?.lines?.join(" ")).toBe(lines);
  });
});

describe("a server is tried", () => {
  const forms = (source: string | null, command = "python3 server.py", told = 0) =>
    planForServer(source, command, told).hinted.map(({ words }) => words.join(" "));

  test("without words first: most have their port in them", () => {
    expect(forms("port = int(sys.argv[1])")).toEqual(["", "{port}"]);
    expect(forms(null)).toEqual([""]);
    expect(planForServer(null, "./server").usual.length).toBeGreaterThan(3);
  });

  test("in no other way where its source reads no words, or its command says all", () => {
    const none = { hinted: [{ words: [] }], usual: [], mayHelp: false };
    expect(planForServer("s.listen(5)", "python3 server.py")).toMatchObject(none);
    expect(planForServer("sys.argv[1]", "python3 server.py {port} {folder}")).toMatchObject(none);
  });

  test("with an address, and with one that has its port", () => {
    expect(forms('flag.String("addr", "", "")')).toEqual(["", "-addr {host}", "-addr {host}:{port}"]);
  });

  test("without the word that it is told already to be this one", () => {
    expect(forms("mode = sys.argv[1]\nport = int(sys.argv[2])", "python3 server.py multi", 1)).toEqual([
      "",
      "{port}",
    ]);
  });

  test("in forms of its own words, whatever its source is", () => {
    const pieces = fc.constantFrom(
      "argv[",
      "1",
      "]",
      " = ",
      "port",
      "usage: server",
      " <",
      ">",
      "\n",
      "--port",
      '"',
      "atoi(",
      "flag.Int(",
      ";",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const { words } of planForServer(parts.join(""), "./server").hinted)
          for (const word of words)
            expect(word).toMatch(/^(-{1,2}[\w-]+=?)?(\{(host|port|folder|threads|file)\}:?)*$|^[\w./]+$/);
      }),
      { numRuns: 300 },
    );
  });
});
