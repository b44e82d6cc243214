const net = require("net");
const [host, port, file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node client.js <host> <port> <file>");
  process.exit(1);
}
const socket = net.connect(Number(port), host, () => {
  socket.write(`GET /${file} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
});
socket.on("data", (data) => process.stdout.write(data));
socket.on("error", (error) => console.log(`Could not reach ${host}:${port}: ${error.message}`));
