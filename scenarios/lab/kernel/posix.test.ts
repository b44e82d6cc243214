import { afterEach, describe, expect, test } from "vitest";
import { openPosix, parseLsof, parsePs, treeOf } from "./posix.js";
import { endPeers, peer } from "./testing/peer.js";

afterEach(endPeers);

test("lsof's fields are read, and a port that one process has twice is named once", () => {
  const list =
    "p501\nf3\ntIPv4\nn127.0.0.1:8080\nf4\ntIPv6\nn[::1]:8080\nf5\ntIPv4\nn*:9000\nf6\ntIPv4\nn*:9000\n" +
    "p502\nf3\ntIPv6\nn*:9000\n";
  expect(parseLsof(list)).toEqual([
    { address: "127.0.0.1", port: 8080, pid: 501 },
    { address: "::1", port: 8080, pid: 501 },
    { address: "0.0.0.0", port: 9000, pid: 501 },
    { address: "::", port: 9000, pid: 502 },
  ]);
});

test("ps's lines make a tree without zombies", () => {
  const list = "    1     0 Ss\n  501     1 S+\n  502   501 R\n  503   502 Z\n  504   502 U\n  600     1 S\n";
  expect(treeOf(501, parsePs(list))).toEqual([501, 502, 504]);
  expect(treeOf(700, parsePs(list))).toEqual([]);
});

describe.runIf(process.platform !== "win32")("ps as it is here", { tags: ["ps"] }, () => {
  test("a child of a child is in the tree", async () => {
    const it = peer();
    const child = await it.run<number>("(child = start('sleep', ['600'])).pid");
    const kernel = openPosix();
    expect(kernel.tree(it.pid)).toEqual([it.pid, child]);
    expect(kernel.counts([it.pid, child])).toEqual({ processes: 2, threads: null });
    expect(kernel.resting([it.pid])).toBeNull();
    await it.run("child.kill()");
  });
});
