import type { Texts } from "../texts.js";

export const crowd: Texts["crowd"] = {
  stayTitle: (stay) =>
    `Berapa lama klien terakhir menunggu (ms), kalau semua datang sekaligus dan masing-masing tetap terhubung ${stay} ms`,
  leaveTitle:
    "Berapa lama klien terakhir menunggu (ms), kalau semua datang sekaligus dan langsung pergi setelah dijawab",
  account: "Hasil setiap kerumunan",
  heads: {
    clients: "klien",
    stay: "terhubung (ms)",
    first: "pertama (ms)",
    half: "50 % dalam (ms)",
    ninety: "90 % (ms)",
    last: "terakhir (ms)",
    range: "rentang yang terakhir",
    atOnce: "dilayani sekaligus",
    waiting: "tidak dijawab",
    lost: "terputus",
    wrong: "salah",
    turnedAway: "mula-mula ditolak antrean",
    arrival: "semua datang dalam (ms)",
    cpu: "CPU % para klien",
  },
  picturesTitle: "Kerumunan yang semakin besar",
  under:
    "Kedua sumbu gambar-gambar pertama berskala logaritmik: garis lurus yang naik adalah waktu tunggu yang bertambah dengan setiap klien. Tanda panah berarti klien terakhir tidak ditunggu sampai dijawab.",
  stairs: (clients, stay) =>
    `Waktu tunggu ${clients} klien yang masing-masing tetap terhubung ${stay} ms, dari yang tersingkat sampai yang terlama. Setiap anak tangga menunjukkan kelompok yang dilayani bersamaan.`,
  client: "klien, dari yang menunggu tersingkat sampai terlama",
  answer: (clients, stay, each) =>
    `Kalau ${clients} klien datang sekaligus dan tetap terhubung ${stay} ms, klien terakhir menunggu ${each}.`,
  nobody: (clients, servers) =>
    `Dari ${clients} klien yang datang sekaligus, tidak ada yang mendapat yang dimintanya di ${servers}.`,
  waitsAt: (time, server) => `${time} di ${server}`,
  allAtOnce: (all) => `Semua ${all} klien yang masing-masing diamati dilayani sebelum ada yang pergi.`,
  someAtOnce: (some, all) =>
    `Dari ${all} klien yang masing-masing diamati, yang dilayani sebelum ada yang pergi: ${some}. Yang lain masing-masing harus menunggu ada yang pergi.`,
  lastOf: (clients, stay, last, atOnce) =>
    `Ketika ${clients} klien datang sekaligus dan masing-masing tetap terhubung ${stay} ms, klien terakhir mendapat byte pertamanya setelah ${last}; paling banyak dilayani bersamaan: ${atOnce}.`,
  eachMore: (from, to, time) =>
    `Dari ${from} sampai ${to} klien, setiap klien tambahan membuat klien terakhir menunggu ${time} lebih lama.`,
  decided: [
    "Sepuluh klien masing-masing diamati: mereka datang pada saat yang sama, mengirim satu permintaan, dan tetap terhubung sampai server diam. Yang belum dijawab saat itu hanya bisa menunggu ada yang pergi. Setelah itu setiap klien pergi begitu sudah terhubung 50 ms. Dari beberapa ulangan seperti itu, garis waktu menunjukkan ulangan dengan waktu median. Memblokir: ada yang harus menunggu klien lain pergi.",
    "Kerumunan yang lebih besar datang dari proses tersendiri. Semua kliennya memanggil connect susul-menyusul tanpa jeda, mengirim satu permintaan, lalu pergi setelah tetap terhubung sebentar, atau langsung pergi; events, yang tidak punya batas sendiri, mendapat kerumunan yang lebih besar daripada yang lain. Waktu tunggu dihitung dari connect klien itu sendiri sampai byte pertamanya.",
    "Server Antre sendiri mendapat antrean accept terpanjang yang diizinkan sistem, supaya kerumunan tidak ditolak sebelum masuk. Klien yang ditolak karena antrean penuh mencoba lagi setelah satu detik atau lebih: kerumunan seperti itu bertanda *.",
    "Yang belum dijawab ketika waktunya habis tidak ditunggu lagi, dan kerumunannya bertanda !. Kerumunan yang lebih besar lalu dilewati.",
    "Kerumunan yang singkat diulang. Angkanya dari putaran yang klien terakhirnya menunggu selama waktu tengah (median); rentangnya dari semua putaran.",
  ],
};
