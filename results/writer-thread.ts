// The thread of writer.ts: loads what drawing needs at once, then writes what it is sent, one result at a time.

import { parentPort } from "node:worker_threads";
import "./drawing/poster.js";
import { writeResult } from "./formats.js";
import { texts } from "./texts/texts.js";
import type { WriteAnswer, WriteRequest } from "./writer.js";

parentPort!.on("message", async ({ result, folder, language, attachments }: WriteRequest) => {
  // Buffers arrive from another thread as plain bytes.
  const pictures = new Map([...attachments].map(([path, bytes]) => [path, Buffer.from(bytes)] as const));
  parentPort!.postMessage(
    await writeResult(result, folder, texts(language), pictures).then(
      (paths): WriteAnswer => ({ paths }),
      (error: Error): WriteAnswer => {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error; // a bug of ours
        return { failure: error.message };
      },
    ),
  );
});
