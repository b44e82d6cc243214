// What runtimes and compilers say, as they say it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { downloadOf, lackOf } from "./lack.js";

const of = (text: string, sources: string[] = []) => lackOf(1, text.split("\n"), sources);

describe("what a machine lacks is told by what is said", () => {
  test.each([
    ["ModuleNotFoundError: No module named 'requests'", "dependency", "requests"],
    [
      "ModuleNotFoundError: No module named 'flask.views'; 'flask' is not a package",
      "dependency",
      "flask.views",
    ],
    ["Error: Cannot find module 'express'\nRequire stack:", "dependency", "express"],
    [
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'ws' imported from /home/student/a.mjs",
      "dependency",
      "ws",
    ],
    [
      "<internal:/usr/lib/ruby/kernel.rb>:86:in `require': cannot load such file -- sinatra (LoadError)",
      "dependency",
      "sinatra",
    ],
    [
      'Exception in thread "main" java.lang.NoClassDefFoundError: org/json/JSONObject',
      "dependency",
      "org/json/JSONObject",
    ],
    [
      "Server.java:3: error: package org.apache.commons.io does not exist",
      "dependency",
      "org.apache.commons.io",
    ],
    [
      "PHP Fatal error:  Uncaught Error: Call to undefined function socket_create() in /a.php:3",
      "dependency",
      "socket_create",
    ],
    [
      "client.c:1:10: fatal error: curl/curl.h: No such file or directory\n    1 | #include <curl/curl.h>",
      "dependency",
      "curl/curl.h",
    ],
    ["/usr/bin/ld: cannot find -lcurl: No such file or directory", "dependency", "curl"],
    [
      "main.go:4:2: no required module provides package github.com/gin-gonic/gin; to add it:",
      "dependency",
      "github.com/gin-gonic/gin",
    ],
    [
      "go: downloading example.org/mux v1.8.0\na.go:6:2: module lookup disabled",
      "dependency",
      "example.org/mux",
    ],
    [
      "go: errors parsing go.mod:\n/home/student/go.mod:3: invalid go version '1.22.3': must match format 1.23",
      "dependency",
      "go version '1.22.3'",
    ],
    ["error: no matching package named `tokio` found", "dependency", "tokio"],
    ["error[E0432]: unresolved import `tokio`", "dependency", "tokio"],
    ["error[E0433]: failed to resolve: use of undeclared crate or module `hyper`", "dependency", "hyper"],
    ["/bin/sh: 1: exec: zig: not found", "dependency", "zig"],
    [
      "server.c:2:10: fatal error: winsock2.h: No such file or directory\n 2 | #include <winsock2.h>",
      "windows",
      "winsock2.h",
    ],
    [
      'a.c:2:10: fatal error: Windows.h: No such file or directory\n 2 | #include "Windows.h"',
      "windows",
      "Windows.h",
    ],
    ["ModuleNotFoundError: No module named 'msvcrt'", "windows", "msvcrt"],
    ["AttributeError: module 'ctypes' has no attribute 'windll'", "windows", "windll"],
    ["AttributeError: module 'os' has no attribute 'startfile'", "windows", "startfile"],
    ["SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?", "python 2", "print"],
    ["ModuleNotFoundError: No module named 'SocketServer'", "python 2", "SocketServer"],
    ["NameError: name 'raw_input' is not defined. Did you mean: 'input'?", "python 2", "raw_input"],
    ["_tkinter.TclError: no display name and no $DISPLAY environment variable", "window", ""],
    ["ModuleNotFoundError: No module named 'tkinter'", "window", "tkinter"],
    ["java.awt.HeadlessException: ", "window", ""],
  ])("%s", (said, why, what) => {
    expect(of(said)).toMatchObject({ why, what: why === "window" ? expect.any(String) : what });
  });

  test("a shell's status 127 says so where nothing else does", () => {
    expect(lackOf(127, [])).toEqual({ why: "dependency", what: "" });
  });
});

describe("what is missing by the student's own fault is no lack of the machine", () => {
  test.each([
    ["Error: Cannot find module './routes'"],
    ['a.c:1:10: fatal error: http.h: No such file or directory\n 1 | #include "http.h"'],
    ["server.py: index.html not found"],
    ["404 Not Found"],
    ["NameError: name 'socket' is not defined"],
    ["AttributeError: module 'socket' has no attribute 'accept'"],
    ["SyntaxError: invalid syntax"],
    ["error: cannot find symbol"],
  ])("%s", (said) => {
    expect(of(said)).toBeNull();
  });

  test("a module that was handed in, and lies elsewhere", () => {
    expect(of("ModuleNotFoundError: No module named 'utils'", ["utils.py"])).toBeNull();
    expect(of("ModuleNotFoundError: No module named 'utils'", ["utilities.py"])).not.toBeNull();
    expect(of("ModuleNotFoundError: No module named 'common'", ["common", "page.py"])).toBeNull();
  });

  test("whatever a program prints, nothing is named that it did not print", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const lack = lackOf(1, lines);
        expect(lack === null || lines.join("\n").includes(lack.what)).toBe(true);
      }),
    );
  });
});

test.each([
  [
    "Could not transfer artifact org.apache.maven.plugins:maven-clean-plugin:pom:3.2.0 from/to central",
    /maven-clean/,
  ],
  ["[ERROR] Unknown host repo.maven.apache.org: Name or service not known", /^repo\.maven\.apache\.org$/],
  [
    'Exception in thread "main" java.net.UnknownHostException: services.gradle.org',
    /^services\.gradle\.org$/,
  ],
  ["   > Could not resolve org.slf4j:slf4j-api:2.0.9.", /^org\.slf4j:slf4j-api:2\.0\.9/],
  [
    "npm error code EAI_AGAIN\nnpm error request failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org",
    /^registry/,
  ],
  ["ERROR: No matching distribution found for flask==2.3", /^flask/],
  ["server.c:3: error: expected ;", null],
])("what a build fetches is told by what is said: %s", (said, what) => {
  const lack = downloadOf(said.split("\n"));
  if (what === null) expect(lack).toBeNull();
  else expect(lack!.what).toMatch(what);
});
