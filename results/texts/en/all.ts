// The scenario all.

export const all = {
  title: "What was found",
  answer: (some: string, tried: string) => `${some} of ${tried} scenarios came out as expected.`,
  heads: { scenario: "scenario", found: "what was found", state: "as expected" },
  states: {
    "as expected": "as expected",
    unexpected: "not as expected",
    "not carried out": "could not be carried out",
    "left out": "left out",
    failed: "failed",
  },
};
