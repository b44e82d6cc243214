const fs = require("fs");
const net = require("net");

const server = net.createServer((socket) => {
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    const name = String(bytes).split(" ")[1].slice(1);
    fs.readFile(name, (error, body) => {
      if (error) return socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body);
    });
  });
});
server.listen(6786);
