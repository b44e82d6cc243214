// How each scenario of one client, of two, or of a few comes to its answer.

const holds = [
  "Client 1 is brought into four situations, one after the other: it has its answer and stays; it has connected and says nothing; it has sent half a request; it does not read the large file that it has asked for. Each is made sure of before client 2 asks.",
  "Client 2 connects and asks. If an answer comes while client 1 is still there, client 2 does not have to wait. If none comes within a time that fits this server, and all of its threads are asleep, client 1 leaves.",
  "An answer then, and not before: in this situation client 2 has to wait for client 1.",
  "Not every server lets itself be brought into every situation: one closes after its answer, another answers half a request, a third has no large file. What could not be tried is not counted.",
  "Each situation is tried as often as --trials says. Of the trials that agree, the table shows the one with the median time.",
];

const model = [
  "Clients come one after the other, ask, and stay. Where the server closes after its answer, they connect and say nothing. After each of them, the threads and processes of the server are counted.",
  "The next one asks. If it has no answer within a time that fits this server, and all of the server's threads are asleep, it has to wait: as many as were there before are served at once. If nobody has to wait, it ends with 12 clients or, where the server has more threads, with one more than those; with 40 at the most.",
  "The first client leaves: does the one who waits have its answer now? The kernel says where it waited: not accepted yet, or inside the server.",
  "Threads that grow with the clients: a thread for each. Processes: a process for each. Neither, and one is served: one after the other. Neither, and several are served until one waits: a pool, of threads or of processes. Neither, and nobody waits: an event loop. Such a loop is tried once more with clients that have sent half a request, or nothing.",
  "It counts when it was seen twice in a row. Growth counts at once, where what had come with the clients goes with them. Where it stays, 33 clients are tried: a pool that starts its threads one by one grows, too, until it is full.",
];

/** Of several trials, only one can be drawn. */
const trials =
  "All this is done as often as --trials says. Of the trials that agree, the table and the timeline show the one with the median time.";

export const decided = {
  pair: [
    "Client 1 is in its place before client 2 asks: it has its answer and stays connected, and the server is at rest. Where a server closes after its answer, client 1 has connected and says nothing.",
    "Client 2 connects and sends its request. Connecting proves nothing: the kernel completes it before accept.",
    "Antre waits for an answer to client 2. If one comes while client 1 is still there, the server is concurrent. If none comes, client 1 leaves.",
    "An answer then, and not before: client 2 was blocked by client 1. How long Antre waits comes from how fast the same server answers a client that is alone.",
    trials,
  ],
  alone: [
    "One client connects and asks, and nobody else is there.",
    "The right status, and the whole of what was promised: the server answers. For a file that is not there, 404 is the right status. Another status, a part of an answer, or none within 5 seconds: failed.",
    "For a browser, it is also checked that its window shows the page's text.",
    trials,
  ],
  holds,
  model,
  limit: [
    "Clients come one after the other, ask, and stay. Where the server closes after its answer, they connect and say nothing.",
    "The next one asks. If it has no answer within a time that fits this server, and all of the server's threads are asleep, it has to wait: as many as were there before are served at once. If nobody has to wait, it ends with 12 clients or, where the server has more threads, with one more than those; with 40 at the most.",
    "The first client leaves. An answer then, and not before: the next one had to wait because all of them stayed.",
    "It counts when it was seen twice in a row.",
  ],
  backlog: [
    "Clients come one after the other, are answered, and stay, until the next one has no answer within a time that fits this server, and all of the server's threads are asleep: then nobody is accepted any more. Of an iterative server the first client is enough; of a pool, all of its workers are taken first. If all of 12 clients or more are served, there is no queue to be seen.",
    "If the one who waits was accepted, the server takes its clients in at once, and the queue cannot be filled. Otherwise more clients connect and ask, until two of them are not connected within 100 ms. So many stand in the queue; the kernel says the same.",
    "Client 1 leaves. The others are answered one after the other, and each leaves then. Those that stood in the queue waited for client 1; those that found it full waited until their own systems tried again.",
  ],
  zoo: [...model, ...holds],
  report: [
    "Each experiment is made with the kind of client that the report used: one on the command line, or a real browser with an empty profile. That a server logs its clients is read from what it writes: is the client's port there?",
    "A client that is alone is answered when it has the right status and the whole of what was promised; a browser shows the page when the page's text stands in its window.",
    "Where two ask, client 1 has its answer and stays, and the server is at rest, before client 2 asks. If an answer to client 2 comes while client 1 is still there, both are answered. If none comes within a time that fits this server, client 1 leaves.",
    "An answer then, and not before: the second client had to wait for the first. Where it waited, the kernel says.",
    "Reproduced means that Antre saw what the report saw. What could not be tried is not counted as reproduced.",
    "All this is done as often as --trials says. Of the trials that agree, the timeline, the times and the pictures are those of the one with the median time.",
    "autocannon, a benchmark tool, asks over connections that it keeps. The answers of each connection are counted.",
  ],
};
