import { connect } from "node:net";
import { createInterface } from "node:readline/promises";

const [host = "127.0.0.1", port = "80"]: string[] = process.argv.slice(2);
const keyboard = createInterface({ input: process.stdin, output: process.stdout });

function fetchPage(name: string): Promise<string> {
  return new Promise((resolve) => {
    let answer: string = "";
    const socket = connect(Number(port), host, () => {
      socket.write(`GET /${name} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    socket.on("data", (bytes: Buffer) => {
      answer += bytes.toString();
      const [head, body] = answer.split("\r\n\r\n");
      const length = /content-length: (\d+)/i.exec(head ?? "")?.[1];
      if (body !== undefined && length !== undefined && Buffer.byteLength(body) >= Number(length)) socket.end();
    });
    socket.on("error", (error: Error) => resolve(`Cannot reach ${host}:${port}: ${error.message}`));
    socket.on("close", () => resolve(answer));
  });
}

for await (const line of keyboard) {
  if (line === "exit") break;
  console.log(await fetchPage(line));
}
keyboard.close();
process.exit(0);
