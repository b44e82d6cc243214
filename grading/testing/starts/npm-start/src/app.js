import fs from "node:fs";
import net from "node:net";

if (process.argv.length < 3) process.exit(1);
const port = Number(process.argv[2]);
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
