// What Gradescope or GitHub Classroom needs to grade with us, made by one command: ourselves, the rubric, and the
// scripts that they start.

import { createWriteStream, existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { sourcePath } from "../scenarios/source-folder.js";
import type { Command } from "./options.js";
import { usualRubric } from "./rubric-file.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OURS = ["package.json", "package-lock.json", "LICENSE", "dist"];

/** The scripts, and where they go. `{lang}` in them is the language of the feedback. */
const SCRIPTS = {
  gradescope: { "setup.sh": "setup.sh", run_autograder: "run_autograder" },
  classroom: { "classroom.yml": ".github/workflows/classroom.yml", "classroom.sh": ".github/antre/grade.sh" },
};

/** Makes it in the output folder. Answers what is to be uploaded: an archive for Gradescope, a folder for a repository. */
export async function makeAutograder(
  { autograder, out, rubricFile }: Command,
  language: string,
): Promise<string> {
  const kind = autograder!;
  const folder = join(out, kind);
  await rm(folder, { recursive: true, force: true });
  for (const [name, target] of Object.entries(SCRIPTS[kind])) {
    const path = join(folder, target);
    await mkdir(dirname(path), { recursive: true });
    const text = await readFile(sourcePath(`./autograder/${name}`, import.meta.url), "utf8");
    await writeFile(path, text.replaceAll("\r\n", "\n").replaceAll("{lang}", language)); // they run on Linux
    await chmod(path, 0o755);
  }
  const place = kind === "gradescope" ? folder : join(folder, ".github/antre");
  await packOurselves(join(place, "antre.tgz"));
  await cp(rubricFile, join(place, "rubric.yaml"));
  if (kind === "classroom") return folder;
  const archive = join(out, "autograder.zip");
  await zip(folder, archive);
  return archive;
}

/** Ourselves as we are built, without the tests. */
async function packOurselves(archive: string): Promise<void> {
  const { create } = await import("tar");
  const stage = await mkdtemp(join(tmpdir(), "antre-pack-"));
  try {
    for (const name of OURS.filter((one) => existsSync(join(ROOT, one))))
      await cp(join(ROOT, name), join(stage, name), {
        recursive: true,
        filter: (path) => !/\.test\.js$|\.test-data\.js$|[\\/]dist[\\/]site$|tsbuildinfo$/.test(path),
      });
    await cp(dirname(usualRubric()), join(stage, "grading/rubrics"), { recursive: true });
    await create({ gzip: true, cwd: stage, file: archive, portable: true }, await readdir(stage));
  } finally {
    await rm(stage, { recursive: true });
  }
}

/** Gradescope wants the files at the root of the archive, and the scripts executable. */
async function zip(folder: string, archive: string): Promise<void> {
  const { ZipFile } = await import("yazl");
  const file = new ZipFile();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    file.addFile(path, relative(folder, path).replaceAll("\\", "/"), { mode: 0o100755 });
  }
  file.end();
  await pipeline(file.outputStream, createWriteStream(archive));
}
