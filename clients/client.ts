// A client as an experiment needs it, whether a socket or a browser: it asks, is seen to be answered or not, and leaves.

export interface Endpoint {
  /** An IP literal: a name might lead to ::1 as well as to 127.0.0.1. */
  address: string;
  port: number;
}

/** Milliseconds since this client began to connect, with microsecond resolution; null: it has not come to that. */
export interface ClientTimes {
  connectedMs: number | null;
  firstByteMs: number | null;
  lastByteMs: number | null;
  closedMs: number | null;
}

/** Who ended the connection. "refused": there never was one. "lost": it was reset, or broke otherwise. */
export type Ending = "client" | "server" | "refused" | "lost";

/** What a client got. */
export interface Answer {
  status: number;
  /** Body bytes so far. */
  bytes: number;
  /** All that was promised has come. */
  complete: boolean;
  /** Nothing but silence can tell its end: no length was promised, and the connection stays open. */
  openEnded?: boolean;
  /** What was wrong with it, in a few words of English; null: nothing. */
  broken: string | null;
}

export interface Client {
  readonly name: string;
  readonly kind: "tcp" | "browser";
  readonly endpoint: Endpoint;
  /** Which browser it is; none for a TCP client. */
  readonly browser?: { readonly name: string; readonly path: string };
  /** performance.now() when it began to connect; 0 before. */
  readonly startedAt: number;
  readonly times: ClientTimes;
  readonly ending: Ending | null;
  /** performance.now() when it was told to leave; null: it was not. From then on it hears nothing more. */
  readonly leftAt: number | null;
  /** The system's or the browser's name for what went wrong; null: nothing did. */
  readonly error: string | null;
  /** The port of its connection to the server; null while that isn't known. A browser has to be told what the kernel saw. */
  localPort: number | null;
  /** Its address, likewise: to 127.0.0.2 Linux connects from 127.0.0.1. */
  localAddress: string | null;
  /** What it got so far; null before the head of an answer has come. */
  readonly answer: Answer | null;
  /** All bytes that it got so far, whether they are HTTP or not; a browser does not say. */
  readonly received?: number;
  /** Has a sign of an answer come: a byte; for a browser, the head of the answer? */
  readonly answered: boolean;
  /** Only a browser shows anything: does the page's text stand in its document? */
  readonly shown?: boolean;

  /** Does what can be done before connecting: a browser is started, with an empty page. */
  prepare(): Promise<void>;
  /** Begins to connect, and asks for the path as soon as it can. */
  ask(path: string): void;
  /**
   * Resolves true as soon as the condition holds, looking whenever something happens to this client; false when the
   * time is up and everything that has arrived by then was looked at.
   */
  until(condition: () => boolean, timeoutMs: number): Promise<boolean>;
  /** Leaves politely. A server that does not close its side is not waited for. */
  leave(): Promise<void>;
  /** A picture of what it shows now, a PNG; null: none could be taken. Only a browser shows anything. */
  screenshot?(): Promise<Buffer | null>;
  /** Lets go of everything, whatever the server does. May be called at any time, and again. */
  destroy(): Promise<void>;
}

/** A sign of an answer has come, or none will. */
export const heard = (client: Client): boolean => client.answered || client.ending !== null;
