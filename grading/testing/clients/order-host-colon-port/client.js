const net = require("net");
if (process.argv.length < 4) {
  console.log("Usage: node client.js <host>:<port> <path>");
  process.exit(1);
}
const [host, port] = process.argv[2].split(":");
const path = process.argv[3];
const socket = net.connect({ host, port: +port });
socket.on("connect", () =>
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`),
);
socket.on("data", (d) => process.stdout.write(d));
socket.on("error", (e) => console.error("Connection failed:", e.message));
