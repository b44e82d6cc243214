// Is a tool here, does it run, and which version is it? Each answer within a limit of time, many at once.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findAll, type Program } from "./find.js";
import { type Tool, type ToolName, toolOf } from "./tools.js";

/** Who takes longer is there, and its version is not told. */
const LONGEST_MS = 5000;

export interface Probing {
  /** Which of its programs count. */
  counts?: (path: string) => boolean;
  /** How long each may take to answer. */
  limitMs?: number;
}

export interface Found {
  /** ok: Antre can use it. not on PATH: it is there, and a shell would not find it. broken: it is there, and does not run. */
  state: "ok" | "missing" | "not on PATH" | "broken";
  path: string | null;
  version: string | null;
  /** What a broken one said. */
  said: string | null;
}

const MISSING: Found = { state: "missing", path: null, version: null, said: null };

/** Does Antre use it on this system? */
export const isFor = ({ on }: Tool, platform: NodeJS.Platform): boolean =>
  on === undefined || on.includes(platform);

export async function probe(
  name: ToolName,
  { counts = () => true, limitMs = LONGEST_MS }: Probing = {},
): Promise<Found> {
  const tool = toolOf(name);
  if (tool.group === "browsers") return browser(name, limitMs);
  const names = (process.platform === "win32" && tool.windows) || tool.programs;
  let broken: Found | null = null;
  for (const program of findAll(names).filter(({ path }) => counts(path))) {
    if (await isInvitation(program.path, limitMs)) continue;
    const found = await tried(tool, program, limitMs);
    if (found.state !== "broken") return found;
    if (!/[\\/]WindowsApps[\\/]/i.test(program.path)) broken ??= found; // Windows' own invites to its shop
  }
  return broken ?? MISSING;
}

/** A shim whose version was removed is there, and does not run. */
async function tried(tool: Tool, { path, where }: Program, limitMs: number): Promise<Found> {
  const found: Found = { state: where === "path" ? "ok" : "not on PATH", path, version: null, said: null };
  const beside = (tool.and ?? []).find((name) => findAll([name]).length === 0);
  if (beside !== undefined) return { ...found, state: "broken", said: `${beside}: not found` };
  const java = javaVersion(path);
  if (java !== null || tool.version === undefined) return { ...found, version: java };
  const answer = await ask(path, tool.version, limitMs, tool.input);
  if (answer === null) return found;
  if (!answer.ok) return { ...found, state: "broken", said: answer.text.trim().split("\n").at(-1) ?? "" };
  return { ...found, version: versionIn(answer.text) };
}

/** Starting javac takes a second: its folder says which it is. */
function javaVersion(path: string): string | null {
  if (!/[\\/]javac(\.exe)?$/.test(path)) return null;
  return read(join(dirname(realpathSync(path)), "..", "release"), /^JAVA_VERSION="(.+)"$/m);
}

/** macOS has programs of these names that only offer, in a window, to install the real ones. */
async function isInvitation(path: string, limitMs: number): Promise<boolean> {
  if (process.platform !== "darwin" || !/^\/usr\/bin\/(javac|cc|c\+\+|python3)$/.test(path)) return false;
  const real = path.endsWith("javac")
    ? await ask("/usr/libexec/java_home", [], limitMs)
    : await ask("/usr/bin/xcode-select", ["-p"], limitMs);
  return real?.ok === false;
}

/** Both kinds of browser, all that are there. */
async function browser(name: ToolName, limitMs: number): Promise<Found> {
  const { findBrowsers } = await import("../clients/browser/find.js");
  const kind = name === "firefox" ? "firefox" : "chrome";
  const all = findBrowsers().filter((one) => one.kind === kind);
  if (all.length === 0) return MISSING;
  const told = await Promise.all(
    all.map(async (one) => {
      const version = await browserVersion(one.path, limitMs);
      if (kind === "firefox") return version; // there is one of that name
      return version === null ? one.name : `${one.name} ${version}`;
    }),
  );
  return { state: "ok", path: all[0]!.path, version: told.filter(Boolean).join(", ") || null, said: null };
}

/** From a file beside it where there is one. Under Windows a browser that is asked for its version opens a window. */
async function browserVersion(path: string, limitMs: number): Promise<string | null> {
  const folder = dirname(realpathSync(path));
  for (const file of ["application.ini", "../Resources/application.ini"]) {
    const version = read(join(folder, file), /^Version=(.+)$/m);
    if (version !== null) return version;
  }
  if (process.platform === "win32") {
    const { readdirSync } = await import("node:fs");
    return (
      readdirSync(folder)
        .filter((one) => /^\d+\.\d+\.\d+\.\d+$/.test(one))
        .at(-1) ?? null
    );
  }
  const answer = await ask(path, ["--version"], limitMs);
  return answer?.ok ? versionIn(answer.text) : null;
}

function read(path: string, pattern: RegExp): string | null {
  return existsSync(path) ? (pattern.exec(readFileSync(path, "utf8"))?.[1]?.trim() ?? null) : null;
}

/** The first thing that looks like a version: "go version go1.19.8", "gcc version 12.2.0 (Debian …)", "tmux 3.3a". */
export function versionIn(text: string): string | null {
  const compiler = /(?:gcc|clang) version (\d[\w.]*)/.exec(text);
  return (compiler ?? /(\d+\.\d+[\w.]*)/.exec(text) ?? /iproute2-(\S+?),?$/m.exec(text))?.[1] ?? null;
}

/** What a program says, on either output; null: it takes too long. Not ok: it failed, or could not be started. */
export function ask(
  path: string,
  words: readonly string[],
  limitMs: number,
  input = "",
): Promise<{ ok: boolean; text: string } | null> {
  const batch = /\.(cmd|bat)$/i.test(path); // Node starts these through a shell alone
  const command = batch ? `"${path}"` : path;
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C" };
    const detached = process.platform !== "win32"; // a group of its own, which can be ended whole
    const child = spawn(command, words, { env, shell: batch, windowsHide: true, detached });
    let text = "";
    const end = (answer: { ok: boolean; text: string } | null) => {
      clearTimeout(timer);
      // What it has started itself may hold its outputs open: nobody waits for that.
      for (const stream of child.stdio) stream?.destroy();
      child.unref();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      if (detached) process.kill(-child.pid!, "SIGKILL");
      else child.kill();
      end(null);
    }, limitMs);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (some: string) => (text += some));
    child.stdin.on("error", () => {}); // it does not read what it is asked
    child.stdin.end(input);
    child.once("error", ({ message }) => end({ ok: false, text: message }));
    child.once("close", (status) => end({ ok: status === 0, text }));
  });
}
