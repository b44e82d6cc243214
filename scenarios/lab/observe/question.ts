// What a client asks in an experiment, and how long an answer may take at the most.

export interface Question {
  path: string;
  /** It is known not to be there: how the server says so is what is asked. */
  missing: boolean;
  /** A file that is larger than every buffer on the way, for a client that asks and does not read. */
  largePath: string;
  /** When nothing at all has come for so long, and the server is not at work, it is called silent. */
  silenceMs: number;
  /** When nothing has come so long after the release, and the patience on top, what held the server was not the holder. */
  releaseMs: number;
  /** A server that is always at work has filled every buffer with a large answer within this time, or it is not large. */
  fillMs: number;
  /** A server that has come to rest goes on within this time, or it has done all. */
  idleMs: number;
  /** A browser that has its answer shows it within this time, or not at all. */
  showMs: number;
  /** Its replies are no HTTP, and only silence tells their end. */
  endsBySilence: boolean;
  /** When a body has no stated end and nothing more has come for so long, it is taken as whole. */
  quietMs: number;
}

export const question = (path: string, largePath: string): Question => ({
  path,
  missing: false,
  endsBySilence: false,
  largePath,
  silenceMs: 5000,
  releaseMs: 2000,
  fillMs: 20_000,
  idleMs: 1000,
  showMs: 3000,
  quietMs: 20,
});
