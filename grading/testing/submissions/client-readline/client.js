// At exit it closes its readline, which at a terminal is the end of it. On a pipe Node goes on.
const http = require("http");
const readline = require("readline");
const [host, port] = process.argv.slice(2);
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
function ask() {
  rl.question("File: ", (name) => {
    if (name === "exit") return rl.close();
    http
      .get({ host, port, path: `/${name}` }, (response) => {
        let body = "";
        response.on("data", (data) => (body += data));
        response.on("end", () => {
          console.log("Status:", response.statusCode);
          console.log(body);
          ask();
        });
      })
      .on("error", (error) => {
        console.log("Gagal menghubungi server:", error.message);
        ask();
      });
  });
}
ask();
