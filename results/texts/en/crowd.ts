// The scenario crowd.

export const crowd = {
  stayTitle: (stay: string) =>
    `How long the last client waits (ms), when all come at once and each stays ${stay} ms`,
  leaveTitle: "How long the last client waits (ms), when all come at once and each leaves with its answer",
  account: "What became of every crowd",
  heads: {
    clients: "clients",
    stay: "stay (ms)",
    first: "first (ms)",
    half: "50 % within (ms)",
    ninety: "90 % (ms)",
    last: "last (ms)",
    range: "range of the last",
    atOnce: "served at once",
    waiting: "not answered",
    lost: "lost",
    wrong: "wrong",
    turnedAway: "turned away at first",
    arrival: "all came within (ms)",
    cpu: "CPU % of the clients",
  },
  picturesTitle: "Larger and larger crowds",
  under:
    "Both axes of the first pictures are logarithmic: a straight line that rises is a wait that grows with every client. An arrow stands where nobody waited for the end.",
  stairs: (clients: string, stay: string) =>
    `The waits of ${clients} clients, each of which stays ${stay} ms, from the shortest to the longest. Each stair is a group that was served together.`,
  client: "clients, from the shortest wait to the longest",
  answer: (clients: string, stay: string, each: string) =>
    `When ${clients} clients come at once and stay ${stay} ms, the last one waits ${each}.`,
  nobody: (clients: string, servers: string) =>
    `Of ${clients} clients who came at once, nobody got what was asked for at ${servers}.`,
  waitsAt: (time: string, server: string) => `${time} at ${server}`,
  allAtOnce: (all: string) =>
    `All ${all} clients that were watched closely were served while nobody had left.`,
  someAtOnce: (some: string, all: string) =>
    `Of ${all} clients that were watched closely, so many were served while nobody had left: ${some}. Each of the others had to wait for somebody to leave.`,
  lastOf: (clients: string, stay: string, last: string, atOnce: string) =>
    `When ${clients} came at once and each stayed ${stay} ms, the last one had its first byte after ${last}; served at once, at the most: ${atOnce}.`,
  eachMore: (from: string, to: string, time: string) =>
    `From ${from} clients to ${to}, each one more makes the last one wait ${time} longer.`,
  decided: [
    "Ten clients are watched closely: they come at the same moment, ask, and stay until the server is at rest. A client that has no answer then can only be waiting for somebody to leave. Then each leaves when it has stayed 50 ms. Of several such trials, the timeline shows the one with the median time. Blocks: one of them had to wait for another to leave.",
    "Larger crowds come from a process of their own. All its clients call connect one right after the other, ask once, and leave after their stay, or at once; events, which has no limit of its own, gets a larger crowd than the others. Each wait is counted from the client's own connect to its first byte.",
    "Antre's own servers get the longest accept queue that the system allows, so that a crowd is not turned away at the door. A client that a full queue turns away comes again after a second or more: such crowds are marked *.",
    "A client that has no answer when the time is up is not waited for, and the crowd is marked !. Larger crowds are then left out.",
    "Short crowds are repeated. The figures are those of the round whose last client waited the median time; the range is that of all rounds.",
  ],
};
