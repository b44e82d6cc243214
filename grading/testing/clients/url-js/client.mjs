import http from "node:http";

const url = process.argv[2];
http
  .get(url, (response) => {
    console.log(`HTTP ${response.statusCode}`);
    response.setEncoding("utf8").on("data", (text) => process.stdout.write(text));
  })
  .on("error", (error) => console.log("Tidak dapat mengambil", url, error.code));
