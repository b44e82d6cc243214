import type { Texts } from "../texts.js";

export const cost: Texts["cost"] = {
  title: "Server selama sekian koneksi ditahan",
  shareTitle: "Bagian setiap koneksi yang ditahan",
  heads: {
    connections: "koneksi",
    held: "ditahan",
    threads: "thread",
    processes: "proses",
    memory: "memori (MiB)",
    kibibytes: "memori (KiB)",
    switches: "pergantian konteks",
    firstByte: "byte pertama klien baru (ms)",
    range: "rentang",
  },
  waits: "menunggu",
  picturesTitle: "Semakin banyak koneksi yang ditahan",
  under:
    "Kedua sumbu bertambah dengan perkalian. Garis yang naik adalah biaya yang bertambah dengan setiap koneksi; garis berakhir ketika server tidak dapat menahan lebih banyak.",
  pictures: {
    memory: "Memori server, menurut jumlah koneksi yang ditahannya.",
    threads: "Jumlah thread dari semua prosesnya, menurut jumlah koneksi yang ditahannya.",
    firstByte:
      "Seberapa cepat klien baru mendapat byte pertamanya, menurut jumlah koneksi yang sedang ditahan.",
  },
  answer: (each) => `Koneksi yang dapat ditahan: ${each}.`,
  holds: (server, held) => `${server} ${held}`,
  holdsAt: (server, held, size) => `${server} ${held} (masing-masing ${size})`,
  all: (held) => `semua ${held}`,
  limit: (held, connections) =>
    `Server ini tidak menahan ${connections} koneksi, melainkan ${held}: yang berikutnya harus menunggu, begitu pula setiap klien baru.`,
  tooFew: (held) =>
    `Dengan ${held} koneksi yang ditahan, biaya satu koneksi belum bisa dipastikan: memori program apa pun naik turun sebesar itu.`,
  each: (held, parts) => `Pada ${held} koneksi yang ditahan, setiap koneksi memakan ${parts}.`,
  ofMemory: (size) => `memori ${size}`,
  ofThreads: (count) => (count === "1" ? "satu thread" : `${count} thread`),
  ofProcesses: (count) => (count === "1" ? "satu proses" : `${count} proses`),
  ofSwitches: (count) => `pergantian konteks (untuk dibuka dan dilayani satu kali): ${count}`,
  newClient: (alone, held, time) =>
    `Klien baru mendapat byte pertamanya setelah ${alone} kalau tidak ada koneksi yang ditahan, dan setelah ${time} kalau ada ${held}.`,
  decided: [
    "Klien datang dua-dua, bertanya satu kali, dan tetap tinggal; server yang menutup koneksi setelah setiap jawaban ditahan oleh klien yang diam saja. Koneksi dianggap ditahan kalau kliennya sudah dijawab, atau sudah di-accept.",
    "Setelah semuanya ditahan atau server diam, kernel ditanyai jumlah thread, proses, dan memorinya. Memori di sini adalah proportional set size (PSS): yang dipakai bersama beberapa proses dibagi di antara mereka. Tanda ? berarti sistem tidak bisa mengatakannya.",
    "Pergantian konteks dihitung dari semua thread selama koneksi-koneksi itu dibuka dan masing-masing bertanya satu kali; sesudahnya, koneksi yang diam tidak memakan apa-apa.",
    "Lalu 20 klien baru datang satu per satu, masing-masing setelah yang sebelumnya pergi. Yang ditampilkan adalah median dari connect sampai byte pertama, dan rentangnya.",
    "Bagian setiap koneksi adalah selisih antara tanpa koneksi dan koneksi terbanyak yang ditahan, dibagi jumlahnya. Server yang menahan lebih sedikit daripada yang diminta bertanda !, dan tidak diminta menahan lebih banyak.",
  ],
};
