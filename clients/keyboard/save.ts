// save NAME: the last answer's body becomes a file, byte for byte.

import { writeFile } from "node:fs/promises";
import { clean } from "../../results/words.js";
import type { Response } from "../response.js";
import type { UserMessages } from "./user-messages.js";

/** Writes the body to a new file and says so, or why not. A file that exists is left alone. */
export async function save(response: Response | null, file: string, voice: UserMessages): Promise<void> {
  const { say } = voice;
  if (response === null) return voice.note(say.nothingToSave);
  if (file === "") return voice.note(say.saveAs);
  try {
    await writeFile(file, Buffer.concat(response.body), { flag: "wx" });
    voice.note(say.saved(voice.bytes(response.bytes), clean(file)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    voice.note(say.cannotSave(code ?? message, clean(file)));
  }
}
