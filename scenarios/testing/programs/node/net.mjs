import { createServer } from "node:net";

const pages = { "/index.html": Buffer.from("<h1>Hello</h1>\n"), "/large": Buffer.alloc(64 << 20) };
const missing = Buffer.from("<h1>Not Found</h1>\n");

createServer((client) => {
  let request = "";
  client.on("error", () => client.destroy());
  client.on("data", (part) => {
    request += part.toString("latin1");
    if (request.trim() === "exit") return client.end();
    if (!request.includes("\r\n\r\n")) return;
    const page = pages[request.split(" ")[1]];
    const body = page ?? missing;
    const status = page ? "200 OK" : "404 Not Found";
    client.write(`HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\n\r\n`);
    client.write(body);
    request = "";
  });
}).listen(Number(process.argv[2] ?? 0), "127.0.0.1");
