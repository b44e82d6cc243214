import { describe, expect, test } from "vitest";
import type { Role } from "../grade.js";
import { candidates, programsAmong } from "./conventions.js";

describe("a program is found", () => {
  test.each<[Role, string[], string[]]>([
    ["single", ["server_single.py", "server_multi.py", "client.py"], ["server_single.py"]],
    ["single", ["Server-Single.PY"], ["Server-Single.PY"]],
    ["single", ["SingleServer.java"], ["SingleServer.java"]],
    ["single", ["server_singlethread.c"], ["server_singlethread.c"]],
    ["single", ["single/server.py", "multi/server.py"], ["single/server.py"]],
    ["single", ["src/server_single.go"], ["src/server_single.go"]],
    ["multi", ["multi_threaded_server.py"], ["multi_threaded_server.py"]],
    ["multi", ["webserver_multithread.rb"], ["webserver_multithread.rb"]],
    ["multi", ["ServerThreads.java"], ["ServerThreads.java"]],
    ["multi", ["server_threading.py", "server_single.py"], ["server_threading.py"]],
    ["multi", ["server_multithread_server.py"], ["server_multithread_server.py"]],
    ["multi", ["server_multithreading_2107111.py"], ["server_multithreading_2107111.py"]],
    ["single", ["server_single(1).py", "client (2).py"], ["server_single(1).py"]],
    ["single", ["server_single - Copy.py"], ["server_single - Copy.py"]],
    ["single", ["Copy of server_single.py"], ["Copy of server_single.py"]],
    ["single", ["server_single - Salinan (2).py"], ["server_single - Salinan (2).py"]],
    ["single", ["server_single_2107111.py"], ["server_single_2107111.py"]],
    ["client", ["2107111_client.pyw"], ["2107111_client.pyw"]],
    ["client", ["client copy 2.py"], ["client copy 2.py"]],
    ["single", ["server_single(1).py", "server_single.py"], ["server_single.py"]],
    ["multi", ["server_multi_clients.py"], ["server_multi_clients.py"]],
    ["multi", ["multiclient_server.py"], ["multiclient_server.py"]],
    ["multi", ["server_multiple.py"], ["server_multiple.py"]],
    ["client", ["my_client.py"], ["my_client.py"]],
    ["client", ["client_http.py"], ["client_http.py"]],
    ["client", ["ClientMain.java"], ["ClientMain.java"]],
    ["client", ["client-program.py"], ["client-program.py"]],
    ["client", ["client/main.py", "single/main.py"], ["client/main.py"]],
    ["client", ["client/client_test.py", "client/app.py", "client/myapp.py"], ["client/app.py"]],
    ["single", ["single/app.py", "single/webapp.py", "single/server_test.py"], ["single/app.py"]],
    ["multi", ["multi/index.js", "multi/myindex.js", "multi/indexes.js"], ["multi/index.js"]],
    ["single", ["Salinan dari server_single.py"], ["Salinan dari server_single.py"]],
    ["single", ["Salinan  server_single.py"], ["Salinan  server_single.py"]],
    ["single", [" server_single (12).py"], [" server_single (12).py"]],
    ["single", ["server_single -  copy  (12).py"], ["server_single -  copy  (12).py"]],
    ["single", ["server_single - 2107111.py"], ["server_single - 2107111.py"]],
    ["single", ["2107111 - server_single.py"], ["2107111 - server_single.py"]],
    ["client", ["klien.py", "server_single.py"], ["klien.py"]],
    ["client", ["tcp_client.js"], ["tcp_client.js"]],
  ])("%s among %j", (role, files, found) => {
    expect(candidates(role, files)).toEqual(found);
  });

  test("by its proper name before any other", () => {
    expect(candidates("single", ["single.py", "server_single.py"])).toEqual(["server_single.py"]);
  });

  test("where it lies least deep", () => {
    expect(candidates("client", ["old/client.py", "client.py"])).toEqual(["client.py"]);
  });
});

describe("nothing is guessed", () => {
  test.each<[Role, string[], number]>([
    ["single", ["server_single.py", "server-single.py"], 2],
    ["multi", ["server_multi.py", "server_multi.java"], 2],
    ["single", ["server_single(1).py", "server_single(2).py"], 2],
    ["single", ["server_single_2107111.py", "server_single_2107112.py"], 2],
    ["single", ["my_server_single.py"], 0],
    ["multi", ["my_server_multi.py"], 0],
    ["client", ["a_client.py", "clientele.py"], 0],
    ["single", ["x copy of server_single.py", "server_single 2107111 x.py", "server_single (1) x.py"], 0],
    ["single", ["server_single copy of mine.py", "x2107111_server_single.py", "server_singlex2107111.py"], 0],
    ["single", ["2107111server_single.py", "server_single 1234.py"], 0],
    ["single", ["server_8080.py", "server_2107111.py"], 0],
    ["single", ["single_client.py"], 0],
    ["multi", ["SocketThread.java", "server_multithread_client.py"], 0],
    ["client", ["copy.py", "client_test.py"], 0],
    ["single", ["server.py", "client.py"], 0],
    ["multi", ["server_single.py", "webserver.py"], 0],
    ["client", ["server_client_notes.txt", "client.md"], 0],
  ])("%s among %j: %i candidates", (role, files, count) => {
    expect(candidates(role, files)).toHaveLength(count);
  });
});

test("every file in a known language could be a program", () => {
  expect(programsAmong(["a.py", "b.txt", "c/D.java", "Makefile"])).toEqual(["a.py", "c/D.java"]);
});
