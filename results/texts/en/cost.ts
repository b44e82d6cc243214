// The scenario cost.

export const cost = {
  title: "The server while so many connections are held",
  shareTitle: "What falls to each held connection",
  heads: {
    connections: "connections",
    held: "held",
    threads: "threads",
    processes: "processes",
    memory: "memory (MiB)",
    kibibytes: "memory (KiB)",
    switches: "context switches",
    firstByte: "new client's first byte (ms)",
    range: "range",
  },
  waits: "waits",
  picturesTitle: "More and more held connections",
  under:
    "Both axes grow by factors. A line that rises is a cost that grows with every connection; it ends where the server holds no more.",
  pictures: {
    memory: "Memory of the server, by the connections that it holds.",
    threads: "Threads of all its processes, by the connections that it holds.",
    firstByte: "How soon a new client has its first byte, by the connections that are held meanwhile.",
  },
  answer: (each: string) => `So many connections are held: ${each}.`,
  holds: (server: string, held: string) => `${server} ${held}`,
  holdsAt: (server: string, held: string, size: string) => `${server} ${held} (${size} each)`,
  all: (held: string) => `all ${held}`,
  limit: (held: string, connections: string) =>
    `It does not hold ${connections} connections, but ${held}: the next ones have to wait, and so has every new client.`,
  tooFew: (held: string) =>
    `Held by ${held}, it cannot be told what one costs: the memory of any program comes and goes by as much.`,
  each: (held: string, parts: string) => `At ${held} held connections, each costs ${parts}.`,
  ofMemory: (size: string) => `${size} of memory`,
  ofThreads: (count: string) => (count === "1" ? "a thread" : `${count} threads`),
  ofProcesses: (count: string) => (count === "1" ? "a process" : `${count} processes`),
  ofSwitches: (count: string) => `context switches (to set it up and serve it once): ${count}`,
  newClient: (alone: string, held: string, time: string) =>
    `A new client has its first byte after ${alone} with no other held, and after ${time} with ${held} held.`,
  decided: [
    "Clients connect two by two, ask once, and stay; a server that closes after each answer is held by clients that say nothing. A connection counts as held when its client has been answered, or was accepted.",
    "When all are held or the server is at rest, the kernel is asked for its threads, its processes and its memory. Memory is the proportional set size (PSS): what several processes share is divided among them. A ? stands where the system cannot say.",
    "Context switches are those of all its threads while these connections were made and asked once each; later, connections at rest cost none.",
    "Then 20 new clients come, one after the other, each when the one before has left. What is shown is the median from connect to first byte, and the range.",
    "What falls to each connection is the difference between none and the most that were held, divided by their number. A server that holds fewer than it was asked for is marked !, and is not asked for more.",
  ],
};
