// One visitor after the other: the next is read only when the one before has gone.
const fs = require("fs");
const net = require("net");

const waiting = [];
let busy = false;

function next() {
  const socket = waiting.shift();
  if (socket === undefined) return;
  busy = true;
  const done = () => {
    if (!busy) return;
    busy = false;
    next();
  };
  socket.once("close", done);
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    const name = String(bytes).split(" ")[1].slice(1);
    fs.readFile(name, (error, body) => {
      if (error) socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      else {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
        socket.write(body);
      }
    });
  });
  socket.resume();
}

const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  waiting.push(socket);
  socket.on("error", () => {});
  if (!busy) next();
});
server.listen(6785);
