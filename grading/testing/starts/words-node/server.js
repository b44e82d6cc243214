const fs = require("fs");
const net = require("net");

const [, , root, port] = process.argv;
process.chdir(root);
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
