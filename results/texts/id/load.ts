import type { Texts } from "../texts.js";

export const load: Texts["load"] = {
  title: "Jumlah permintaan dan waktu tunggu",
  kept: (connections) => `${connections}, dipertahankan`,
  fresh: (connections) => `${connections}, satu permintaan`,
  heads: {
    connections: "koneksi",
    rate: "permintaan/dtk",
    range: "rentang",
    p50: "50 % dalam (ms)",
    p99: "99 % dalam (ms)",
    served: "koneksi dilayani",
    fairness: "keadilan",
  },
  picturesTitle: "Semakin banyak koneksi",
  pictures: {
    rate: (kept) =>
      `Permintaan yang dijawab per detik, ${kept ? "koneksi dipertahankan" : "satu permintaan per koneksi"}.`,
    wait: (kept) =>
      `99 dari 100 jawaban tiba dalam sekian milidetik, ${kept ? "koneksi dipertahankan" : "satu permintaan per koneksi"}.`,
  },
  hidden:
    "Kalau server hanya melayani sebagian koneksinya, gambar ini hanya memperlihatkan yang dilayani: lihat kolom koneksi yang dilayani.",
  answerFresh: (most, each) => `Dari ${most} klien yang datang berulang kali, yang dilayani: ${each}.`,
  answer: (most, each) => `Dari ${most} koneksi yang tetap terbuka, yang dilayani: ${each}.`,
  decided: [
    "Semua server dijalankan, ditanya oleh klien yang sendirian, lalu dibebani selama satu detik yang tidak dihitung. Server Antre sendiri punya tempat untuk 511 koneksi di antrean accept, supaya bukan antreannya yang terukur.",
    "Klien beban, dalam prosesnya sendiri, mengirim permintaan sebanyak yang dijawab, lewat sejumlah koneksi. Hitungan dimulai ketika semua koneksi sudah dilayani, atau tidak ada lagi koneksi baru yang dilayani. Server bergiliran, dan urutannya berubah di setiap putaran.",
    "Setiap permintaan dihitung, koneksi demi koneksi: yang dikirim sama dengan yang selesai, yang gagal, dan yang masih di jalan pada akhirnya.",
    "Koneksi tanpa satu pun jawaban disebut telantar. Jumlah permintaan per detik saja tidak memperlihatkannya: server iteratif menjawab satu koneksi secepat mungkin, dan membiarkan yang lain menunggu.",
    "Keadilan adalah indeks Jain: 1 kalau semua koneksi mendapat jawaban sama banyak, 1/n kalau satu dari n mendapat semuanya.",
  ],
};
