// What Node programs use every day: node:http, doing what our servers do (read the file, log a line) for each request.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [, , port, site] = process.argv;

createServer((request, response) => {
  const body = readFileSync(site + request.url);
  response.writeHead(200, { "Content-Type": "text/html", "Content-Length": body.length });
  response.end(body);
  console.log(
    `${request.socket.remoteAddress}:${request.socket.remotePort} ${request.method} ${request.url}`,
  );
}).listen(Number(port), "127.0.0.1");
