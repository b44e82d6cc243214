import { expect, test } from "vitest";
import type { Told } from "../submission/finding/choose.js";
import type { Program } from "../submission/programs.js";
import { wordsTold } from "./source.js";

test.each<[string, Told, number]>([
  ["exec ruby app.rb client", { by: "mode", mode: "client" }, 1],
  ["exec python3 app.py --client", { by: "mode", mode: "--client" }, 0],
  ["ruby app.rb client", { by: "manifest" }, 1],
  ["cd src && python3 server.py 8080 www", { by: "manifest" }, 2],
  ["python3 server.py --port 8080", { by: "manifest" }, 0],
  ["python3 server.py > log.txt", { by: "command" }, 0],
  ["exec python3 client.py", { by: "name" }, 0],
  ["./web", { by: "manifest" }, 0],
])("%s tells its program so many words already", (run, told, words) => {
  expect(wordsTold({ run, told } as Program)).toBe(words);
});
