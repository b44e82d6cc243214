// A chart as data: what it shows, in figures and in words. How it is drawn is said in drawing/.

/** One server's line. `low` and `high`: the range of the rounds, where it is known. */
export interface Curve {
  name: string;
  points: { x: number; y: number; low?: number; high?: number }[];
}

export interface Chart {
  title: string;
  /** What the picture shows, in words: for those who can't see it. */
  said: string;
  /** What the axes count. */
  x: string;
  y: string;
  curves: Curve[];
}
