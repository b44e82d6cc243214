// The servers that a command line names for a scenario.

import { UsageError, wholeNumber } from "../clients/command-line.js";
import { KINDS } from "./kinds.js";
import { siteWithLargeFile } from "./lab/site.js";
import type { AnyScenario } from "./scenario.js";
import { otherServer, ownModels, ownServer, type ServerProgram } from "./servers.js";
import type { Texts } from "./texts/texts.js";

/** The course report's servers: what a collection compares. */
const REPORT_SERVERS = ["single", "multi"];

export interface ServerOptions {
  servers?: string | undefined;
  server: string[];
  port?: string | undefined;
}

/** Our own servers that were named (all of the scenario, when none was named at all), then the others. Throws UsageError. */
export function readPrograms(
  { servers, server, port }: ServerOptions,
  scenario: AnyScenario,
  say: Texts,
): ServerProgram[] {
  if ("programs" in scenario && scenario.programs && servers === undefined && server.length === 0) {
    return [...scenario.programs];
  }
  const number = port === undefined ? null : wholeNumber("--port", port, 1, 65535, say);
  const all = "expected" in scenario ? Object.keys(scenario.expected) : REPORT_SERVERS;
  const own = servers?.split(",").filter(Boolean) ?? (server.length === 0 ? all : []);
  const unknown = own.find((name) => !Object.hasOwn(ownModels, name));
  if (unknown !== undefined)
    throw new UsageError(say.unknownServer(unknown, Object.keys(ownModels).join(", ")));
  const others = server.map((value) => {
    const [, name, command] = /^([^=]+)=(.*\S.*)$/s.exec(value) ?? [];
    if (name === undefined || command === undefined) throw new UsageError(say.badServer(value));
    return otherServer(name.trim(), command.trim(), number);
  });
  const root = KINDS[scenario.kind].largeFile && own.length > 0 ? siteWithLargeFile() : null;
  const programs = [...own.map((name) => ownServer(name, root)), ...others];
  if ("backlog" in scenario && scenario.backlog) {
    for (const program of programs) if (program.source) program.command += ` --backlog ${scenario.backlog}`;
  }
  const names = programs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(say.sameName(twice));
  const foreign = scenario.kind === "report" && names.find((name) => !REPORT_SERVERS.includes(name));
  if (foreign) throw new UsageError(say.onlyReportServers(foreign));
  if (programs.length === 0 && scenario.kind !== "zoo") throw new UsageError(say.missingValue("--servers"));
  return programs;
}
