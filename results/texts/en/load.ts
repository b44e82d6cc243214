// The scenario load.

export const load = {
  title: "Throughput and waiting",
  kept: (connections: string) => `${connections}, kept`,
  fresh: (connections: string) => `${connections}, one request each`,
  heads: {
    connections: "connections",
    rate: "requests/s",
    range: "range",
    p50: "half within (ms)",
    p99: "99 % within (ms)",
    served: "connections served",
    fairness: "fairness",
  },
  picturesTitle: "More and more connections",
  pictures: {
    rate: (kept: boolean) =>
      `Requests answered in a second, ${kept ? "connections kept" : "one request per connection"}.`,
    wait: (kept: boolean) =>
      `99 of 100 answers came within so many milliseconds, ${kept ? "connections kept" : "one request per connection"}.`,
  },
  hidden:
    "Of a server that serves only some of its connections, these pictures show the served ones alone: look at the column with the connections served.",
  answer: (most: string, each: string) => `Of ${most} connections that stay, so many are served: ${each}.`,
  answerFresh: (most: string, each: string) =>
    `Of ${most} clients that come again and again, so many are served: ${each}.`,
  decided: [
    "All servers are started, asked by a client that is alone, and loaded for a second that is not counted. Antre's own have room for 511 connections in the accept queue, so that it is not the queue that is measured.",
    "A load client in a process of its own sends as many requests as are answered, over so many connections. It counts from the moment when every connection is served, or none is any more that was not before. Servers take turns, and the order changes from round to round.",
    "Every request is accounted for, connection by connection: sent is what was completed, what failed, and what was on its way at the end.",
    "A connection without a single answer is starved. The throughput alone would not show it: an iterative server answers one connection as fast as it can, and lets the others wait.",
    "Fairness is Jain's index: 1 when all connections got as many answers, 1/n when one of n got them all.",
  ],
};
