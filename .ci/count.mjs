// Adds up the test reports, and fails where a test was skipped or none was run. What an ordinary user has tried again is in
// two of them: what only root can do is skipped in his, and was not skipped if it stands in the other.

import { readFileSync } from "node:fs";

const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const tests = reports.flatMap(({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ key: `${name} ${fullName}`, status })),
  ),
);
const passed = tests.filter(({ status }) => status === "passed");
const failed = tests.filter(({ status }) => status === "failed");
const tried = new Set([...passed, ...failed].map(({ key }) => key));
const skipped = tests.filter(({ key }) => !tried.has(key));
console.log(`${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`);
if (passed.length === 0 || failed.length + skipped.length > 0) process.exit(1);
