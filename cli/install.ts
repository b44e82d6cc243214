// How a program is brought here: the line to type, from the table of tools.

import { managerOf, type System, thisSystem } from "./system.js";
import { type Packages, type ToolName, toolOf, toolOfProgram } from "./tools.js";

const SYSTEMS: readonly [Packages, string][] = [
  ["debian", "Debian, Ubuntu"],
  ["fedora", "Fedora"],
  ["arch", "Arch"],
  ["macos", "macOS"],
  ["windows", "Windows"],
];

/** The packages that bring these tools on a system, each once; those of macOS' applications apart. */
export function packagesOf(
  names: readonly ToolName[],
  packages: Packages,
): { plain: string[]; casks: string[] } {
  const of = (cask: boolean) => [
    ...new Set(
      names
        .filter((name) => (packages === "macos" && toolOf(name).cask === true) === cask)
        .flatMap((name) => namesOf(name, packages)),
    ),
  ];
  return { plain: of(false), casks: of(true) };
}

/** Ubuntu's are Debian's, where nothing else is said. */
function namesOf(name: ToolName, packages: Packages): readonly string[] {
  const all = toolOf(name).packages;
  return all[packages] ?? (packages === "ubuntu" ? all.debian : undefined) ?? [];
}

/** The line that installs these tools there; null: no package brings any of them. */
export function lineFor(names: readonly ToolName[], packages: Packages, isRoot = false): string | null {
  const { root, words } = managerOf(packages);
  const { plain, casks } = packagesOf(names, packages);
  const sudo = root && !isRoot ? ["sudo"] : [];
  const others = [...new Set(names.flatMap((name) => toolOf(name).line?.[packages] ?? []))];
  const lines = [
    ...(plain.length > 0 ? [[...sudo, ...words, ...plain].join(" ")] : []),
    ...(casks.length > 0 ? [[...words, "--cask", ...casks].join(" ")] : []),
    ...others,
  ];
  return lines.length > 0 ? lines.join(" && ") : null;
}

/**
 * The line that brings these tools to this system, as it is typed. Where the system is not known, the lines for those that
 * are; where no package brings them, the page where they are to be had.
 */
export function howToInstall(names: ToolName | readonly ToolName[], system: System = thisSystem()): string {
  const all = typeof names === "string" ? [names] : names;
  const pages = all.map((name) => toolOf(name).url).join(", ");
  if (system.packages !== null) return lineFor(all, system.packages, system.isRoot) ?? pages;
  const lines = Object.entries(linesOf(all));
  return lines.length > 0 ? lines.map(([name, line]) => `${name}: ${line}`).join("; ") : pages;
}

/** The line for each system that has one. */
export function linesOf(names: readonly ToolName[]): Record<string, string> {
  return Object.fromEntries(
    SYSTEMS.flatMap(([packages, name]) => {
      const line = lineFor(names, packages);
      return line === null ? [] : [[name, line]];
    }),
  );
}

/** The same in a sentence, for a program that is in the table; else nothing. `intro` is "To install it:" in the reader's language. */
export function toInstall(program: string, intro: string): string {
  const tool = toolOfProgram(program);
  return tool === undefined ? "" : ` ${intro} ${howToInstall(tool)}`;
}

/** The tool that a shell did not find: "sh: 1: php: not found", "bash: php: command not found", "'php' is not recognized …". */
export function toolMissing(output: readonly string[]): ToolName | undefined {
  const pattern = /([\w+.-]+): (?:command )?not found|^'([\w+.-]+)' (?:is not recognized|tidak dikenali)/;
  const programs = output.flatMap((line) => {
    const [, unix, windows] = pattern.exec(line) ?? [];
    return unix ?? windows ?? [];
  });
  return programs.map(toolOfProgram).find((tool) => tool !== undefined);
}
