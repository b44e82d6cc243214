import { describe, expect, test } from "vitest";
import { shownIn } from "./shown.js";

const usual = { text: "Client siap\nNama file: isi halaman\nSelesai\n", prompts: ["Nama file: "] };
const inTurn = (turn: string) =>
  shownIn({ turn, all: `${usual.text}${turn}`, late: false, word: "qwxz" }, usual, []).shown;
const atTheEnd = (all: string) => shownIn({ turn: "", all, late: true, word: "qwxz" }, usual, []).shown;

describe("a 404 is shown", () => {
  test("where the page that says so is, wherever that was printed", () => {
    expect(inTurn("<h1>qwxz</h1>\n")).toBe("yes");
    expect(shownIn({ turn: "", all: "x qwxz\n", late: false, word: "qwxz" }, usual, []).shown).toBe("yes");
  });

  test("where its number is, in its turn", () => {
    expect(inTurn("HTTP/1.1 404\n")).toBe("yes");
    expect(inTurn("1404\n")).toBe("no");
    const before = shownIn({ turn: "", all: "port 404\n", late: false, word: "qwxz" }, usual, []);
    expect(before.shown).toBe("no");
  });

  test.each([
    "File not found",
    "No such file",
    "It doesn't exist",
    "The page does not exist.",
    "File tidak ditemukan",
    "Berkas tidak ada",
    "halaman tak dapat ditemukan",
    "nggak bisa temukan",
    "gak ketemu",
    "tdk tersedia",
    "nggak ada",
    "The page is not available",
    "Unavailable",
    "Gagal mengambil halaman",
  ])("in the client's own words: %s", (words) => {
    expect(inTurn(`Nama file: ${words}\n`)).toBe("yes");
  });

  test("perhaps, where something else is new that only a human understands", () => {
    expect(inTurn("Waduh\n")).toBe("perhaps");
  });

  test("not where nothing is new, or a runtime says where an error came from", () => {
    expect(inTurn("Nama file: isi halaman\n")).toBe("no");
    expect(inTurn('Traceback (most recent call last):\n  File "c.py", line 1\nValueError: not found\n')).toBe(
      "no",
    );
  });
});

describe("where all is printed only at the end, a 404 is shown", () => {
  test("by its number or its page", () => {
    expect(atTheEnd("page\n404\n")).toBe("yes");
    expect(atTheEnd("page\nqwxz\n")).toBe("yes");
  });

  test("by words that are there once: what is printed twice is printed of every page", () => {
    expect(atTheEnd("page\nnot found\npage\n")).toBe("yes");
    expect(atTheEnd("not found?\nnot found?\n")).toBe("no");
    expect(atTheEnd("page\nWaduh\n")).toBe("no");
  });
});
