// The scenario load.

const all = (count: string) => (count === "2" ? "both" : `all ${count}`);
const never = (starved: string) => (starved === "1" ? "one never gets" : `${starved} never get`);

export const load = {
  title: "Throughput and waiting",
  account: "What became of everything that was sent",
  kept: (connections: string) => `${connections} staying`,
  fresh: (connections: string) => `${connections} new`,
  heads: {
    connections: "clients",
    rate: "requests/s",
    range: "range",
    p50: "50 % within (ms)",
    p90: "90 % (ms)",
    p99: "99 % (ms)",
    max: "all (ms)",
    served: "served",
    cpu: "CPU %, client / server",
    sent: "sent",
    completed: "completed",
    lost: "lost",
    timedOut: "timed out",
    not2xx: "not 2xx",
    wrong: "wrong",
    inFlight: "in flight",
    least: "least served",
    most: "most served",
    fairness: "fairness",
  },
  manyKept: {
    all: (count: string, rate: string, within: string) =>
      `It serves ${all(count)} connections that stay, with ${rate} requests a second; 99 of 100 are answered within ${within}.`,
    one: (rate: string, within: string) =>
      `It serves a connection that stays, with ${rate} requests a second; 99 of 100 are answered within ${within}.`,
    some: (served: string, count: string, rate: string, starved: string) =>
      `Of ${count} connections that stay it serves only ${served}, with ${rate} requests a second: ${never(starved)} an answer.`,
  },
  manyFresh: {
    all: (count: string, rate: string, within: string) =>
      `It serves ${all(count)} clients that come anew for each request, with ${rate} requests a second; 99 of 100 are answered within ${within}.`,
    one: (rate: string, within: string) =>
      `It serves a client that comes anew for each request, with ${rate} requests a second; 99 of 100 are answered within ${within}.`,
    some: (served: string, count: string, rate: string, starved: string) =>
      `Of ${count} clients that come anew for each request it serves only ${served}, with ${rate} requests a second: ${never(starved)} an answer.`,
  },
  uneven: (most: string, least: string) =>
    `It does not serve them evenly: one got ${most} answers, another ${least}.`,
  atKept: (connections: string) => `At ${connections} connections that stay`,
  atFresh: (connections: string) => `At ${connections} clients that come anew for each request`,
  onlySome: (server: string, served: string) => `${server} (only ${served} of them)`,
  times: (server: string, times: string) => `${server} serves ${times}`,
  compared: (where: string, base: string, each: string) => `${where}, ${each} times what ${base} does.`,
  clientBusy:
    "But the load client took nearly all of a processor there: much of this may be the load client's own speed.",
  picturesTitle: "More and more connections",
  connections: "connections",
  percentile: "so many percent of the answers",
  keptWords: "connections that stay",
  freshWords: "a new connection for each request",
  pictures: {
    rate: (how: string) => `Requests answered in a second, ${how}.`,
    wait: (how: string) => `99 of 100 answers came within so many milliseconds, ${how}.`,
    distribution: (connections: string, how: string) =>
      `So many percent of the answers came within so many milliseconds, at ${connections} connections, ${how}.`,
  },
  under:
    "Of a server that serves only some of its connections, these pictures show the served ones alone: such points are marked !, and the table says how many were served.",
  answer: (most: string, each: string) => `Of ${most} connections that stay, so many are served: ${each}.`,
  answerFresh: (most: string, each: string) =>
    `Of ${most} clients that come again and again, so many are served: ${each}.`,
  decided: [
    "Each server is started, asked by a client that is alone, and loaded until it gets no faster; that is not counted. Antre's own have room for 511 connections in the accept queue, so that it is not the queue that is measured.",
    "The load client is a process of its own. Connections that stay are autocannon's; Antre's own client makes a new connection for each request, and does autocannon's part where a server does not say how long its answers are (marked *).",
    "Each connection asks once. When all are served, or the kernel says that the server is at rest, the load begins: each asks again as soon as it is answered. The first tenth of a second is not counted. Servers take turns, and their order changes from round to round; the figures are those of the round with the median throughput, the range is that of all rounds. How many times one serves what another does is the median of the rounds' ratios, which need not be the quotient of two figures in the table.",
    "A latency is the time from a request (of a client that comes anew: from its connect) to the end of its answer, in a histogram of microseconds. Every request is accounted for, connection by connection: sent is what was completed, what failed, and what was on its way at the end. Wrong is an answer whose body has another length than that of a client that is alone. 100 Continue is no answer, and an answer that nobody has asked for counts nowhere.",
    "A connection without a single answer is starved (marked !). The throughput alone would not show it: an iterative server answers one connection as fast as it can, and lets the others wait. An error is an answer, too: who gets one is not starved. Fairness is Jain's index: 1 when all connections got as many answers, 1/n when one of n got them all. Blocks: of the fewest connections beyond one, only one is served. Concurrent: more than one are.",
    "Processor time is given in percent of one processor: of the load client, whose work is done by one thread, so that it can do no more near 100, and of the server.",
  ],
};
