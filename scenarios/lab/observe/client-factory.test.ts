// Which browsers an experiment takes, where they are to be shut in.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ClientFactory, NoBrowser } from "./client-factory.js";

const path = process.env.PATH;
afterEach(() => (process.env.PATH = path));

test.skipIf(process.platform !== "linux")(
  "a browser that is a snap can't be shut in: there is none",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "antre-test-"));
    writeFileSync(join(folder, "firefox"), '#!/bin/sh\nexec /snap/bin/firefox "$@"\n');
    chmodSync(join(folder, "firefox"), 0o755);
    process.env.PATH = folder;
    const shelter = () => {
      throw new Error("it was to be shut in");
    };
    const asked = new ClientFactory([], shelter).ready(["browser"], ["client"], {
      address: "127.0.0.1",
      port: 1,
    });
    const error = await asked.catch((reason: unknown) => reason);
    rmSync(folder, { recursive: true });
    expect(error).toBeInstanceOf(NoBrowser);
    expect((error as NoBrowser).detail).toBeNull();
  },
);
