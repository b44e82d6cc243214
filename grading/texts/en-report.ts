// What the tables and pages of grades say in English.

const submissions = (count: number): string => (count === 1 ? "1 submission" : `${count} submissions`);

export const report = {
  decimal: ".",
  of: (score: string, max: string) => `${score} of ${max}`,
  heads: {
    submission: "submission",
    score: "score",
    single: "single",
    multi: "multi",
    client: "client",
    missed: "not passed",
    human: "a human must look",
    check: "check",
    points: "points",
    status: "result",
    got: "got",
    missedBy: "missed by",
    expected: "Expected",
    gotLabel: "Got",
    hint: "Hint",
  },
  yes: "yes",
  withoutTitle: "No program of this coursework",
  noPoints: "No points",
  noPointsNote: "Nothing of what was asked for was found, which is not the same as 0 points.",
  gradedTitle: "Graded",
  toldTitle: "How it was told which program is which, where not by name",
  toldLine: (role: string, file: string, how: string) => `${role}: ${file} (${how})`,
  counts: (graded: number, human: number, without: number) =>
    `${graded} graded, ${human} for a human, ${without} without a program.`,
  classTitle: "Grades",
  classLede: (count: number, mean: string, max: string) =>
    `${submissions(count)}; the mean is ${mean} of ${max} points.`,
  flaggedTitle: "A human must look",
  flaggedLede: (count: number) =>
    count === 0 ? "Everything could be decided." : `${submissions(count)} could not be decided wholly.`,
  distribution: "Distribution",
  distributionOf: (bins: string) => `How many submissions have how many points: ${bins}.`,
  bin: (from: number, to: number, count: number) => `${from} to ${to}: ${count}`,
  missedTitle: "Most often missed",
  none: "-",
  title: (name: string) => `Feedback: ${name}`,
  scoreLine: (score: string, max: string) => `${score} of ${max} points`,
  undecidedLine: (points: string) => `${points} more points are not decided yet: a human will look at them.`,
  models: (single: string, multi: string) =>
    `Seen from outside: single server: ${single}. Multi server: ${multi}.`,
  oneModel: (role: string, model: string) => `Seen from outside: ${role}: ${model}.`,
  noModel: "not told",
  programs: "What was run",
  nextTitle: "What to do next",
  nextAll: "All points. Well done.",
  nextElsewhere: "What is missing, and why, stands in the other parts of this page.",
  andBarred: (own: string, barred: string) => `${own}, and ${barred} that could not be tried`,
  next: (title: string, points: string, hint: string) => `${title} (${points}): ${hint}`,
  several: (count: number, role: string) => `${count} checks (${role})`,
  evidence: "Evidence",
  timeline: "What happened, on one time axis",
  outputTitle: "The last output of the program",
  wordsTitle: "What was seen",
  sandboxNote:
    "This was graded by a program. If you think that a check is wrong, show this page to your lecturer: it says what was seen.",
  selfNote:
    "These are the checks that your program will meet when it is graded, run here without a sandbox. The grade that counts is your lecturer's.",
  extra: "extra",
  graded: (at: string) => `Graded on ${at}.`,
};
