import { expect, test } from "vitest";
import { read } from "./wrk.js";

test("what wrk prints is read, with everything that went wrong", () => {
  const report = `Running 2s test @ http://127.0.0.1:1234/index.html
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   350.12us   90.10us   4.02ms   91.23%
    Req/Sec    44.10k     1.20k   46.00k    70.00%
  88210 requests in 2.01s, 241.50MB read
  Socket errors: connect 1, read 2, write 3, timeout 4
  Non-2xx or 3xx responses: 10
Requests/sec:  43885.57
Transfer/sec:    120.15MB
`;
  expect(read(report)).toEqual({
    completed: 88200,
    failed: 20,
    requestsPerSecond: 43885.57,
    bytesReceived: 241.5 * 2 ** 20,
  });
});

test("a run without any answer is told as such", () => {
  const report = "  0 requests in 1.00s, 0.00B read\nRequests/sec:      0.00\nTransfer/sec:       0.00B\n";
  expect(read(report)).toEqual({ completed: 0, failed: 0, requestsPerSecond: 0, bytesReceived: 0 });
});
