import { describe, expect, test } from "vitest";
import { chosen, menuIn, type Wish } from "./menu.js";

const keys = (printed: string) => menuIn(printed).map(({ key }) => key);
const choose = (printed: string, wish: Wish) => chosen(menuIn(printed), wish);

describe("a menu", () => {
  test.each([
    ["1. Minta file\n2. Keluar\nPilihan: ", ["1", "2"]],
    ["[1] Connect\n[2] Request a page\n[0] Exit\n> ", ["1", "2", "0"]],
    ["0) Exit\n1) Get\nChoice? ", ["0", "1"]],
    ["a) Ambil halaman\nb) Selesai\nPilih [a/b]: ", ["a", "b"]],
    ["| 1 - GET    |\n| 2 - Quit   |\n", ["1", "2"]],
    ["1. Old\n2. menu\n\n1: GET\n2: HEAD\n3: Exit\n", ["1", "2", "3"]],
  ])("has its entries: %j", (printed, entries) => {
    expect(keys(printed)).toEqual(entries);
  });

  test.each([
    "Nama file: ",
    "1. The only thing\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
    "port 1 - 5: ",
    "",
  ])("is not: %j", (printed) => {
    expect(keys(printed)).toEqual([]);
  });

  test.each([
    ["1. Minta file\n2. Keluar\n", "1", null, "2"],
    ["1. Exit\n2. Kirim permintaan\n", "2", null, "1"],
    ["[1] Connect to server\n[2] Request a page\n[0] Quit\n", "2", "1", "0"],
    ["1) Atur alamat server\n2) Unduh berkas\n3) Selesai\n", "2", "1", "3"],
    ["1. Satu\n2. Dua\n", "1", null, null],
  ])("%j is answered as is wished", (printed, ask, connect, leave) => {
    expect([choose(printed, "ask"), choose(printed, "connect"), choose(printed, "leave")]).toEqual([
      ask,
      connect,
      leave,
    ]);
  });
});
