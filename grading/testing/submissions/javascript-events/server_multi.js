// Serves many at once, by an event loop and not by threads.
const http = require("http");
const fs = require("fs");

http
  .createServer((request, response) => {
    fs.readFile("." + request.url, (error, page) => {
      response.writeHead(error ? 404 : 200);
      response.end(error ? "Not found" : page);
    });
  })
  .listen(3001, () => console.log("http://localhost:3001"));
