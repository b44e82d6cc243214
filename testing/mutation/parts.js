// What is mutated, and by which tests it must be caught. One part is one run: a mutant of a constant needs all tests of its
// part, so they are few and quick.

/**
 * `without`: the tests whose names have one of these in them are left out. They are long, or measure time, which says nothing
 * while a mutant runs; others catch what they catch.
 * @type {Record<string, { files: string[], tests: string[], without?: string[] }>}
 */
export const parts = {
  responses: {
    files: ["clients/response.ts", "clients/keyboard/body.ts", "clients/keyboard/path.ts"],
    tests: ["clients/response.test.ts", "clients/keyboard/{body,path}.test.ts"],
    without: ["however the bytes are cut"],
  },
  load: {
    files: ["clients/load/latencies.ts", "clients/load/tally.ts"],
    tests: ["clients/load/{latencies,tally}.test.ts"],
  },
  rubric: {
    files: ["grading/rubric-reader.ts", "grading/grade.ts"],
    tests: ["grading/{grade,rubric}.test.ts"],
  },
  attempts: {
    files: ["grading/examiner/attempts.ts", "grading/examiner/failure.ts"],
    tests: ["grading/examiner/{attempts,failure}.test.ts"],
  },
  keyboard: {
    files: [
      "grading/keyboard/crash.ts",
      "grading/keyboard/judge.ts",
      "grading/keyboard/judge-request.ts",
      "grading/keyboard/printed.ts",
      "grading/keyboard/questions.ts",
      "grading/keyboard/shown.ts",
      "grading/keyboard/traces.ts",
    ],
    tests: ["grading/keyboard/{crash,judge,judge-request,printed,questions,shown,traces}.test.ts"],
    without: ["without end"],
  },
  programs: {
    files: [
      "grading/submission/finding/choose.ts",
      "grading/submission/finding/name.ts",
      "grading/submission/languages.ts",
      "grading/submission/manifest.ts",
      "grading/submission/programs.ts",
    ],
    tests: ["grading/submission/{finding/*,languages,manifest,programs}.test.ts"],
  },
  statistics: {
    files: ["results/statistics.ts"],
    tests: ["results/statistics.test.ts"],
  },
  verdicts: {
    files: [
      "scenarios/lab/trial/agreement.ts",
      "scenarios/lab/experiments/model/classify.ts",
      "scenarios/lab/trial/outcome.ts",
      "scenarios/lab/subject/patience.ts",
    ],
    tests: [
      "scenarios/lab/trial/{agreement,outcome}.test.ts",
      "scenarios/lab/experiments/model/classify.test.ts",
      "scenarios/lab/subject/patience.test.ts",
    ],
  },
  summaries: {
    files: [
      "scenarios/lab/experiments/crowd/summary.ts",
      "scenarios/lab/experiments/load/verdict.ts",
      "scenarios/lab/experiments/load/warm-up.ts",
      "scenarios/lab/experiments/open-load/prediction.ts",
      "scenarios/lab/experiments/open-load/summary.ts",
    ],
    tests: [
      "scenarios/lab/experiments/crowd/summary.test.ts",
      "scenarios/lab/experiments/load/{verdict,warm-up}.test.ts",
      "scenarios/lab/experiments/open-load/{prediction,summary}.test.ts",
    ],
  },
  requests: {
    files: [
      "servers/http/framing.ts",
      "servers/http/lines.ts",
      "servers/http/request.ts",
      "servers/http/syntax.ts",
      "servers/http/target.ts",
    ],
    tests: ["servers/http/{framing,lines,request,syntax,target}.test.ts"],
    without: ["byte by byte", "cut anywhere", "any bytes", "without being kept", "a hundred times as many"],
  },
};
