import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Role } from "../../grade.js";
import { folder } from "../../testing/grade.js";
import { findPrograms, isFound } from "../programs.js";

/** The files that could be this program, of such that say nothing but their names. */
function candidates(role: Role, files: readonly string[]): string[] {
  const root = folder();
  for (const path of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(
      join(root, path),
      path.endsWith(".java") ? `class A { /* ${path} */ static void main() {} }` : `print("${path}")`,
    );
  }
  const program = findPrograms(root, files, {}).programs[role];
  if (isFound(program)) {
    expect(program.told.by).toBe("name");
    return [program.file!];
  }
  return program.why === "several" ? program.seen : [];
}

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
    ["single", ["server_8080.py", "server_2107111.py"], 2],
    ["single", ["single_client.py"], 0],
    ["multi", ["SocketThread.java", "server_multithread_client.py"], 0],
    ["client", ["copy.py", "client_test.py"], 0],
    ["single", ["server.py", "client.py"], 1],
    ["multi", ["server_single.py", "webserver.py"], 1],
    ["client", ["server_client_notes.txt", "client.md"], 0],
  ])("%s among %j: %i candidates", (role, files, count) => {
    expect(candidates(role, files)).toHaveLength(count);
  });
});
