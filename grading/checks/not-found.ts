// A page that is not there is answered with 404.

import { ask } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck } from "./check.js";
import { answersAlike, unansweredFinding } from "./page.js";

export const check: ServerCheck = {
  async run(bench: CheckContext): Promise<CheckOutcome> {
    const { say, site, subject } = bench;
    const asked = await ask(subject, site.missing);
    const unanswered = unansweredFinding(bench, asked);
    // One that answers nobody, or not in HTTP, does not fail because the page is missing.
    if (unanswered !== null) {
      const gone = asked.how === "closed" || asked.how === "refused";
      return gone ? { ...unanswered, hint: say.hints.missingUnanswered } : unanswered;
    }
    const evidence = { clients: [asked.life] };
    const { status } = asked;
    if (status === 404) return passed(say.got.status(404, site.missing), evidence);
    const hint =
      status !== 200
        ? say.hints.status404
        : (await answersAlike(subject, bench.page("small").path, asked.body))
          ? say.hints.fixedPage
          : say.hints.missingAs200;
    return failed(`status ${status}`, say.got.status(status!, site.missing), hint, evidence);
  },
};
