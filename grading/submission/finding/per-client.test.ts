import { describe, expect, test } from "vitest";
import { type SourceText, toldBySource } from "./per-client.js";

const files = (...texts: string[]): SourceText[] => texts.map((text, at) => ({ path: `${at}.go`, text }));
const ACCEPTS = "func main() {\n\tfor {\n\t\tc, err := l.Accept()\n\t\tif err != nil { continue }\n";

describe("what looks like a loop from outside is told by its source", () => {
  test.each([
    ["a goroutine for each", [`${ACCEPTS}\t\tgo serve(c)\n\t}\n}`], "thread-per-connection: go serve(c)"],
    [
      "one in a function on the spot",
      [`${ACCEPTS}\t\tgo func(c net.Conn) {\n`],
      "thread-per-connection: go func(c net.Conn)",
    ],
    [
      "the library's server",
      ['func main() { http.ListenAndServe(":80", nil) }'],
      'thread-per-connection: ListenAndServe("", nil) }',
    ],
    [
      "in another file",
      ["func main() { run() }", `${ACCEPTS}\tgo s.handle(c)\n`],
      "thread-per-connection: go s.handle(c)",
    ],
    [
      "workers",
      ["func main() {\n\tfor i := 0; i < 100; i++ {\n\t\tgo worker(jobs)\n\t}\n}"],
      "thread-pool: go worker(jobs)",
    ],
  ])("Go: %s", (_, texts, told) => {
    const { model, code } = toldBySource(files(...texts), "Go")!;
    expect(`${model}: ${code}`).toBe(told);
  });

  test.each([
    ["serves one after the other", `${ACCEPTS}\t\tserve(c)\n\t}\n}`],
    [
      "starts a goroutine for something else",
      `func log() { go write() }\n${ACCEPTS}\t\tserve(c)\n\t}\n}\nfunc b() { go c() }`,
    ],
    ["speaks of one", `${ACCEPTS}\t\tserve(c) // go serve(c)\n\t}\n}`],
    ["has a loop of its own", `${ACCEPTS}\t\tgo serve(c)\n\t}\n}\nfunc b() { unix.EpollWait(e, v, -1) }`],
  ])("Go that %s says nothing", (_, text) => {
    expect(toldBySource(files(text), "Go")).toBeNull();
  });

  test.each([
    ["Thread.startVirtualThread(() -> serve(c));", "thread-per-connection"],
    ["Thread.ofVirtual().start(() -> serve(c));", "thread-per-connection"],
    ["var pool = Executors.newVirtualThreadPerTaskExecutor();", "thread-per-connection"],
    ["Selector selector = Selector.open();", "event-loop"],
    ["Selector s = Selector.open(); new Thread(() -> serve(c)).start();", undefined],
    ["Selector s = Selector.open(); Thread.startVirtualThread(() -> serve(c));", undefined],
    ["// Thread.startVirtualThread", undefined],
  ])("Java: %s", (text, model) => {
    expect(toldBySource([{ path: "A.java", text }], "Java")?.model).toBe(model);
  });

  test("of other languages nothing is asked", () => {
    expect(toldBySource(files("go serve(c)"), "Python")).toBeNull();
  });
});
