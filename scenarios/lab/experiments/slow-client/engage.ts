// Brings a slow client so far that the server has to do with it, and says what the kernel knows of that.

import { type Client, heard } from "../../../../clients/client.js";
import type { SlowClient } from "../../../../clients/slow.js";
import type { SlowEvidence } from "../../../../results/result.js";
import type { Observer } from "../../observe/observer.js";
import type { Question } from "../../observe/question.js";
import { NotHeld, untilFull } from "../../trial/holding.js";

/** Resolves when the slow client has begun and the server waits for it, or attends to others. Throws NotHeld. */
export async function engage(
  guest: SlowClient,
  slow: "sends" | "reads",
  observer: Observer,
  question: Question,
  patienceMs: number,
): Promise<void> {
  const { client } = guest;
  await guest.begin(question.silenceMs);
  if (client.ending !== null) throw new NotHeld("refused");
  // Some servers answer as soon as anything has come, in their own time.
  if (slow === "sends") await client.until(() => heard(client), patienceMs);
  if (slow === "reads") await untilFull(client, observer, question);
  await observer.atRest();
  if (!observer.stays(client)) throw new NotHeld("closed");
  if (slow === "sends" && client.answered) throw new NotHeld("answered");
}

/** The kernel's word on the slow client's connection; null: this system can't say, or the connection is gone. */
export function evidenceOf(client: Client, observer: Observer): SlowEvidence | null {
  const connection = observer.connection(client);
  if (connection === null) return null;
  const { accepted, unreadBytes, unsentBytes, inode } = connection;
  const thread = observer.threads().find(({ socketInode }) => inode !== 0 && socketInode === inode);
  const waitsFor = thread?.waitsFor;
  return {
    accepted,
    unreadBytes,
    unsentBytes,
    waitsFor: waitsFor === "bytes" || waitsFor === "room to send" ? waitsFor : null,
  };
}
