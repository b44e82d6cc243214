// The scenario cost.

export const cost = {
  title: "The server while so many clients stay connected",
  shareTitle: "What one connection costs",
  heads: {
    connections: "connections",
    held: "served",
    threads: "threads",
    processes: "processes",
    memory: "memory (MiB)",
    kibibytes: "memory (KiB)",
    switches: "context switches",
    firstByte: "new client's first byte (ms)",
    range: "range",
  },
  waits: "waits",
  picturesTitle: "More and more connections that stay",
  under:
    "Both axes are logarithmic. A line that rises is a cost that grows with every connection; it ends where the server serves no more.",
  pictures: {
    memory: "Memory of the server, by the connections that it serves at once.",
    threads: "Threads of all its processes, by the connections that it serves at once.",
    firstByte: "How soon a new client has its first byte, by the connections that stay meanwhile.",
  },
  answer: (each: string) => `Connections that are served and stay: ${each}.`,
  holds: (server: string, held: string) => `${server} ${held}`,
  holdsAt: (server: string, held: string, size: string) => `${server} ${held} (${size} each)`,
  all: (held: string) => `all ${held}`,
  limit: (held: string, connections: string) =>
    `Of ${connections} connections it serves only ${held}: the others have to wait, and so does every new client.`,
  tooFew: (held: string) =>
    `${held} is too few to tell what one connection costs: the memory of any program comes and goes by as much.`,
  each: (held: string, parts: string) => `At ${held} connections that stay, each costs ${parts}.`,
  ofNoMemory: "less memory than can be told",
  ofMemory: (size: string) => `${size} of memory`,
  ofThreads: (count: string) => (count === "1" ? "a thread" : `${count} threads`),
  ofProcesses: (count: string) => (count === "1" ? "a process" : `${count} processes`),
  ofSwitches: (count: string) => `context switches (to set it up and serve it once): ${count}`,
  newClientSame: (alone: string, held: string, time: string) =>
    `A new client notices nothing of ${held} others who stay: it has its first byte after ${time}, and that differs as much when nobody else is there (median ${alone}).`,
  newClient: (alone: string, held: string, time: string) =>
    `A new client has its first byte after ${alone} when nobody else is there, and after ${time} when ${held} others stay.`,
  decided: [
    "Clients come two by two, ask once, and stay. Where a server closes after each answer, they connect and say nothing. A connection counts as served when its client has its answer, or, of a client that says nothing, when it was accepted.",
    "When all are served, or the server is at rest, the kernel is asked for its threads, its processes and its memory. Memory is the proportional set size (PSS): what several processes share is divided among them. A ? stands where the system cannot say.",
    "Context switches are those of all its threads while these connections were made and asked once each; later, connections at rest cost none.",
    "Before anything is counted, new clients come until the server gets no faster. Each time 20 new clients come, one after the other, each when the one before has left. What is shown is the median from connect to first byte, and the range.",
    "What one connection costs is the difference between none and the most that were served, divided by their number. A server that serves fewer than came is marked !, and is not tried with more.",
  ],
};
