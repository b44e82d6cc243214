// Yang dibaca orang dalam Bahasa Indonesia.

import type { Texts } from "./texts.js";

export const id: Texts = {
  code: "id",
  decimal: ",",
  client: (name) => name.replace(/^client (?=\d)/, "klien "),

  verdicts: {
    blocks: "memblokir",
    concurrent: "konkuren",
    inconclusive: "belum pasti",
    failed: "gagal",
  },

  outcomes: {
    answered: "dilayani",
    blocked: "tertahan",
    refused: "ditolak",
    silent: "tak dijawab",
    broken: "jawaban salah",
    inconclusive: "belum pasti",
  },

  places: { "accept queue": "antrean accept", server: "di dalam server" },

  heads: {
    server: "server",
    verdict: "hasil",
    asExpected: "sesuai dugaan",
    trials: "sepakat",
    report: "laporan praktikum",
    model: "model",
    client: "klien",
    connect: "koneksi (ms)",
    firstByte: "byte pertama (ms)",
    waited: "tunggu (ms)",
    waitedFor: "menunggu siapa",
    where: "di mana",
    outcome: "nasibnya",
  },

  yes: "ya",
  no: (expected) => `tidak, dugaan: ${expected}`,
  of: (some, all) => `${some} dari ${all}`,
  reproduced: (report) => `${report}: terulang`,
  notReproduced: (report) => `${report}: tidak terulang`,

  answer: {
    blocks: (servers) => `Satu klien membuat klien berikutnya menunggu: ${servers}.`,
    concurrent: (servers) => `Beberapa klien dilayani sekaligus: ${servers}.`,
    inconclusive: (servers) => `Hasil percobaannya berbeda-beda: ${servers}.`,
    failed: (servers) => `Gagal: ${servers}.`,
  },
  allAsExpected: "Semuanya sesuai dugaan.",
  unexpected: (servers) => `Tidak sesuai dugaan: ${servers}.`,

  holds: {
    kept: (client) => `${client} tetap terhubung setelah dilayani`,
    idle: (client) => `${client} tetap terhubung tanpa mengirim apa-apa`,
    partial: (client) => `${client} baru mengirim separuh permintaannya`,
    unread: (client) => `${client} tidak membaca berkas besar yang dimintanya`,
  },

  where: { "accept queue": " di antrean accept", server: " di dalam server", unknown: "" },

  waited: (waiter, holder, time, where, hold) =>
    `${waiter} menunggu ${holder} selama ${time}${where}, karena ${hold}.`,
  answeredMeanwhile: (asker, time, hold) => `${asker} dilayani dalam ${time}, walaupun ${hold}.`,
  answeredAlone: (asker, time) => `${asker} dilayani dalam ${time}.`,
  became: {
    refused: (asker) => `Koneksi ${asker} ditolak atau diputus oleh server.`,
    silent: (asker) => `${asker} sama sekali tidak dijawab, juga ketika tidak ada klien lain di depannya.`,
    broken: (asker) => `${asker} mendapat jawaban yang salah atau tidak lengkap.`,
    inconclusive: (asker) => `Belum bisa dipastikan apa yang terjadi pada ${asker}.`,
  },

  whyBlocks: {
    iterative:
      "Server iteratif melayani satu klien sampai klien itu pergi, baru kemudian memanggil accept untuk klien berikutnya; berhasil terhubung belum berarti dilayani, sebab koneksi diselesaikan kernel sebelum accept.",
    pool: "Setiap thread di dalam pool melayani satu klien sampai klien itu pergi; kalau semua thread terpakai, klien berikutnya harus menunggu.",
    prefork:
      "Setiap proses melayani satu klien sampai klien itu pergi; kalau semua proses terpakai, klien berikutnya harus menunggu.",
    queue:
      "Koneksinya sudah diselesaikan kernel, tetapi server baru memanggil accept setelah klien yang lain pergi: server ini melayani klien satu per satu.",
    server: "Server sudah menerima koneksinya, tetapi baru mengurusnya setelah klien yang lain pergi.",
    unknown: "Jawaban baru datang setelah klien yang lain pergi: server ini melayani klien satu per satu.",
  },
  whyConcurrent: {
    threads:
      "Setiap koneksi punya thread sendiri, jadi klien yang tetap terhubung hanya menahan thread miliknya.",
    pool: "Masih ada thread lain di dalam pool yang menganggur, dan thread itulah yang menerima klien berikutnya.",
    prefork: "Masih ada proses lain yang menganggur, dan proses itulah yang menerima klien berikutnya.",
    events: "Satu thread mengawasi semua koneksi dan mengurus koneksi mana pun yang sudah bisa dibaca.",
    unknown: "Server ini tetap bisa melayani klien lain selama ada klien yang belum pergi.",
  },

  disagree: (agreeing, trials) => `Hanya ${agreeing} dari ${trials} percobaan yang hasilnya sama.`,
  expectedGot: (expected, got) => `Dugaannya ${expected}, ternyata ${got}.`,
  failure: (reason) => `gagal: ${reason}`,
  failedBecause: (reason) => `Gagal: ${reason}.`,
  noReason: "sebabnya tidak diketahui",
  hint: (hint) => `Petunjuk: ${hint}`,
  hints: {
    blocks: () =>
      "terimalah klien berikutnya selagi klien pertama masih dilayani, misalnya dengan satu thread untuk setiap koneksi.",
    concurrent: (command) =>
      `apakah memang server ini yang dimaksud? Perintahnya: ${command}. Kalau koneksi selalu ditutup setelah setiap jawaban, tidak ada yang perlu menunggu.`,
    inconclusive: () => "naikkan --trials, dan jalankan di komputer yang tidak sedang mengerjakan hal lain.",
    failed: (command) => `jalankan sendiri dan perhatikan pesannya: ${command}`,
  },

  notesTitle: "Perlu diketahui",
  notes: {
    "closes-after-response": () =>
      "menutup koneksi setelah setiap jawaban, sehingga klien tidak bisa menahannya dengan tetap terhubung. Supaya koneksi tetap terbuka, kirim Content-Length lalu tunggu permintaan berikutnya.",
    "ended-when-client-left": () =>
      "berhenti ketika seorang klien pergi. Tangkap galat dari koneksi yang terputus, tutup koneksi itu, lalu lanjutkan ke accept berikutnya.",
    "no-content-length": () =>
      "mengirim jawaban tanpa Content-Length, sehingga klien tidak tahu di mana jawaban berakhir dan browser bisa terus memuat. Kirim ukuran isi dalam byte.",
    "no-kernel-evidence": () =>
      "diamati di sistem yang tidak bisa menunjukkan di mana klien menunggu; hasilnya disimpulkan dari siapa yang dijawab dan kapan. Jalankan di Linux untuk melihat antrean accept.",
    "few-trials": (figure) =>
      `terlalu sedikit percobaannya (${figure("trials")}). Naikkan --trials sebelum membandingkan angka.`,
    "not-200": (figure) =>
      `menjawab dengan status ${figure("status")}, bukan 200. Pastikan berkasnya ada di folder yang dilayani server.`,
  },

  timeline: "Garis waktu",
  phases: {
    connecting: "menghubungi",
    queued: "di antrean accept",
    waiting: "menunggu jawaban",
    receiving: "menerima",
    holding: "menahan koneksi",
    closed: "ditutup",
  },
  span: (time) => `0 sampai ${time}`,
  letGo: (who, time) => `${who} melepas pada ${time}`,
  notToScale: "Setiap tahap digambar paling sedikit satu karakter, jadi tahap tersingkat tidak sesuai skala.",

  title: (scenario) => `Skenario ${scenario}`,
  clientsTitle: "Klien",
  happenedTitle: "Apa yang terjadi",
  decidedTitle: "Cara menyimpulkannya",
  decided: [
    "Klien 1 dipastikan sudah menahan server sebelum klien 2 meminta.",
    "Klien 2 terhubung dan mengirim permintaannya. Berhasil terhubung belum membuktikan apa-apa: kernel menyelesaikannya sebelum accept.",
    "Klien 2 dijawab selagi klien 1 menahan: konkuren. Kalau tidak dijawab sampai batas kesabaran habis, klien 1 pergi.",
    "Baru dijawab sesudah itu: klien 2 tertahan oleh klien 1. Batas kesabaran dihitung dari waktu server yang sama menjawab klien yang sendirian.",
  ],
  evidence: {
    alone: "menjawab klien yang sendirian dalam (ms)",
    patience: "batas kesabaran (ms)",
    outcomes: "hasil tiap percobaan",
    waits: "lama menunggu tiap percobaan (ms)",
    accepted: "sudah di-accept",
    acceptQueue: "di antrean accept",
    unread: "byte belum dibaca",
    threads: "thread",
    processes: "proses",
    command: "perintah",
  },
  kernelTitle: "Kata kernel, selagi klien 1 masih menahan server",
  fromTo: (low, high) => `${low} sampai ${high}`,
  accepted: { true: "ya", false: "belum" },
  machineTitle: "Komputernya",
  machine: (os, cpus, memory, node) => `${os}, prosesor: ${cpus}, memori: ${memory} MiB, Node.js ${node}.`,
  run: (startedAt, elapsed) => `Dimulai pada ${startedAt}; lamanya ${elapsed}.`,

  cannotWrite: (path, reason) =>
    `Hasil tidak bisa ditulis ke ${path}: ${reason}. Pilih folder lain dengan --out FOLDER.`,
  reasons: {
    EACCES: "Anda tidak boleh menulis di sana",
    EPERM: "Anda tidak boleh menulis di sana",
    EROFS: "disk hanya bisa dibaca",
    ENOSPC: "disk penuh",
    ENOTDIR: "sebagian dari jalurnya adalah berkas, bukan folder",
    EEXIST: "di sana sudah ada berkas dengan nama itu, bukan folder",
    EISDIR: "di sana sudah ada folder dengan nama itu, bukan berkas",
  },
};
