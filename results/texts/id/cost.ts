import type { Texts } from "../texts.js";

export const cost: Texts["cost"] = {
  title: "Server selama sekian klien tetap terhubung",
  shareTitle: "Biaya satu koneksi",
  heads: {
    connections: "koneksi",
    held: "dilayani",
    threads: "thread",
    processes: "proses",
    memory: "memori (MiB)",
    kibibytes: "memori (KiB)",
    switches: "pergantian konteks",
    firstByte: "byte pertama klien baru (ms)",
    range: "rentang",
  },
  waits: "menunggu",
  picturesTitle: "Semakin banyak koneksi yang tetap terbuka",
  under:
    "Kedua sumbu berskala logaritmik. Garis yang naik adalah biaya yang bertambah dengan setiap koneksi; garis berakhir ketika server tidak dapat melayani lebih banyak.",
  pictures: {
    memory: "Memori server, menurut jumlah koneksi yang dilayaninya sekaligus.",
    threads: "Jumlah thread dari semua prosesnya, menurut jumlah koneksi yang dilayaninya sekaligus.",
    firstByte:
      "Seberapa cepat klien baru mendapat byte pertamanya, menurut jumlah koneksi yang tetap terbuka.",
  },
  answer: (each) => `Koneksi yang dilayani dan tetap terbuka: ${each}.`,
  holds: (server, held) => `${server} ${held}`,
  holdsAt: (server, held, size) => `${server} ${held} (masing-masing ${size})`,
  all: (held) => `semua ${held}`,
  limit: (held, connections) =>
    `Dari ${connections} koneksi, server ini hanya melayani ${held}: yang lain harus menunggu, begitu pula setiap klien baru.`,
  tooFew: (held) =>
    `Dari ${held} koneksi saja, biaya satu koneksi belum bisa dipastikan: memori program apa pun naik turun sebesar itu.`,
  each: (held, parts) => `Kalau ada ${held} koneksi yang tetap terbuka, masing-masing memakan ${parts}.`,
  ofNoMemory: "memori yang terlalu kecil untuk terlihat",
  ofMemory: (size) => `memori ${size}`,
  ofThreads: (count) => (count === "1" ? "satu thread" : `${count} thread`),
  ofProcesses: (count) => (count === "1" ? "satu proses" : `${count} proses`),
  ofSwitches: (count) => `pergantian konteks (untuk dibuka dan dilayani satu kali): ${count}`,
  newClientSame: (alone, held, time) =>
    `Klien baru tidak merasakan adanya ${held} klien lain yang tetap terhubung: byte pertamanya datang setelah ${time}, dan selisih sebesar itu juga ada kalau tidak ada klien lain (median ${alone}).`,
  newClient: (alone, held, time) =>
    `Klien baru mendapat byte pertamanya setelah ${alone} kalau tidak ada klien lain, dan setelah ${time} kalau ada ${held} yang tetap terhubung.`,
  decided: [
    "Klien datang dua demi dua, mengirim satu permintaan, dan tetap terhubung. Kalau server menutup koneksi setelah setiap jawaban, klien terhubung tanpa mengirim apa-apa. Koneksi dihitung sebagai dilayani kalau kliennya sudah dijawab, atau, kalau klien itu tidak mengirim apa-apa, sudah di-accept.",
    "Setelah semuanya dilayani, atau server diam, kernel ditanyai jumlah thread, proses, dan memorinya. Memori di sini adalah proportional set size (PSS): yang dipakai bersama beberapa proses dibagi di antara mereka. Tanda ? berarti sistem tidak dapat memberi tahu.",
    "Pergantian konteks dihitung dari semua thread selama koneksi-koneksi itu dibuka dan masing-masing mengirim satu permintaan; sesudahnya, koneksi yang diam tidak memakan apa-apa.",
    "Sebelum ada yang dihitung, klien baru berdatangan sampai server tidak bertambah cepat lagi. Setiap kali, 20 klien baru datang satu per satu, masing-masing setelah yang sebelumnya pergi. Yang ditampilkan adalah median dari connect sampai byte pertama, dan rentangnya.",
    "Biaya satu koneksi adalah selisih antara tanpa koneksi dan koneksi terbanyak yang dilayani, dibagi jumlahnya. Server yang melayani lebih sedikit daripada yang datang bertanda !, dan tidak dicoba dengan lebih banyak klien.",
  ],
};
