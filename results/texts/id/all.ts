import type { Texts } from "../texts.js";

export const all: Texts["all"] = {
  title: "Yang ditemukan",
  answer: (some, tried) => `${some} dari ${tried} skenario hasilnya sesuai dugaan.`,
  heads: { scenario: "skenario", found: "yang ditemukan", state: "sesuai dugaan" },
  states: {
    "as expected": "sesuai dugaan",
    unexpected: "tidak sesuai dugaan",
    "not carried out": "tidak dapat dijalankan",
    "left out": "dilewati",
    failed: "gagal",
  },
};
