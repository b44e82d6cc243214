import type { Texts } from "../texts.js";

export const load: Texts["load"] = {
  title: "Jumlah permintaan dan waktu tunggu",
  account: "Hasil semua permintaan yang dikirim",
  kept: (connections) => `${connections} tetap`,
  fresh: (connections) => `${connections} baru`,
  heads: {
    connections: "klien",
    rate: "permintaan per detik",
    range: "rentang",
    p50: "50 % dalam (ms)",
    p90: "90 % (ms)",
    p99: "99 % (ms)",
    max: "semua (ms)",
    served: "dilayani",
    cpu: "CPU %, klien / server",
    sent: "dikirim",
    completed: "selesai",
    lost: "terputus",
    timedOut: "kehabisan waktu",
    not2xx: "bukan 2xx",
    wrong: "salah",
    inFlight: "belum dijawab",
    least: "paling sedikit dilayani",
    most: "paling banyak dilayani",
    fairness: "keadilan",
  },
  manyKept: {
    all: (count, rate, within) =>
      `Server ini melayani semua ${count} koneksi yang tetap terbuka, sebanyak ${rate} permintaan per detik; 99 dari 100 dijawab dalam ${within}.`,
    one: (rate, within) =>
      `Server ini melayani satu koneksi yang tetap terbuka, sebanyak ${rate} permintaan per detik; 99 dari 100 dijawab dalam ${within}.`,
    some: (served, count, rate, starved) =>
      `Dari ${count} koneksi yang tetap terbuka, server ini hanya melayani ${served}, sebanyak ${rate} permintaan per detik: ${starved} tidak pernah dijawab.`,
  },
  manyFresh: {
    all: (count, rate, within) =>
      `Server ini melayani semua ${count} klien yang datang baru untuk setiap permintaan, sebanyak ${rate} permintaan per detik; 99 dari 100 dijawab dalam ${within}.`,
    one: (rate, within) =>
      `Server ini melayani satu klien yang datang baru untuk setiap permintaan, sebanyak ${rate} permintaan per detik; 99 dari 100 dijawab dalam ${within}.`,
    some: (served, count, rate, starved) =>
      `Dari ${count} klien yang datang baru untuk setiap permintaan, server ini hanya melayani ${served}, sebanyak ${rate} permintaan per detik: ${starved} tidak pernah dijawab.`,
  },
  uneven: (most, least) =>
    `Pembagiannya tidak merata: ada yang mendapat ${most} jawaban, ada yang hanya ${least}.`,
  atKept: (connections) => `Pada ${connections} koneksi yang tetap terbuka`,
  atFresh: (connections) => `Pada ${connections} klien yang datang baru untuk setiap permintaan`,
  onlySome: (server, served) => `${server} (hanya ${served} di antaranya)`,
  times: (server, times) => `${server} melayani ${times}`,
  compared: (where, base, each) => `${where}, ${each} kali sebanyak ${base}.`,
  clientBusy:
    "Tetapi di situ klien beban memakai hampir seluruh waktu satu prosesor: bisa jadi ini lebih banyak menunjukkan kecepatan klien beban itu sendiri.",
  picturesTitle: "Semakin banyak koneksi",
  connections: "koneksi",
  percentile: "sekian persen jawaban",
  keptWords: "koneksi tetap terbuka",
  freshWords: "koneksi baru untuk setiap permintaan",
  pictures: {
    rate: (how) => `Permintaan yang dijawab per detik, ${how}.`,
    wait: (how) => `99 dari 100 jawaban tiba dalam sekian milidetik, ${how}.`,
    distribution: (connections, how) =>
      `Sekian persen jawaban tiba dalam sekian milidetik, pada ${connections} koneksi, ${how}.`,
  },
  under:
    "Kalau server hanya melayani sebagian koneksinya, gambar ini hanya memperlihatkan yang dilayani: titik seperti itu bertanda !, dan tabelnya menyebutkan berapa yang dilayani.",
  answerFresh: (most, each) => `Dari ${most} klien yang datang berulang kali, yang dilayani: ${each}.`,
  answer: (most, each) => `Dari ${most} koneksi yang tetap terbuka, yang dilayani: ${each}.`,
  decided: [
    "Semua server dijalankan, menjawab satu klien yang sendirian, lalu dibebani sampai tidak bertambah cepat lagi; bagian ini tidak dihitung. Server Antre sendiri punya tempat untuk 511 koneksi di antrean accept, supaya bukan antreannya yang terukur.",
    "Klien beban adalah proses tersendiri. Koneksi yang tetap terbuka adalah milik autocannon; klien Antre sendiri membuat koneksi baru untuk setiap permintaan, dan menggantikan autocannon kalau server tidak menyebutkan panjang jawabannya (bertanda *).",
    "Setiap koneksi mengirim satu permintaan. Setelah semua dilayani, atau kernel mengatakan bahwa server sudah diam, bebannya dimulai: setiap koneksi meminta lagi begitu dijawab. Sepersepuluh detik pertama tidak dihitung. Server bergiliran, dan urutannya berubah di setiap putaran; angkanya dari putaran dengan hasil tengah (median), rentangnya dari semua putaran. Berapa kali satu server melayani dibanding yang lain adalah median perbandingan setiap putaran, yang tidak harus sama dengan hasil bagi dua angka di tabel.",
    "Latensi adalah waktu dari permintaan (untuk klien yang datang baru: dari connect-nya) sampai akhir jawabannya, dicatat dalam histogram mikrodetik. Setiap permintaan dihitung, koneksi demi koneksi: yang dikirim sama dengan yang selesai, yang gagal, dan yang belum dijawab di akhir. Yang salah adalah jawaban yang panjang isinya berbeda dari jawaban untuk klien yang sendirian. 100 Continue bukan jawaban, dan jawaban yang tidak diminta tidak dihitung di mana pun.",
    "Koneksi tanpa satu pun jawaban disebut telantar (bertanda !). Jumlah permintaan per detik saja tidak memperlihatkannya: server iteratif menjawab satu koneksi secepat mungkin, dan membiarkan yang lain menunggu. Jawaban kesalahan juga jawaban: yang mendapatnya tidak telantar. Keadilan adalah indeks Jain: 1 kalau semua koneksi mendapat jawaban sama banyak, 1/n kalau satu dari n mendapat semuanya. Memblokir: dari jumlah koneksi terkecil di atas satu, hanya satu yang dilayani. Konkuren: lebih dari satu.",
    "Waktu prosesor diberikan dalam persen dari satu prosesor: milik klien beban, yang pekerjaannya dilakukan satu thread sehingga di dekat 100 sudah tidak sanggup lebih, dan milik server.",
  ],
};
