import { createServer } from "node:http";

const pages = { "/index.html": "<h1>Hello</h1>\n", "/large": Buffer.alloc(64 << 20) };

createServer(({ url }, response) => {
  const page = pages[url];
  const body = page ?? "<h1>Not Found</h1>\n";
  response.writeHead(page ? 200 : 404, { "Content-Length": body.length });
  response.end(body);
}).listen(Number(process.argv[2] ?? 0), "127.0.0.1");
