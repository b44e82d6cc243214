import * as http from "node:http";

const args: string[] = process.argv.slice(2);
if (args.length !== 3) {
  console.log("Usage: client.ts HOST PORT FILE");
  process.exit(1);
}
const host = args[0],
  port = Number(args[1]),
  file = args[2];
http
  .get({ host, port, path: "/" + file }, (response) => {
    console.log(response.statusCode, response.statusMessage);
    response.pipe(process.stdout);
  })
  .on("error", (error: Error) => console.log("Server tidak dapat dihubungi: " + error.message));
