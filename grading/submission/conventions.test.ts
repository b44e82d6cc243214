import { describe, expect, test } from "vitest";
import type { Role } from "../grade.js";
import { candidates } from "./conventions.js";

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
    ["single", ["server.py", "client.py"], 0],
    ["multi", ["server_single.py", "webserver.py"], 0],
    ["client", ["server_client_notes.txt", "client.md"], 0],
  ])("%s among %j: %i candidates", (role, files, count) => {
    expect(candidates(role, files)).toHaveLength(count);
  });
});
