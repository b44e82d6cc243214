import { describe, expect, test } from "vitest";
import { languages } from "../grading/submission/languages.js";
import { texts as gradingTexts } from "../grading/texts/texts.js";
import { languages as languagesOfUsers } from "../results/texts/texts.js";
import { NotStarted } from "../scenarios/lab/process/not-started.js";
import { texts as scenarioTexts } from "../scenarios/texts/texts.js";
import { howToInstall, lineFor, linesOf, toolMissing } from "./install.js";
import { planFor } from "./plan.js";
import type { System } from "./system.js";
import { texts } from "./texts/texts.js";
import { type Packages, toolNames, toolOf, toolOfProgram } from "./tools.js";

const on = (packages: Packages | null, isRoot = false): System => ({
  platform: packages === "windows" ? "win32" : packages === "macos" ? "darwin" : "linux",
  name: "a system",
  packages,
  isRoot,
});

describe("the table of tools", () => {
  test("has what every language of coursework needs, but for Node.js", () => {
    const needs = languages.map(({ needs }) => needs).filter((program) => program !== "node");
    expect(needs.filter((program) => toolOfProgram(program) === undefined)).toEqual([]);
  });

  test("names a purpose for each tool, in both languages, but for the servers of the zoo", () => {
    const named = toolNames.filter((name) => toolOf(name).group !== "zoo");
    for (const { doctor } of Object.values(texts))
      expect(Object.keys(doctor.purposes)).toEqual(expect.arrayContaining(named));
  });

  test.each(toolNames)(
    "%s is brought by a package of Debian, and is to be had somewhere at least",
    (name) => {
      const { packages, url, label } = toolOf(name);
      expect(packages.debian, label).not.toHaveLength(0);
      expect(url).toMatch(/^https?:\/\/\S+$/);
      for (const name of Object.values(packages).flat()) expect(name).toMatch(/^[\w.+-]+$/);
    },
  );
});

describe("how to install", () => {
  test.each([
    ["debian", "sudo apt install gcc libc6-dev"],
    ["ubuntu", "sudo apt install gcc libc6-dev"],
    ["fedora", "sudo dnf install gcc"],
    ["arch", "sudo pacman -S --needed gcc"],
    ["macos", "xcode-select --install"],
    ["windows", "winget install BrechtSanders.WinLibs.POSIX.UCRT"],
  ] as const)("a C compiler on %s: %s", (packages, line) => {
    expect(howToInstall("c", on(packages))).toBe(line);
  });

  test("root types no sudo", () => {
    expect(howToInstall("bubblewrap", on("fedora", true))).toBe("dnf install bubblewrap");
  });

  test("several tools come by one line, each package once", () => {
    expect(howToInstall(["c", "cpp"], on("arch"))).toBe("sudo pacman -S --needed gcc");
    expect(howToInstall(["chromium", "firefox"], on("ubuntu"))).toBe(
      "sudo apt install chromium-browser firefox",
    );
  });

  test("applications of macOS are casks, and stand apart from programs", () => {
    expect(lineFor(["python", "java", "firefox"], "macos")).toBe(
      "brew install python && brew install --cask temurin firefox",
    );
  });

  test("where no package brings it, its page is named", () => {
    expect(howToInstall("webfs", on("arch"))).toMatch(/^https:/);
  });

  test("on a system that is not known, all others are named", () => {
    expect(howToInstall("tmux", on(null))).toBe(
      "Debian, Ubuntu: sudo apt install tmux; Fedora: sudo dnf install tmux; Arch: sudo pacman -S --needed tmux; macOS: brew install tmux",
    );
    expect(Object.keys(linesOf(["bubblewrap"]))).toEqual(["Debian, Ubuntu", "Fedora", "Arch"]);
  });

  test.each([
    ["sh: 1: php: not found", "php"],
    ["bash: javac: command not found", "java"],
    ["'py' is not recognized as an internal or external command,", "python"],
    ["sh: 1: my-own-program: not found", undefined],
    ["c++: fatal error: no input files", undefined],
  ])("what a shell says is understood: %s", (line, tool) => {
    expect(toolMissing(["Hello.", line])).toBe(tool);
  });
});

describe("a message of something that is missing ends with how to install it", () => {
  const php = { name: "mine", command: "php server.php", model: null, source: null, port: null };
  const shell = new NotStarted(
    php,
    "ended",
    { exitCode: 127, signal: null },
    ["sh: 1: php: not found"],
    null,
  );

  test.each(languagesOfUsers)("in %s", (language) => {
    const { notStarted, noBrowser } = scenarioTexts[language];
    expect(notStarted(shell)).toContain(`php: not found. `);
    expect(notStarted(shell)).toContain(howToInstall("php"));
    expect(noBrowser(null)).toContain(howToInstall(["chromium", "firefox"]));
    const { command, got } = gradingTexts[language];
    const notInstalled: (detail: string) => string = command.noSandbox["not installed"];
    expect(notInstalled("")).toContain(howToInstall("bubblewrap"));
    expect(got.lacking("Java", "javac")).toContain(howToInstall("java"));
    expect(got.lacking("JavaScript", "node")).toMatch(/\.$/);
  });
});

describe("the plan of an installation", () => {
  test("winget installs each package by itself, and agrees to what it asks", () => {
    const { steps, without } = planFor(["go", "php", "wrk"], "windows", { platform: "win32" }, false);
    const end = ["--accept-package-agreements", "--accept-source-agreements"];
    expect(steps).toEqual(
      ["GoLang.Go", "PHP.PHP.8.4"].map((id) => ({
        words: ["winget", "install", "--exact", "--id", id, ...end],
        root: false,
      })),
    );
    expect(without).toEqual(["wrk"]);
  });

  test("on macOS programs, applications and Apple's own compiler come in three steps, none as root", () => {
    const { steps } = planFor(["python", "java", "c", "cpp"], "macos", { platform: "darwin" }, false);
    expect(steps.map(({ words }) => words)).toEqual([
      ["brew", "install", "python"],
      ["brew", "install", "--cask", "temurin"],
      ["sh", "-c", "xcode-select --install"],
    ]);
    expect(steps.some(({ root }) => root)).toBe(false);
  });
});
