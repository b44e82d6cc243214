import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";

const [port, folder] = process.argv.slice(2);

createServer(({ url }, response) => {
  const size = statSync(folder + url, { throwIfNoEntry: false })?.size;
  if (size === undefined) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Length": size });
  createReadStream(folder + url).pipe(response);
}).listen(Number(port), "127.0.0.1");
