import { describe, expect, test } from "vitest";
import type { Settled } from "./keyboard-driver.js";
import { enter } from "./questions.js";

const address = { host: "127.0.0.1", port: 40_123 };

/** What a client that asks this, one after the other, is told, and what it is understood to have asked. */
async function told(prompts: string[], settled: (asked: number) => Settled = () => "keyboard") {
  const typed: string[] = [];
  const client = {
    settled: async (condition: () => boolean) => {
      expect(condition()).toBe(false); // nobody knows beforehand when it has asked
      return settled(typed.length);
    },
    get prompt() {
      return prompts[typed.length] ?? "";
    },
    type: (text: string) => void typed.push(text),
  };
  const asked = await enter(client, "page.html", address);
  return { asked, typed };
}

describe("a client that asks for a file is told the file at once", () => {
  test.each([
    "Isi nama file (atau 'exit'): ",
    "File: ",
    "Nama berkas di server: ",
    "Enter the page on host 127.0.0.1 port 40123: ",
    "Masukkan halaman dari server: ",
    "URL of the server: ",
    "GET method, file: ",
    "Masukkan nama (metode GET): ",
    "path? ",
    "> ",
    ">",
    "ftp>  ",
    "",
    "   ",
  ])("%j", async (prompt) => {
    expect(await told([prompt])).toEqual({ asked: [], typed: ["page.html"] });
  });
});

describe("a client that asks for something else first is told that", () => {
  test.each([
    ["host", "Host: ", "127.0.0.1"],
    ["host", "Masukkan alamat: ", "127.0.0.1"],
    ["host", "Server address? ", "127.0.0.1"],
    ["host", "IP: ", "127.0.0.1"],
    ["host", "hostname = ", "127.0.0.1"],
    ["port", "Port: ", "40123"],
    ["port", "Server port: ", "40123"],
    ["method", "Method: ", "GET"],
    ["method", "Metode: ", "GET"],
    ["again", "Again? (y/n) ", "y"],
    ["again", "Lagi [yes/no]: ", "y"],
    ["again", "Lanjut? (y/t) ", "y"],
    ["again", "Lagi (y/tidak)? ", "y"],
    ["again", "Lagi file lain? (ya/tidak): ", "ya"],
    ["again", "Lagi? [ya/tidak] ", "ya"],
    ["again", "Another file? [Y/N] ", "y"],
  ] as const)("%s: %j", async (question, prompt, answer) => {
    expect(await told([prompt, "File: "])).toEqual({ asked: [question], typed: [answer, "page.html"] });
  });

  test("one after the other, and then the file", async () => {
    expect(await told(["Host: ", "Port: ", "Method: ", "File: "])).toEqual({
      asked: ["host", "port", "method"],
      typed: ["127.0.0.1", "40123", "GET", "page.html"],
    });
  });

  test("but not for ever", async () => {
    const { asked, typed } = await told(Array(20).fill("Port: "));
    expect(asked).toHaveLength(6);
    expect(typed).toEqual([...Array(6).fill("40123"), "page.html"]);
  });
});

test.each(["1 > 2? ", "Password: ", "Choose 1-3: ", "report: ", "clip: "])(
  "what nobody here knows is strange, and told the file: %j",
  async (prompt) => {
    expect(await told([prompt])).toEqual({ asked: ["strange"], typed: ["page.html"] });
  },
);

test("a line that is too long for a question asks nothing", async () => {
  const long = (length: number) => "Port: ".padStart(length, "x ");
  expect(await told([long(200), ""])).toMatchObject({ asked: ["port"] });
  expect(await told([long(201), ""])).toEqual({ asked: [], typed: ["page.html"] });
});

test("one that has ended is told nothing more", async () => {
  expect(await told(["Port: "], () => "ended")).toEqual({ asked: [], typed: [] });
  expect(await told(["Port: ", "File: "], (typed) => (typed === 0 ? "quiet" : "ended"))).toEqual({
    asked: ["port"],
    typed: ["40123"],
  });
});

test("one that prints without end asks nothing, and is told the file", async () => {
  expect(await told(["Port: "], () => "late")).toEqual({ asked: [], typed: ["page.html"] });
});
