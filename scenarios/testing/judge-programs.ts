// For the tests: programs as students write them, right and wrong, in five languages; what is said of each must be right.

import { exec, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holds } from "../holds.js";
import { model } from "../model.js";
import { examine } from "./lab.js";
import { type Program, programs } from "./programs.js";

const works = (command: string) => spawnSync("/bin/sh", ["-c", command]).status === 0;
const runs = ({ needs, check }: Program) =>
  needs.every((program) => works(`command -v ${program}`)) && (check === undefined || works(check));

/** Defines a test of `holds` and one of `model` for each program. */
export function judgePrograms(): void {
  const out = mkdtempSync(join(tmpdir(), "antre-programs-"));
  afterAll(() => rmSync(out, { recursive: true }));

  // What only a newer Java could run is not there to be tested; everything else is installed where this must pass.
  describe.concurrent.each(programs.filter(runs))("$name", (program) => {
    const command = program.command.replaceAll("{out}", out);
    beforeAll(async () => {
      if (program.build) await promisify(exec)(program.build.replaceAll("{out}", out));
    });

    test("holds", async () => {
      const server = await examine(holds, command);
      for (const [hold, outcome] of Object.entries(program.holds)) {
        if (outcome === null) continue;
        expect([hold, server.holds?.[hold as keyof typeof server.holds]?.outcome]).toEqual([hold, outcome]);
      }
    }, 150_000);

    test("model", async () => {
      const { model: seen, modelSize, modelReason } = await examine(model, command);
      const right = [{ model: program.model, size: program.modelSize }, ...(program.accept ?? [])];
      const fits = right.some(
        (one) => one.model === seen && (one.size === undefined || one.size === modelSize),
      );
      expect(fits, `${seen} ${modelSize ?? ""}: ${modelReason}`).toBe(true);
    }, 60_000);
  });
}
