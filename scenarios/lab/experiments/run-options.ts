// What a run is told, and what it comes to.

import type { Attachments, Result, ServerResult } from "../../../results/result.js";
import type { Levels } from "../../scenario.js";
import type { ServerProgram } from "../../servers.js";
import type { Paths } from "../subject/server-under-test.js";

export interface Run {
  result: Result;
  attachments: Attachments;
}

export interface RunOptions extends Paths {
  programs: ServerProgram[];
  trials: number;
  /** The sizes that the user has named, where the scenario goes through several; otherwise it has its own. */
  levels?: Levels;
  /** Is this one of several scenarios that are run together? */
  partOfMore?: boolean;
  /** Called before each server's turn. */
  progress: (scenario: string, server: string) => void;
  /** Called within a turn that takes long, with how far it has come: a number of clients. */
  doing?: (clients: string) => void;
  /** Called before each of a server's trials. */
  trying?: Trying;
}

/** Is told which trial of how many is made now, counted from 1. */
export type Trying = (trial: number, all: number) => void;

/** What an experiment found, with the pictures that belong to it by their path beside the result. */
export interface ExperimentResult {
  server: ServerResult;
  pictures: Map<string, Buffer>;
}
