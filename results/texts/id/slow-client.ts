import type { Texts } from "../texts.js";

export const slowClient: Texts["slowClient"] = {
  title: "Yang dialami klien lain kalau ada satu klien lambat",
  heads: {
    slow: "klien lambat",
    rate: "permintaan per detik klien lain",
    times: "dibanding tanpa klien lambat (kali)",
    half: "50 % dalam (ms)",
    ninetyNine: "99 % (ms)",
    served: "dilayani",
    kernel: "keterangan kernel tentang koneksi klien lambat",
  },
  ways: { none: "tidak ada", sends: "lambat mengirim", reads: "lambat membaca" },
  while: {
    sends: "Selama satu klien mengirim satu byte per detik",
    reads: "Selama satu klien membaca satu byte per detik",
  },
  why: {
    closed: "tidak dicoba: server menutup koneksi seperti itu",
    refused: "tidak dicoba: ditolak",
    answered: "tidak dicoba: server menjawab sebelum permintaannya lengkap",
    "not large": "tidak dicoba: tidak ada file besar (lihat --large)",
  },
  kernel: {
    queued: "di antrean accept",
    bytes: "sebuah thread menunggu byte-nya",
    room: (kib) => `sebuah thread menunggu bisa mengirim; ${kib} KiB belum terkirim`,
    unsent: (kib) => `tidak ada thread yang menunggunya; ${kib} KiB belum terkirim`,
    nobody: "tidak ada thread yang menunggunya",
  },
  picturesTitle: "Tanpa klien lambat, dan dengan satu",
  under:
    "Titik di 0 berarti server terhenti oleh satu klien lambat. Kalau tidak ada yang dilayani, tidak ada waktu tunggu yang bisa digambar.",
  pictures: {
    rate: "Permintaan klien lain yang dijawab per detik.",
    wait: "99 dari 100 jawaban untuk klien lain tiba dalam sekian milidetik.",
  },
  stopped: (servers) => `Satu klien lambat menghentikan layanan bagi semua klien lain: ${servers}.`,
  noneStopped: (servers) => `Satu klien lambat tidak menghentikan klien lain: ${servers}.`,
  some: (stopped, going) =>
    `Satu klien lambat menghentikan layanan bagi semua klien lain di ${stopped}, tetapi tidak di ${going}.`,
  nobody: (when) => `${when}, tidak ada klien lain yang dilayani.`,
  same: (when, times, wait) =>
    `${when}, putaran-putaran ini tidak menunjukkan perbedaan bagi klien lain: mereka dilayani ${times} kali sebanyak tanpa klien itu, 99 dari 100 dalam ${wait}.`,
  others: (when, times, wait) =>
    `${when}, klien lain dilayani ${times} kali sebanyak tanpa klien itu, 99 dari 100 dalam ${wait}.`,
  notTried: (when, why) => `${when}: ${why}.`,
  decided: [
    "Beberapa klien berulang-ulang datang, mengirim satu permintaan, lalu pergi begitu dijawab. Setelah server tidak bertambah cepat lagi, mereka diukur dalam tiga keadaan secara bergiliran: tanpa klien lambat, bersama klien yang mengirim permintaannya satu byte per detik, dan bersama klien yang membaca file besar satu byte per detik. Urutannya berubah di setiap putaran.",
    "Keadaan klien lambat dipastikan dulu: byte pertamanya sudah dikirim, atau jawaban yang tidak dibacanya sudah memenuhi semua buffer antara server dan dirinya.",
    "Dilayani adalah berapa klien lain yang mendapat jawaban, walaupun hanya satu. Berapa kali dibanding tanpa klien lambat dihitung dari putaran yang diukur berurutan: median perbandingannya, dan rentangnya. Hasilnya tidak harus sama dengan hasil bagi angka di tabel, yang mediannya masing-masing. Memblokir: di samping klien lambat tidak ada klien lain yang dilayani.",
    "Kernel mengatakan apakah ada thread server yang sedang menunggu tepat pada koneksi klien lambat, dan berapa banyak yang sudah dikirim server tetapi belum diambil klien.",
  ],
};
