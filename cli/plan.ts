// What installs a set of tools on this system, step by step, and in which words it is told.

import { packagesOf } from "./install.js";
import { type Manager, managerOf, type System } from "./system.js";
import { type Packages, type ToolName, toolOf } from "./tools.js";

export interface Step {
  /** The program and its arguments. */
  words: readonly string[];
  /** Only root may do it. */
  root: boolean;
  /** How it is shown, where that is not the words themselves. */
  shown?: readonly string[];
}

export interface Plan {
  manager: Manager;
  steps: Step[];
  /** Those that it has no package for. */
  without: ToolName[];
}

/** `quiet`: nobody watches, so no progress is printed. */
export function planFor(
  names: readonly ToolName[],
  packages: Packages,
  { platform }: Pick<System, "platform">,
  quiet: boolean,
): Plan {
  const manager = managerOf(packages);
  const { plain, casks } = packagesOf(names, packages);
  const own = [...new Set(names.flatMap((name) => toolOf(name).line?.[packages] ?? []))];
  const bringable = (name: ToolName) => {
    const { plain, casks } = packagesOf([name], packages);
    return plain.length + casks.length > 0 || toolOf(name).line?.[packages] !== undefined;
  };
  const shell = platform === "win32" ? ["cmd", "/c"] : ["sh", "-c"];
  return {
    manager,
    steps: [
      ...stepsOf(manager.program, plain, casks, quiet),
      ...own.map((line): Step => ({ words: [...shell, line], root: false, shown: [line] })),
    ],
    without: names.filter((name) => !bringable(name)),
  };
}

function stepsOf(
  program: string,
  plain: readonly string[],
  casks: readonly string[],
  quiet: boolean,
): Step[] {
  const one = (words: readonly string[], root = false): Step => ({ words: [program, ...words], root });
  switch (program) {
    case "apt-get":
      return plain.length > 0 ? [apt(plain, quiet)] : [];
    case "dnf":
      return plain.length > 0
        ? [one(["install", "-y", "--setopt=install_weak_deps=False", ...plain], true)]
        : [];
    case "pacman":
      return plain.length > 0 ? [one(["-S", "--needed", "--noconfirm", ...plain], true)] : [];
    case "brew":
      return [
        ...(plain.length > 0 ? [one(["install", ...plain])] : []),
        ...(casks.length > 0 ? [one(["install", "--cask", ...casks])] : []),
      ];
    default:
      // Each by itself: winget ends with an error at the first that it can't install.
      return plain.map((id) =>
        one(["install", "--exact", "--id", id, "--accept-package-agreements", "--accept-source-agreements"]),
      );
  }
}

/**
 * Debian's packages of servers start them when they are installed; here that is for Antre to do. invoke-rc.d asks
 * policy-rc.d, which forbids it for as long as this shell lives: one that is left behind, by a power cut, forbids nothing.
 */
function apt(packages: readonly string[], quiet: boolean): Step {
  const install = `apt-get install -y${quiet ? " -qq" : ""} --no-install-recommends ${packages.join(" ")}`;
  const update = `apt-get update${quiet ? " -qq" : ""}`;
  const script = `set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ] || grep -q "^# Made by Antre" "$policy"; then
  trap 'rm -f "$policy"' EXIT
  trap 'exit 130' INT TERM HUP
  printf '#!/bin/sh\\n# Made by Antre: nothing is started while it installs.\\nkill -0 %s 2>/dev/null && exit 101\\nexit 0\\n' $$ >"$policy"
  chmod +x "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
${update}
${install}${quiet ? " >/dev/null" : ""}`;
  return { words: ["sh", "-c", script], root: true, shown: [`${update} && ${install}`] };
}

/** As it is typed. */
export const shown = ({ words, root, shown }: Step, sudo: boolean): string =>
  root && sudo && shown !== undefined
    ? shown[0]!
        .split(" && ")
        .map((part) => `sudo ${part}`)
        .join(" && ")
    : [...(root && sudo ? ["sudo"] : []), ...(shown ?? words)].join(" ");
