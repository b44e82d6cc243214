// Which words sources read from their command line, in every language that is graded.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowIn } from "../keyboard/window.js";
import { planFor } from "./plan.js";
import { optionsOf, readsOf } from "./reads.js";

describe("the words of the command line that a source reads", () => {
  test.each([
    [
      "Python, one by one",
      "serverName = sys.argv[1]\nserverPort = int(sys.argv[2])\nfilename = sys.argv[3]",
      "{host} {port} {file}",
    ],
    [
      "Python, at once",
      "host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]",
      "{host} {port} {file}",
    ],
    ["Python, sliced", "berkas, alamat, port = sys.argv[1:4]", "{file} {host} {port}"],
    ["Python, with its name", "from sys import argv\nscript, ip, p, f = argv", "{host} {port} {file}"],
    [
      "Python, cut off",
      "args = sys.argv[1:]\nhost = args[0]\nport = int(args[1])\nf = args[2]",
      "{host} {port} {file}",
    ],
    [
      "Python, in place",
      "s.connect((sys.argv[1], int(sys.argv[2])))\ns.send(('GET /' + sys.argv[3] + ' HTTP/1.1').encode())",
      "{host} {port} {file}",
    ],
    [
      "Python, as a target",
      "s.connect((sys.argv[1], int(sys.argv[2])))\ns.send(f'GET {sys.argv[3]} HTTP/1.1'.encode())",
      "{host} {port} {path}",
    ],
    [
      "Python, a name alone",
      'if len(sys.argv) > 1:\n    filename = sys.argv[1]\nhost = "127.0.0.1"',
      "{file}",
    ],
    ["Python, a URL", "u = urlparse(sys.argv[1])", "{url}"],
    [
      "C",
      'int main(int argc, char *argv[]) {\n struct hostent *h = gethostbyname(argv[1]);\n a.sin_port = htons(atoi(argv[2]));\n sprintf(b, "GET /%s", argv[3]);',
      "{host} {port} {file}",
    ],
    [
      "C, with names of its own",
      "int main(int c, char **av) {\n char *host = av[1]; int port = atoi(av[2]); char *name = av[3];",
      "{host} {port} {file}",
    ],
    ["C++", "a.sin_port = htons(std::stoi(argv[2]));\ninet_pton(AF_INET, argv[1], &a);", "{host} {port}"],
    [
      "Java",
      "public static void main(String[] args) {\n String host = args[0]; int port = Integer.parseInt(args[1]); String file = args[2];",
      "{host} {port} {file}",
    ],
    [
      "Java, in place",
      "public static void main(String... a) { Socket s = new Socket(a[0], Integer.parseInt(a[1])); get(a[2]);",
      "{host} {port} {file}",
    ],
    ["JavaScript", "const [host, port, file] = process.argv.slice(2);", "{host} {port} {file}"],
    ["JavaScript, with holes", "const [, , host, port] = process.argv;", "{host} {port}"],
    [
      "JavaScript, cut off",
      "const args = process.argv.slice(2);\nconst host = args[0], port = Number(args[1]), file = args[2];",
      "{host} {port} {file}",
    ],
    ["TypeScript", "const args: string[] = process.argv.slice(2);\nconst url: string = args[0];", "{url}"],
    [
      "TypeScript, with defaults",
      'const [host = "127.0.0.1", port = "80"]: string[] = process.argv.slice(2);',
      "{host} {port}",
    ],
    [
      "JavaScript, both in one",
      'const [host, port] = process.argv[2].split(":");\nconst file = process.argv[3];',
      "{host}:{port} {file}",
    ],
    ["Go", "host := os.Args[1]\nport := os.Args[2]\nfile := os.Args[3]", "{host} {port} {file}"],
    ["Go, without flags", "host := flag.Arg(0)\nport := flag.Arg(1)", "{host} {port}"],
    [
      "Rust",
      "let args: Vec<String> = env::args().collect();\nlet host = &args[1];\nlet port = &args[2];\nlet file = &args[3];",
      "{host} {port} {file}",
    ],
    [
      "Rust, in turn",
      "let mut args = env::args().skip(1);\nlet host = args.next().unwrap();\nlet port: u16 = args.next().unwrap().parse().unwrap();\nlet file = args.next().unwrap();",
      "{host} {port} {file}",
    ],
    [
      "Rust, by number",
      "let host = std::env::args().nth(1).unwrap();\nlet port = std::env::args().nth(2).unwrap();",
      "{host} {port}",
    ],
    ["PHP", "$host = $argv[1]; $port = (int) $argv[2]; $file = $argv[3];", "{host} {port} {file}"],
    ["PHP, at once", "[$script, $host, $port, $file] = $argv;", "{host} {port} {file}"],
    ["Ruby", "host = ARGV[0]\nport = ARGV[1].to_i\nfile = ARGV[2]", "{host} {port} {file}"],
    ["Ruby, at once", "host, port, file = ARGV", "{host} {port} {file}"],
    ["Ruby, in turn", "host = ARGV.shift\nport = ARGV.shift.to_i\nname = ARGV.shift", "{host} {port} {file}"],
    ["none", 'host = "127.0.0.1"\nname = input("File: ")', ""],
    ["only in a comment", "# host = sys.argv[1]\nhost = '127.0.0.1'\n// port = args[1]", ""],
  ])("%s", (_, source, form) => {
    expect(readsOf(source).join(" ")).toBe(form);
  });
});

describe("the options that a source knows", () => {
  test.each([
    [
      "argparse",
      'p.add_argument("--host", default="x")\np.add_argument("-p", "--port", type=int)\np.add_argument("--file", required=True)\np.add_argument("-v", "--verbose", action="store_true")',
      "--host {host} --port {port} --file {file}",
    ],
    [
      "argparse, without dashes",
      'p.add_argument("host")\np.add_argument("port", type=int)\np.add_argument("filename")',
      "{host} {port} {file}",
    ],
    [
      "argparse, both",
      'p.add_argument("-i", "--server-ip")\np.add_argument("-p")\np.add_argument("name")',
      "--server-ip {host} -p {port} {file}",
    ],
    [
      "getopt",
      "while ((c = getopt(argc, argv, \"s:p:f:v\")) != -1) switch (c) { case 's': host = optarg; break; case 'p': port = atoi(optarg);",
      "-s {host} -p {port} -f {file}",
    ],
    [
      "Go's flag",
      'h := flag.String("host", "127.0.0.1", "")\np := flag.Int("port", 80, "")\nflag.StringVar(&f, "file", "x", "")',
      "-host {host} -port {port} -file {file}",
    ],
    [
      "Node's parseArgs",
      'parseArgs({ options: { host: { type: "string" }, port: { type: "string" }, file: { type: "string" } } })',
      "--host {host} --port {port} --file {file}",
    ],
    [
      "Ruby's OptionParser",
      'opts.on("-hHOST", "--host HOST") { }\nopts.on("--port PORT", Integer)\nopts.on("--file FILE")',
      "--host {host} --port {port} --file {file}",
    ],
    [
      "PHP's getopt",
      '$o = getopt("", ["host:", "port:", "file:"]);',
      "--host {host} --port {port} --file {file}",
    ],
    [
      "with =",
      'arg.startsWith("--host="); arg.startsWith("--port="); arg.startsWith("--path=")',
      "--host={host} --port={port} --path={path}",
    ],
    [
      "by hand",
      'if args[i] == "-s": host = args[i+1]\nif args[i] == "-p": x\nif args[i] == "-f": y',
      "-s {host} -p {port} -f {file}",
    ],
    ["none", 'print("-----")\nprint("a -- b")', ""],
  ])("%s", (_, source, form) => {
    expect(optionsOf(source).join(" ")).toBe(form);
  });
});

test("whatever stands in a source, it is read soon, and gives words", () => {
  const piece = fc.constantFrom(
    "sys.argv",
    "args",
    "[1]",
    "argv[",
    "process.argv",
    ".slice(2)",
    " = ",
    ":=",
    ",",
    "(",
    ")",
    "add_argument(",
    '"--host"',
    "'",
    '"',
    "$argv",
    "\n",
    ";",
    "env::args()",
    "getopt(",
    "case 'h':",
    "main(String[] a)",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 10 })), { maxLength: 300 }), (pieces) => {
      const source = pieces.join("");
      for (const word of [...readsOf(source), ...optionsOf(source)]) expect(word.length).toBeLessThan(100);
    }),
  );
});

test.each([
  "a".repeat(300_000),
  "sys.argv ".repeat(30_000),
  "x = ".repeat(60_000),
  'add_argument("'.repeat(20_000),
  'add_argument("a", '.repeat(15_000),
  "add_argument(((".repeat(15_000),
  "args = sys.argv\n".repeat(10_000),
  ",".repeat(200_000),
  "(".repeat(200_000),
  "/*".repeat(100_000),
  "parseArgs(".repeat(20_000),
  `${" ".repeat(100_000)}#`,
  "getopt(".repeat(30_000),
  "fgets(".repeat(30_000),
  "\n".repeat(250_000),
  'getopt(a, "a:b:c:d:");\n'.repeat(10_000),
  "x, y = sys.argv\n".repeat(10_000),
])("a source that was made to take long does not (%#)", (source) => {
  const began = performance.now();
  planFor(source, "./client");
  windowIn(source);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("the word that its command tells it already is none of them", () => {
  const source =
    "case ARGV[0]\nwhen 'client'\n  k = TCPSocket.new(ARGV[1], ARGV[2].to_i)\n  k.write \"GET /#{ARGV[3]} HTTP/1.1\\r\\nHost: #{ARGV[1]}\"\n";
  const [first] = planFor(source, "ruby app.rb client", [], 1).hinted;
  expect(first?.words).toEqual(["{host}", "{port}", "{file}"]);
});
