// The scenario slow-client.

export const slowClient = {
  title: "How the others fare beside a slow client",
  heads: {
    slow: "slow client",
    rate: "requests/s of the others",
    times: "compared with none (times)",
    half: "50 % within (ms)",
    ninetyNine: "99 % (ms)",
    served: "served",
    kernel: "the kernel on the slow client's connection",
  },
  ways: { none: "none", sends: "sends slowly", reads: "reads slowly" },
  while: { sends: "While one client sends a byte a second", reads: "While one client reads a byte a second" },
  why: {
    closed: "not tried: the server closes such a connection",
    refused: "not tried: refused",
    answered: "not tried: the server answers before the request has come",
    "not large": "not tried: no large file (see --large)",
  },
  kernel: {
    queued: "in the accept queue",
    bytes: "a thread waits for its bytes",
    room: (kib: string) => `a thread waits to send; ${kib} KiB are not sent yet`,
    unsent: (kib: string) => `no thread waits for it; ${kib} KiB are not sent yet`,
    nobody: "no thread waits for it",
  },
  picturesTitle: "Without a slow client, and with one",
  under:
    "A point at 0 is a server that one slow client stops. Where nobody is served there is no wait to draw.",
  pictures: {
    rate: "Requests of the other clients that were answered in a second.",
    wait: "99 of 100 answers to the others came within so many milliseconds.",
  },
  stopped: (servers: string) => `One slow client stops the service for everybody else: ${servers}.`,
  noneStopped: (servers: string) => `One slow client stops nobody else: ${servers}.`,
  some: (stopped: string, going: string) =>
    `One slow client stops the service for everybody else at ${stopped}, but not at ${going}.`,
  nobody: (when: string) => `${when}, nobody else is served.`,
  same: (when: string, times: string, wait: string) =>
    `${when}, these rounds show no difference to the others: they are served ${times} times as much as without it, 99 of 100 within ${wait}.`,
  others: (when: string, times: string, wait: string) =>
    `${when}, the others are served ${times} times as much as without it, 99 of 100 within ${wait}.`,
  notTried: (when: string, why: string) => `${when}: ${why}.`,
  decided: [
    "Some clients come, ask once and leave, again and again, each as soon as it is answered. When the server gets no faster, they are measured three times in turn: without a slow client, beside one that sends its request a byte a second, and beside one that reads a large file a byte a second. The order changes from round to round.",
    "The slow client is confirmed first: its first byte has been sent, or its unread answer fills every buffer between the server and itself.",
    "Served is how many of the others got an answer at all. How many times as much they got as without the slow client is told from rounds that were measured one after the other: the median of their ratios, and the range. It need not be the quotient of the figures in the table, which are medians of their own. Blocks: beside a slow client nobody else was served.",
    "The kernel says whether a thread of the server blocks on the slow client's very connection, and how much the server has sent that the client has not taken.",
  ],
};
