// npm run doctor: what Antre can do on this machine, what is missing for the rest, and the line that brings it.
// Exit status: 0 the scenarios can run, 2 used wrongly, 3 they can't.

import { parse, readLanguage, UsageError } from "../clients/command-line.js";
import { texts } from "./texts/texts.js";

const options = {
  timeout: { type: "string", default: "1.5" },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const args = process.argv.slice(2);

try {
  const language = readLanguage(args, process.env, (language) => texts[language].doctor);
  const say = texts[language].doctor;
  const { values, positionals } = parse(args, options, say);
  if (positionals[0] !== undefined) throw new UsageError(say.surplus(positionals[0]));
  const seconds = Number(values.timeout);
  if (!(seconds >= 0.1 && seconds <= 600)) throw new UsageError(say.badTimeout(values.timeout));
  if (values.help) console.log(say.usage);
  else {
    const { look, scenariosCanRun } = await import("./look.js");
    const machine = await look(seconds * 1000);
    const { diagnosis, asJson } = await import("./diagnosis.js");
    console.log(values.json ? asJson(machine) : await diagnosis(machine, language));
    process.exitCode = scenariosCanRun(machine) ? 0 : 3;
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
