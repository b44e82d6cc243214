const net = require("net");
const readline = require("readline/promises");
const { parseArgs } = require("util");
const { values } = parseArgs({
  options: { host: { type: "string", default: "localhost" }, port: { type: "string", short: "p" } },
});
const fetch = (name) =>
  new Promise((resolve) => {
    const s = net.connect({ host: values.host, port: Number(values.port) });
    s.on("connect", () => s.write(`GET /${name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    s.on("data", (d) => process.stdout.write(d));
    s.on("end", resolve);
    s.on("error", (e) => (console.log("Tidak bisa terhubung:", e.message), resolve()));
  });
(async () => {
  const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
  for (;;) {
    const name = await rl.question("File (exit): ");
    if (name === "exit") break;
    await fetch(name);
  }
  rl.close();
  process.exit(0);
})();
