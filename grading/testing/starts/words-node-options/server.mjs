import fs from "node:fs";
import net from "node:net";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string", short: "p" } } });
if (!values.port) throw new Error("no port");
const { port } = values;
net
  .createServer((client) => {
    client.once("data", (request) => {
      const name = request.toString().split(" ")[1].slice(1);
      const page = fs.existsSync(name) ? fs.readFileSync(name) : null;
      const body = page ?? Buffer.from("not found");
      client.write(`HTTP/1.1 ${page ? "200 OK" : "404 Not Found"}\r\nContent-Length: ${body.length}\r\n\r\n`);
      client.end(body);
    });
    client.on("error", () => {});
  })
  .listen(port);
