// What was found on this machine, as a table and the lines that bring what is missing; and as JSON.

import { dirname } from "node:path";
import { draw } from "../results/draw.js";
import { type Colour, ink } from "../results/ink.js";
import type { Language } from "../results/texts/texts.js";
import { clean, indented, pad, width, wrap } from "../results/words.js";
import { howToInstall, linesOf } from "./install.js";
import { type Machine, scenariosCanRun } from "./look.js";
import type { Found } from "./probe.js";
import { type Purpose, type Texts, texts } from "./texts/texts.js";
import { type Group, type ToolName, toolOf } from "./tools.js";

type Say = Texts["doctor"];

/** What to do about a row, in words that are typed as they stand, or in a sentence. */
interface Remedy {
  what: string;
  /** For people to type: never wrapped. */
  line?: string;
  sentence?: string;
}

interface Row {
  name: string;
  here: string;
  purpose: string;
  /** bad: the scenarios can't run. lacking: something else can't. */
  state: "ok" | "bad" | "lacking" | "plain";
  remedies: Remedy[];
}

const COLOURS: Partial<Record<Row["state"], Colour>> = { ok: "green", bad: "red", lacking: "yellow" };

/** The table, and what to do; ends without a newline. */
export async function diagnosis(machine: Machine, language: Language): Promise<string> {
  const say = texts[language].doctor;
  const plain = !process.stdout.isTTY || Boolean(process.env.NO_COLOR);
  const columns = Math.max(60, Math.min(process.stdout.columns || 100, 120));
  const paint = ink(!plain);
  const rows = await rowsOf(machine, language, say);
  const table = draw(
    {
      head: say.head,
      figures: [],
      rows: rows.map(({ name, here, purpose }) => [name, here, purpose || "-"]),
    },
    { plain, columns },
    paint,
    (row, column) => (column === 0 ? "bold" : column === 1 ? COLOURS[rows[row]!.state] : undefined),
  );
  const named = (state: Row["state"]) => rows.filter((row) => row.state === state).map(({ name }) => name);
  const [bad, lacking] = [named("bad"), named("lacking")];
  const head = [
    bad.length === 0 ? say.canRun : say.cannotRun(bad),
    ...(lacking.length > 0 ? [say.lacking(lacking, rows.length)] : bad.length === 0 ? [say.allThere] : []),
  ];
  const remedies = rows.flatMap((row) => row.remedies);
  const installs = rows.some(({ state }) => state === "lacking") && missingTools(machine).length > 0;
  return [
    ...wrap(head.join(" "), columns).map((line) => paint("bold", line)),
    "",
    ...table,
    ...(remedies.length > 0 ? ["", paint("bold", say.remediesTitle(machine.system.name))] : []),
    ...remedyLines(remedies, columns, (text) => paint("bold", text)),
    ...(installs ? ["", ...wrap(`${say.atOnce} ${say.setupLess}`, columns)] : []),
  ].join("\n");
}

function remedyLines(remedies: readonly Remedy[], columns: number, bold: (text: string) => string): string[] {
  const indent = 4 + Math.max(0, ...remedies.map(({ what }) => width(what)));
  return remedies.flatMap(({ what, line, sentence }) => {
    const lines =
      sentence === undefined ? [" ".repeat(indent) + line] : indented(clean(sentence), indent, columns);
    const [first = "", ...rest] = lines;
    return [`  ${bold(pad(what, indent - 2))}${first.slice(indent)}`, ...rest];
  });
}

async function rowsOf(machine: Machine, language: Language, say: Say): Promise<Row[]> {
  const of = (group: Group) =>
    [...machine.tools]
      .filter(([name]) => toolOf(name).group === group && name !== "bubblewrap")
      .map(([name, found]) => toolRow(name, found, say));
  return [
    ...machineRows(machine, say),
    ...of("browsers"),
    ...(await sandboxRow(machine, language, say)),
    ...of("grading"),
    ...of("languages"),
    ...of("tests"),
    ...zooRow(machine, say),
  ];
}

function machineRows({ system, cpus, memoryMiB, node, noCalls, kernel, ports }: Machine, say: Say): Row[] {
  const { rows, purposes, remedies } = say;
  const row = (
    name: string,
    here: string,
    purpose: string,
    state: Row["state"],
    remedies: Remedy[] = [],
  ): Row => ({
    name,
    here: clean(here),
    purpose,
    state,
    remedies,
  });
  const memory = `${Math.round(memoryMiB / 1024)} GiB`;
  return [
    node.ok
      ? row(rows.node, node.version, purposes.node, "ok")
      : row(rows.node, say.tooOld(node.version), purposes.node, "bad", [
          { what: rows.node, line: remedies.node },
        ]),
    row(rows.system, `${system.name}, ${say.cpus(cpus)}, ${memory}`, purposes.system, "plain"),
    ...(noCalls === null
      ? []
      : [
          row(rows.calls, say.not, purposes.calls, "bad", [
            { what: rows.calls, line: remedies.calls(clean(noCalls)) },
          ]),
        ]),
    kernel === "sock_diag"
      ? row(rows.kernel, say.kernel[kernel], purposes.kernel, "ok")
      : row(
          rows.kernel,
          say.kernel[kernel],
          purposes.kernel,
          system.platform === "linux" ? "lacking" : "plain",
          [{ what: rows.kernel, sentence: remedies.kernel[kernelCause(kernel)] }],
        ),
    ...ports.map(({ port, server, free, why, owner, lingering }) => {
      const name = rows.port(port);
      const purpose = purposes.port(server);
      if (free) return row(name, lingering ? say.lingering : say.free, purpose, "ok");
      if (why !== "EADDRINUSE") return row(name, say.forbidden(why ?? ""), purpose, "lacking");
      return row(name, say.taken(owner), purpose, "lacking", [
        { what: name, line: remedies.taken(owner?.pid ?? null) },
      ]);
    }),
  ];
}

function kernelCause(kernel: Machine["kernel"]): "linux" | "win32" | "other" {
  if (kernel === "proc/net" || process.platform === "linux") return "linux";
  return process.platform === "win32" ? "win32" : "other";
}

function toolRow(name: ToolName, found: Found, say: Say): Row {
  const { label } = toolOf(name);
  const purpose = say.purposes[name as Purpose];
  const here = clean(found.version ?? say.there);
  switch (found.state) {
    case "ok":
      return { name: label, here, purpose, state: "ok", remedies: [] };
    case "not on PATH": {
      const line = say.addToPath(dirname(found.path!));
      return {
        name: label,
        here: say.notOnPath(here),
        purpose,
        state: "lacking",
        remedies: [{ what: label, line }],
      };
    }
    case "broken": {
      const remedies = [
        { what: label, sentence: say.said(found.path!, found.said!) },
        { what: "", line: howToInstall(name) },
      ];
      return { name: label, here: say.broken, purpose, state: "lacking", remedies };
    }
    case "missing":
      return {
        name: label,
        here: say.missing,
        purpose,
        state: "lacking",
        remedies: [{ what: label, line: howToInstall(name) }],
      };
  }
}

/** Only Linux has one. */
async function sandboxRow(
  { sandbox, bounded, tools }: Machine,
  language: Language,
  say: Say,
): Promise<Row[]> {
  const name = say.rows.sandbox;
  const purpose = say.purposes.sandbox;
  const version = tools.get("bubblewrap")?.version;
  if (sandbox === null) {
    const here = ["bubblewrap", version].filter(Boolean).join(" ");
    return [
      { name, here: `${say.sandbox.works} (${here})`, purpose, state: "ok", remedies: [] },
      {
        name: say.rows.groups,
        here: bounded ? say.there : say.sandbox.unbounded,
        purpose: say.purposes.groups,
        state: bounded ? "ok" : "plain",
        remedies: bounded ? [] : [{ what: say.rows.groups, sentence: say.remedies.groups }],
      },
    ];
  }
  if (sandbox === "slow") return [{ name, here: say.sandbox.slow, purpose, state: "plain", remedies: [] }];
  const { texts: gradingTexts } = await import("../grading/texts/texts.js");
  const sentence = gradingTexts[language].command.noSandbox[sandbox.why](sandbox.detail);
  const here = {
    "not installed": say.missing,
    system: say.sandbox.elsewhere,
  }[sandbox.why as string];
  return [
    {
      name,
      here: here ?? say.sandbox.not,
      purpose,
      state: sandbox.why === "system" ? "plain" : "lacking",
      remedies:
        sandbox.why === "not installed"
          ? [{ what: name, line: howToInstall("bubblewrap") }]
          : [{ what: name, sentence }],
    },
  ];
}

/** Many small servers, of which each is worth having: one row for all. */
function zooRow({ tools }: Machine, say: Say): Row[] {
  const all = [...tools].filter(([name]) => toolOf(name).group === "zoo");
  if (all.length === 0) return [];
  const labels = (some: typeof all) => some.map(([name]) => toolOf(name).label);
  const [there, missing] = [
    all.filter(([, { state }]) => state === "ok"),
    all.filter(([, { state }]) => state !== "ok"),
  ];
  const here = [
    ...(there.length > 0 ? [labels(there).join(", ")] : []),
    ...(missing.length > 0 ? [say.missingAmong(labels(missing))] : []),
  ];
  const names = missing.map(([name]) => name);
  return [
    {
      name: say.rows.zoo,
      here: here.join("; "),
      purpose: say.purposes.zoo,
      state: missing.length > 0 ? "lacking" : "ok",
      remedies: names.length > 0 ? [{ what: say.rows.zoo, line: howToInstall(names) }] : [],
    },
  ];
}

const missingTools = ({ tools }: Machine): ToolName[] =>
  [...tools].filter(([, { state }]) => state === "missing" || state === "broken").map(([name]) => name);

/** The same for programs, with the lines of all systems. */
export function asJson(machine: Machine): string {
  const { system, sandbox, bounded, tools, ...rest } = machine;
  return JSON.stringify(
    {
      format: "antre-doctor/1",
      scenariosCanRun: scenariosCanRun(machine),
      system: { platform: system.platform, name: system.name, packages: system.packages },
      ...rest,
      sandbox: sandbox === "slow" ? { works: null } : { works: sandbox === null, bounded, ...sandbox },
      tools: [...tools].map(([name, found]) => ({
        name,
        ...found,
        uses: toolOf(name).uses,
        install: howToInstall(name),
        installOn: linesOf([name]),
      })),
    },
    null,
    2,
  );
}
