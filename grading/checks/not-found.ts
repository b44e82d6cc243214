// A page that is not there is answered with 404.

import { ask } from "./ask.js";
import { type Bench, type Finding, failed, passed, type ServerCheck } from "./check.js";
import { unansweredFinding } from "./page.js";

export const check: ServerCheck = {
  async run(bench: Bench): Promise<Finding> {
    const { say, site, subject } = bench;
    const asked = await ask(subject, site.missing);
    const unanswered = unansweredFinding(bench, asked);
    // One that answers nobody does not fail because the page is missing.
    if (unanswered !== null)
      return asked.how === "silent" ? unanswered : { ...unanswered, hint: say.hints.missingUnanswered };
    const evidence = { clients: [asked.life] };
    const { status } = asked;
    if (status === 404) return passed(say.got.status(404, site.missing), evidence);
    const hint = status === 200 ? say.hints.missingAs200 : say.hints.status404;
    return failed(`status ${status}`, say.got.status(status!, site.missing), hint, evidence);
  },
};
