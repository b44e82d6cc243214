// What usage lines say: those that are printed, and those that stand in sources.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saysUsage, usageForms, usageInSource } from "./usage.js";

const words = (forms: string[][]) => forms.map((form) => form.join(" "));

describe("a usage line that is printed", () => {
  test.each([
    ["Usage: client.py server_host server_port filename", "{host} {port} {file}"],
    ["usage: ./client hostname port filename", "{host} {port} {file}"],
    ["Usage: java Client <host> <port> <file>", "{host} {port} {file}"],
    ["Usage: node client.js HOST PORT [FILE]", "{host} {port} {file}"],
    ["Usage: client.py <host> <port> <path>", "{host} {port} {path}"],
    ["Pemakaian: python klien.py <alamat server> <nomor port> <nama file>", "{host} {port} {file}"],
    ["Cara pakai: php client.php host port nama_file", "{host} {port} {file}"],
    ["Penggunaan: python client.py <nama file> <alamat> <port>", "{file} {host} {port}"],
    ["Contoh: python3 client.py 127.0.0.1 8080 index.html", "{host} {port} {file}"],
    ["Example: ./client localhost 80 /index.html", "{host} {port} {path}"],
    ["Usage: ./client URL", "{url}"],
    ["contoh: php client.php http://localhost:8080/index.html", "{url}"],
    ["Usage: client http://<host>:<port>/<file>", "{url}"],
    ["Usage: client.py <host>:<port> <file>", "{host}:{port} {file}"],
    ["Usage: client.py <host> <port> <GET|HEAD> <file>", "{host} {port} GET {file}"],
    ["Usage: python3 client.py <port>", "{port}"],
    [
      "usage: client.py [-h] [--host HOST] [--port PORT] [--file FILE]",
      "--host {host} --port {port} --file {file}",
    ],
    ["usage: client.py [-h] -H HOST -p PORT file", "-H {host} -p {port} {file}"],
    ["Usage: client [OPTIONS] --host <HOST> --port <PORT> <FILE>", "--host {host} --port {port} {file}"],
    ["Usage: client --host=HOST --port=PORT --path=PATH", "--host={host} --port={port} --path={path}"],
    ["usage: client.py [-h] [--timeout SEC] [-v] host port file", "{host} {port} {file}"],
    ["Usage:\n  ./client HOST PORT FILE", "{host} {port} {file}"],
    ["Usage: client HOST PORT FILE | client URL", "{host} {port} {file}"],
  ])("%j", (text, form) => {
    const found = words(usageForms(text));
    expect(found[0]).toBe(form);
  });

  test("that argparse has broken is one line", () => {
    const text =
      "usage: client.py [-h] --server SERVER_ADDRESS --port PORT\n                 --resource RESOURCE\nclient.py: error: the following arguments are required: --server\n";
    expect(words(usageForms(text))[0]).toBe("--server {host} --port {port} --resource {file}");
  });

  test("of Go's flags is a list of options", () => {
    const text =
      'Usage of ./client:\n  -file string\n    \tfile to get (default "index.html")\n  -host string\n    \tthe server\n  -port int\n    \tits port\n';
    expect(words(usageForms(text))).toContain("-file {file} -host {host} -port {port}");
  });

  test.each([
    "Connected to the server",
    "run the client on port 80",
    "Error: no such file",
    "GET /index.html HTTP/1.1",
    "",
  ])("is not: %j", (text) => {
    expect(usageForms(text)).toEqual([]);
    expect(saysUsage(text)).toBe(false);
  });
});

describe("a usage line in a source", () => {
  test.each([
    ['    print("Usage: python3 client.py server_host server_port filename")', "{host} {port} {file}"],
    ['print("Usage: " + sys.argv[0] + " host port nama_file")', "{host} {port} {file}"],
    ["print(f'Usage: {sys.argv[0]} <server_ip> <server_port> <path>')", "{host} {port} {path}"],
    ['fprintf(stderr, "usage: %s host port file\\n", argv[0]);', "{host} {port} {file}"],
    ['std::cerr << "Usage: " << argv[0] << " <host> <port> <file>" << std::endl;', "{host} {port} {file}"],
    ['println!("Usage: {} <host> <port>", args[0]);', "{host} {port}"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program's
    ["console.log(`Usage: node ${path} HOST PORT FILE`)", "{host} {port} {file}"],
    ["# Cara menjalankan: python client.py 127.0.0.1 8080 index.html", "{host} {port} {file}"],
    [" * Run: java Client localhost 8080", "{host} {port}"],
  ])("%j", (source, form) => {
    expect(words(usageInSource(source))).toEqual([form]);
  });
});

test("whatever is printed, a form is a list of words, and is found soon", () => {
  const piece = fc.constantFrom(
    "usage: ",
    "client.py ",
    "[",
    "]",
    "<",
    ">",
    "--",
    "-p ",
    "HOST",
    ":",
    "/",
    "\n",
    "  ",
    "=",
    "%s",
    '"',
    "'",
    "\\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 200 }), (pieces) => {
      for (const forms of [usageForms(pieces.join("")), usageInSource(pieces.join(""))]) {
        expect(forms.length).toBeLessThan(6);
        for (const form of forms)
          for (const word of form) expect(word).toMatch(/\{(host|port|file|path|url)\}|^[\w/.=-]*$/);
      }
    }),
  );
});
