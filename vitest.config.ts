import { spawnSync } from "node:child_process";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { tags } from "./testing/programs.js";
import { pathWithPython } from "./testing/python.js";
import { SkippedReporter } from "./testing/skipped-reporter.js";

const rooms = "{cli,servers,clients,scenarios,results,grading,testing}";

/** Root on Linux can give each file namespaces of its own. Elsewhere ports are shared, and files run one after the other. */
const ownNamespaces =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--net", "--mount", "ip", "link", "set", "lo", "up"]).status === 0;

const long = {
  testTimeout: 600_000,
  hookTimeout: 600_000, // a compiler on a machine that is kept busy
  setupFiles: ownNamespaces ? ["scenarios/testing/own-namespaces.ts"] : [],
};

const besideOthers = {
  fileParallelism: ownNamespaces,
  maxWorkers: 2, // a third would make verdicts wait for a processor
  sequence: { groupOrder: 2 },
};

/** Long tests that need the machine's own network, to install packages. */
const networked = ["grading/autograder.long.test.ts"];

/**
 * Long tests of figures that a busy machine makes worse; and the set of submissions, which is graded twice at the same time,
 * and so keeps a machine busy by itself.
 */
const alone = [
  "grading/submissions.long.test.ts",
  "clients/load/{answers,schedule}.long.test.ts",
  "scenarios/open-load.long.test.ts",
];

/** So that no worker is left with a long file when the others have ended. Else vitest goes by what it remembers, or by size. */
const longest = [
  "grading/autograder",
  "grading/clients",
  "grading/starts",
  "scenarios/programs",
  "scenarios/zoo",
  "scenarios/port",
  "scenarios/lab/observe/wait-for-reply",
];

/** Quick tests of what a process has loaded, or of what becomes of it: each file has a process of its own. */
const ofOneProcess = ["scenarios/lab/kernel/index.test.ts", "clients/load/drive.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.includes(`/${name}.long.`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000, interval: 20 } }, // what is waited for comes late where processors are busy
    tags,
    env: { PATH: pathWithPython() },
    reporters: ["default", new SkippedReporter()],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: [`${rooms}/**/*.test.ts`],
          exclude: ["**/*.{long,soak}.test.ts", ...ofOneProcess],
          isolate: false, // to load all modules anew for each file took a third of the processor time
          maxWorkers: 4, // most of them wait for other programs
        },
      },
      {
        extends: true,
        test: {
          name: "isolated",
          include: ofOneProcess,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...long,
          name: "long",
          include: [`${rooms}/**/*.long.test.ts`],
          exclude: [...alone, ...networked],
          ...besideOthers,
        },
      },
      {
        extends: true,
        test: { ...long, name: "networked", include: networked, setupFiles: [], ...besideOthers },
      },
      {
        extends: true,
        test: {
          ...long,
          name: "alone",
          include: alone,
          setupFiles: [],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          ...long,
          name: "soak",
          include: [`${rooms}/**/*.soak.test.ts`],
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
