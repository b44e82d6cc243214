// An event loop serves everybody at once: not what a single server is asked to do.
const http = require("http");
const fs = require("fs");

http
  .createServer((request, response) => {
    fs.readFile("." + request.url, (error, page) => {
      response.writeHead(error ? 404 : 200);
      response.end(error ? "Not found" : page);
    });
  })
  .listen(3000, () => console.log("http://localhost:3000"));
