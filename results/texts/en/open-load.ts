// The scenario open-load.

export const openLoad = {
  title: "Requests at a fixed rate, and how long they take (ms)",
  account: "What each server could do, and what became of all that was planned",
  heads: {
    percent: "% of its capacity",
    planned: "planned /s",
    answered: "answered /s",
    mean: "mean",
    range: "range",
    little: "mean, by Little",
    model: "mean, by the model",
    fromPlan: "99 %, from the plan",
    fromSend: "99 %, from sending",
    backlog: "left at the end",
    capacity: "capacity /s",
    lines: "connections",
    service: "alone (us)",
    variation: "variation",
    modelName: "model",
    inSystem: "in the system",
    plannedAll: "planned",
    completed: "completed",
    failed: "failed",
    unfinished: "unfinished",
    late: "client late (ms)",
    cpu: "CPU %, client / server",
  },
  models: { "D/G/1": "D/G/1", fluid: "fluid", none: "none" },
  picturesTitle: "Below, at and above what each server can do",
  under:
    "The first two pictures show the same requests. From the planned moment on, the wait for an answer to an earlier request counts; from the moment of sending it does not, and a server that cannot keep up looks good. In the third, the model is right where both figures are the same.",
  pictures: {
    fromPlan: "99 of 100 answers came within so many milliseconds of their planned moment.",
    fromSend: "99 of 100 answers came within so many milliseconds of the moment of sending.",
    model: "The mean that was seen, by the mean that the model says (ms).",
    same: "as the model says",
    distribution: (percent: string) =>
      `So many percent of the answers came within so many milliseconds of their planned moment, at ${percent} % of the capacity.`,
  },
  at: (time: string, server: string) => `${time} at ${server}`,
  answer: (percent: string, each: string) =>
    `At ${percent} % of what each server can do, 99 of 100 requests are answered within ${each}.`,
  can: (perSecond: string, lines: string, alone: string) =>
    `It can answer ${perSecond} requests in a second, connections that are served at once: ${lines}; a request that is alone takes ${alone}.`,
  keepsUp: (percent: string, seen: string) =>
    `At ${percent} % it keeps up: a request takes ${seen} on the average.`,
  keepsUpAs: (percent: string, seen: string, model: string) =>
    `At ${percent} % it keeps up: a request takes ${seen} on the average, where the model says ${model}.`,
  saturated: (percent: string, time: string, left: string, longest: string) =>
    `At ${percent} % it is saturated: its queue grows all the time. After ${time}, ${left} requests were left; the longest wait was ${longest}, and would be longer in a longer run.`,
  omitted: (fromSend: string, fromPlan: string) =>
    `Counted from the moment of sending, 99 of 100 seem to be answered within ${fromSend}; in truth it took ${fromPlan} from the moment when they should have been sent.`,
  decided: [
    "Each server is loaded until it gets no faster; that is not counted. What it can do is measured first, anew in each round. One connection shows how long a request takes alone, and how much that varies (standard deviation by mean). Ten show the capacity; only those count that the server serves at all. All of them ask again as soon as they are answered. The figures are those of the round with the median capacity, so that they belong together; the range is that of the mean in all rounds.",
    "Then requests are planned at fixed intervals, at so many percent of that. Each is sent at its moment over a free connection, or as soon as one is free. Its latency is counted from its planned moment to the end of its answer, so that a request that had to wait for an earlier answer shows its wait (no coordinated omission); beside it stands the latency from the moment of sending.",
    "Little's law: the mean latency is the number of requests in the system, averaged over time, divided by the rate at which they come. It holds where as many leave as come; above the capacity it says less than was seen, because those who are left at the end have not yet waited out their time.",
    "The model below the capacity is D/G/1: requests come at fixed intervals to one server that takes 1/capacity for each, with the measured variation (Kingman's formula), and then comes the service itself. It takes a server with several threads for one fast one, assumes that nothing else takes the processors, and holds in the long run.",
    "Above the capacity it is a fluid: what comes and is not answered piles up, so that the mean wait is half of that of the last request. At the capacity itself there is no steady state, and nothing is predicted.",
    "A server is called saturated (!) when more than one in fifty of the planned requests is left at the end of the schedule in most rounds. The load client never sleeps, so that it keeps its schedule: it takes a processor, which a server of many threads may lack, and its CPU figure does not say that it could do no more. How late it was itself stands in the last table.",
  ],
};
