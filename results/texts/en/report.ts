// The course report made again.

import type { Letter, Sight } from "../../result.js";

export const observations = {
  title: "The course report, made again",
  intro:
    "A student's report on socket programming made seven experiments, a to g, with two servers: single serves one client after the other, multi gives each client a thread of its own. Antre has made them again. Beside what the report saw stands what was measured.",
  tooLarge: "The picture is too large for this page: the evidence has it.",
  glance: "All experiments at one glance",
  links: {
    inFolder: (folder: string) =>
      `Each "evidence" leads to a page with all figures, in the folder ${folder} beside this one.`,
    beside: 'Each "evidence" leads to a page with all figures, beside this one.',
  },
  count: (some: string, all: string) =>
    `${some} of ${all} observations of the course report were reproduced.`,
  rest: (not: string, untried: string) => `Not reproduced: ${not}. Could not be tried: ${untried}.`,
  experiment: "experiment",
  saw: "the report saw",
  measured: "Antre measured",
  reproduced: "reproduced",
  evidence: "evidence",
  same: "the same",
  instead: (sight: string) => `Antre saw: ${sight}`,
  yes: "reproduced",
  no: "not reproduced",
  link: (experiment: string, server: string) => `Evidence for ${experiment} at ${server}`,
  autocannon: (connections: string) => `autocannon, connections: ${connections}`,
  allServed: (served: string, connections: string) => `served: ${served} of ${connections}`,
  someServed: (served: string, connections: string) => `served: ${served} of ${connections}, the rest never`,
  expected: "as expected",
  unexpected: "not as expected",
  servedAt: (server: string, served: string, connections: string) =>
    `${server} serves ${served} of ${connections}`,
  autocannonAnswer: (each: string) => `Asked by autocannon, over connections that stay, ${each}.`,
  experiments: {
    a: "the server starts",
    b: "one command-line client",
    c: "two command-line clients",
    d: "one browser",
    e: "two browsers",
    f: "a command-line client, then a browser",
    g: "a file that is missing",
  } satisfies Record<Letter, string>,
  sights: {
    started: "it starts, and logs who connects",
    "not-logged": "it starts, but does not log who connects (with the port)",
    answered: "the client is answered",
    shown: "the page is shown",
    "second-waits": "the first is answered; the second connects and gets nothing",
    "both-answered": "both are answered",
    "not-found": "404 Not Found",
    "no-answer": "no answer",
    "wrong-answer": "another answer",
    inconclusive: "the trials disagree",
  } satisfies Record<Sight, string>,
  facts: {
    logged: "it logged client 1",
    notLogged: (port: string) => `no line of its log has the port of client 1, ${port}`,
    disagree: (agreeing: string, trials: string) => `only ${agreeing} of ${trials} trials agree`,
    answered: (time: string) => `answered in ${time}`,
    status: (status: string, time: string) => `${status} in ${time}`,
    shown: (time: string) => `page shown after ${time}`,
    empty: (time: string) => `an answer after ${time}, but no text is shown`,
    waited: (who: string, time: string, whom: string) => `${who} waited ${time} for ${whom}`,
    where: {
      "accept queue": (waited: string) => `${waited}, in the accept queue`,
      server: (waited: string) => `${waited}, in the server`,
      outside: (waited: string) => `${waited}, outside the full accept queue`,
    },
    answeredAfter: (waited: string, time: string) => `${waited}; answered ${time} after it left`,
    shownAfter: (waited: string, time: string) => `${waited}; page shown ${time} after it left`,
    answeredMeanwhile: (who: string, time: string, whom: string) =>
      `${who} was answered in ${time} while ${whom} stayed`,
    shownMeanwhile: (who: string, time: string, whom: string) =>
      `${who} showed the page after ${time} while ${whom} stayed`,
    became: (who: string, outcome: string) => `${who}: ${outcome}`,
  },
};
