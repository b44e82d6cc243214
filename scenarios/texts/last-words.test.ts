import { expect, test } from "vitest";
import { lastWords } from "./last-words.js";

test.each([
  [
    "Python",
    [
      "Traceback (most recent call last):",
      '  File "s.py", line 3, in f',
      "    f()",
      "    ^^^",
      "KeyError: 1",
    ],
  ],
  [
    "Java",
    [
      'Exception in thread "main" java.lang.NullPointerException',
      "\tat S.main(S.java:3)",
      "\tat X.y(X.java:1)",
    ],
  ],
  [
    "Go",
    [
      "panic: runtime error: slice bounds out of range [:20] with capacity 10",
      "",
      "goroutine 17 [running]:",
      "io.ReadAll({0xc0, 0x43})",
      "\t/usr/lib/go-1.19/src/io/io.go:700 +0x1d",
      "main.h({0xc000092000?, 0x430d20?, 0xc0000387a6?}, 0xc0000387b8?)",
      "\t/home/student/s.go:3 +0x2d",
      "created by main.main",
      "\t/home/student/s.go:4 +0x85",
    ],
  ],
  [
    "Rust",
    [
      "thread '<unnamed>' (4711) panicked at src/main.rs:9:5:",
      "index out of bounds: the len is 1 but the index is 1",
      "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
    ],
  ],
])("%s: what it was and where, of all that was written", (language, output) => {
  const expected: Record<string, string[]> = {
    Python: ['File "s.py", line 3, in f', "KeyError: 1"],
    Java: ['Exception in thread "main" java.lang.NullPointerException', "at S.main(S.java:3)"],
    Go: [
      "panic: runtime error: slice bounds out of range [:20] with capacity 10",
      "/home/student/s.go:3 +0x2d",
    ],
    Rust: [
      "thread '<unnamed>' (4711) panicked at src/main.rs:9:5:",
      "index out of bounds: the len is 1 but the index is 1",
    ],
  };
  expect(lastWords(output)).toEqual(expected[language]);
});

test("else the last two lines", () => {
  expect(lastWords(["a", "b", "", "c"])).toEqual(["b", "c"]);
});
