// Where no sandbox can be had: one sentence says why and what to do, and nothing is run. Each cause is made to happen, by
// a namespace or a filter around the grader; only AppArmor's word is played, since not every kernel has it.
// @module-tag bwrap

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { classOf, folder, MAIN } from "../testing/grade.js";
import { APPARMOR } from "./apparmor.js";
import { whyNoSandbox } from "./confinement.js";
import { isPrivileged } from "./privilege.js";
import { refusalOf } from "./refusal.js";
import { assembled } from "./system-calls.js";

/** Grades, after a shell command that takes something away; in the namespaces of a container's root. */
function gradeWhere(taken: string, env: NodeJS.ProcessEnv = {}) {
  const out = folder();
  const args = [process.execPath, MAIN, classOf("python-right"), "--out", out, "--lang", "en"];
  const { status, stdout, stderr } = spawnSync(
    "unshare",
    ["--user", "--map-root-user", "--mount", "sh", "-euc", `${taken}\nexec "$@"`, "sh", ...args],
    { encoding: "utf8", env: { ...process.env, ...env } },
  );
  return { status, stdout, said: stderr.trimEnd().split("\n"), written: readdirSync(out) };
}

/** Lays settings over those of the kernel that have to do with namespaces, and takes user namespaces away. */
function withSettings(settings: Record<string, number>): string {
  const overflow = ["overflowuid", "overflowgid"].map((name) => `echo 65534 >/proc/sys/kernel/${name}`);
  const made = Object.entries(settings).map(([name, value]) => `echo ${value} >/proc/sys/kernel/${name}`);
  return ["mount -t tmpfs none /proc/sys/kernel", ...overflow, ...made].join("\n");
}

const NO_NAMESPACES = "echo 0 >/proc/sys/user/max_user_namespaces";

/** A bubblewrap that can't do what it is asked for, and says so. */
function bubblewrapThatSays(words: string): string {
  const path = folder();
  writeFileSync(join(path, "bwrap"), `#!/bin/sh\necho 'bwrap: ${words}' >&2\nexit 1\n`, { mode: 0o755 });
  return `${path}:${process.env.PATH}`;
}

/** The processor's name in the kernel (seccomp(2)), and its numbers of clone, unshare and clone3. */
const CALLS: Partial<Record<NodeJS.Architecture, number[]>> = { x64: [56, 272, 435], arm64: [220, 97, 435] };

/** A filter such as Docker's: no new user namespaces. */
function filterOfContainers(): Buffer {
  const [clone, unshare, clone3] = CALLS[process.arch] as [number, number, number];
  const [EPERM, ENOSYS, ALLOW, ERRNO, NEW_USER] = [1, 38, 0x7fff0000, 0x00050000, 0x10000000];
  const [LOAD, JUMP_EQUAL, JUMP_SET, RETURN] = [0x20, 0x15, 0x45, 0x06];
  return assembled([
    [LOAD, 0, 0, 0],
    [JUMP_EQUAL, 5, 0, clone3],
    [JUMP_EQUAL, 1, 0, clone],
    [JUMP_EQUAL, 0, 2, unshare],
    [LOAD, 0, 0, 16],
    [JUMP_SET, 2, 0, NEW_USER],
    [RETURN, 0, 0, ALLOW],
    [RETURN, 0, 0, ERRNO | ENOSYS],
    [RETURN, 0, 0, ERRNO | EPERM],
  ]);
}

describe.skipIf(process.platform !== "linux")(
  "where no sandbox can be had, status 3 and one sentence say why",
  () => {
    const only = { status: 3, stdout: "", written: [] };

    test("user namespaces are used up or switched off (user.max_user_namespaces)", () => {
      const { said, ...rest } = gradeWhere(NO_NAMESPACES);
      expect(said[0]).toMatch(
        /switched off: switch them on \(sudo sysctl -w user\.max_user_namespaces=15000\)\.$/,
      );
      expect(said[1]).toMatch(/--self.*--unsafe-no-sandbox/);
      expect(said).toHaveLength(2);
      expect(rest).toEqual(only);
    });

    test("the kernel gives ordinary users none (kernel.unprivileged_userns_clone)", () => {
      const { said, ...rest } = gradeWhere(
        `${withSettings({ unprivileged_userns_clone: 0 })}\n${NO_NAMESPACES}`,
      );
      expect(said[0]).toContain("sudo sysctl -w kernel.unprivileged_userns_clone=1");
      expect(rest).toEqual(only);
    });

    test("AppArmor forbids them to ordinary users", () => {
      const { said, ...rest } = gradeWhere(withSettings({ apparmor_restrict_unprivileged_userns: 1 }), {
        PATH: bubblewrapThatSays("setting up uid map: Permission denied"),
      });
      expect(said[0]).toContain(`AppArmor keeps ordinary users from making one`);
      expect(said[0]).toContain(APPARMOR);
      expect(rest).toEqual(only);
    });

    test("bubblewrap is too old for ordinary users", () => {
      const { said, ...rest } = gradeWhere(":", {
        PATH: bubblewrapThatSays("Unknown option --disable-userns"),
      });
      expect(said[0]).toMatch(/too old .*: install version 0\.8 or newer/);
      expect(rest).toEqual(only);
    });

    test.runIf(process.arch in CALLS)("a container allows none", () => {
      const [path, out] = [folder(), folder()];
      mkdirSync(join(path, "empty"));
      writeFileSync(join(path, "filter"), filterOfContainers());
      const grade = [process.execPath, MAIN, classOf("python-right"), "--out", out, "--lang", "en"];
      const container = ["bwrap", "--dev-bind", "/", "/", "--cap-drop", "ALL", "--seccomp", "9"];
      const { status, stdout, stderr } = spawnSync(
        "sh",
        ["-c", 'exec 9<"$0"; exec "$@"', join(path, "filter"), ...container, ...grade],
        { encoding: "utf8" },
      );
      expect(stderr).toMatch(
        /^Other people's.* the container around the grader does not allow one \(bwrap: .*--privileged/,
      );
      expect({ status, stdout, written: readdirSync(out) }).toEqual(only);
    });

    test.each([
      [true, "container"],
      [false, "refused"],
    ])("where no setting forbids it, what bubblewrap said is told (in a container: %s)", (shutIn, why) => {
      const detail = "bwrap: something new";
      expect(refusalOf(detail, isPrivileged(), shutIn)).toEqual({ why, detail });
    });

    test("here one can be had", () => {
      expect(whyNoSandbox()).toBeNull();
    });
  },
);
