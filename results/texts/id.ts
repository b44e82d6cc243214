// Yang dibaca orang dalam Bahasa Indonesia.

import { all } from "./id/all.js";
import { cost } from "./id/cost.js";
import { crowd } from "./id/crowd.js";
import { load } from "./id/load.js";
import { openLoad } from "./id/open-load.js";
import { slowClient } from "./id/slow-client.js";
import type { Texts } from "./texts.js";

export const id: Texts = {
  code: "id",
  decimal: ",",
  client: (name) => name.replace(/^client (?=\d)/, "klien "),
  oneOf: (holders) => `salah satu dari klien 1 sampai ${holders}`,

  verdicts: {
    blocks: "memblokir",
    concurrent: "konkuren",
    answers: "menjawab",
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
    answers: (servers) => `Klien yang datang sendirian mendapat jawaban yang benar: ${servers}.`,
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

  holdsTitle: "Klien 2, menurut apa yang dilakukan klien 1",
  holdNames: {
    kept: "tetap terhubung",
    idle: "diam saja",
    partial: "separuh permintaan",
    unread: "tidak membaca",
  },
  cannotHold: {
    closed: "tidak bisa: ditutup server",
    refused: "tidak bisa: ditolak",
    silent: "tidak bisa: tidak dijawab",
    answered: "tidak bisa: sudah dijawab",
    "not large": "tidak dicoba: tidak ada berkas besar",
  },
  queued: (connected, backlog) =>
    `Selama tidak ada yang diterima, ${connected} klien dapat terhubung: batas antreannya ${backlog}, dan Linux menerima satu lebih banyak.`,
  turnedAway: (count, moments) =>
    `${count} klien berikutnya tidak mendapat jawaban atas paket pertamanya (SYN); paket itu dikirim ulang, dan mereka terhubung setelah ${moments}.`,
  inquiry: {
    backlog: (each) => `Jumlah klien yang dapat terhubung selama tidak ada yang diterima: ${each}.`,
    zoo: (right, all) =>
      `${right} dari ${all} server, dilihat dari luar, memang seperti kata dokumentasinya.`,
    limit: (each) => `Jumlah klien yang dilayani bersamaan: ${each}.`,
    all: (count) => `semua ${count} yang datang`,
    model: (each) => `Cara tiap server melayani banyak klien: ${each}.`,
  },
  all,
  load,
  openLoad,
  crowd,
  cost,
  slowClient,
  confusion: {
    title: "Menurut dokumentasi, dan menurut Antre",
    server: "server",
    stated: "menurut dokumentasinya",
    seen: "yang terlihat dari luar",
    right: "benar",
    alike: "sejauh yang terlihat",
    wrong: "tidak",
  },
  everyHoldBlocks: "Apa pun yang dilakukan klien 1, klien berikutnya harus menunggu sampai klien 1 pergi.",
  noHoldBlocks: "Apa pun yang dilakukan klien 1, klien berikutnya tetap dilayani.",
  holdsBlock: (reasons) => `Klien berikutnya harus menunggu kalau ${reasons}.`,

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
    processes:
      "Setiap koneksi punya proses sendiri, jadi klien yang tetap terhubung hanya menahan proses miliknya.",
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
    answers: (_command) =>
      "kirim berkas yang diminta dengan status 200, atau status 404 bila berkas itu tidak ada.",
    concurrent: (command) =>
      `apakah memang server ini yang dimaksud? Perintahnya: ${command}. Kalau koneksi selalu ditutup setelah setiap jawaban, tidak ada yang perlu menunggu.`,
    inconclusive: () => "naikkan --trials, dan jalankan di komputer yang tidak sedang mengerjakan hal lain.",
    failed: (command) => `jalankan sendiri dan perhatikan pesannya: ${command}`,
  },

  comparedTitle: "Dengan kata-kata",
  moreThan: (figure) => `lebih dari ${figure}`,
  axes: (across, up) => `Mendatar: ${across}; tegak: ${up}.`,
  notesTitle: "Perlu diketahui",
  notes: {
    "closes-after-response": () =>
      "koneksi ditutup setelah setiap jawaban, sehingga klien tidak bisa menahannya dengan tetap terhubung. Supaya koneksi tetap terbuka, kirim Content-Length lalu tunggu permintaan berikutnya.",
    "ended-when-client-left": () =>
      "berhenti begitu ada klien yang pergi. Tangkap galat dari koneksi yang terputus, tutup koneksi itu, lalu lanjutkan ke accept berikutnya.",
    "no-content-length": () =>
      "jawabannya tanpa Content-Length, sehingga klien tidak tahu di mana jawaban berakhir dan browser bisa terus memuat. Kirim ukuran isi dalam byte.",
    "no-kernel-evidence": () =>
      "sistemnya tidak bisa menunjukkan di mana klien menunggu, jadi hasilnya disimpulkan dari siapa yang dijawab dan kapan. Jalankan di Linux untuk melihat antrean accept.",
    "few-trials": (figure) =>
      `terlalu sedikit percobaannya (${figure("trials")}). Naikkan --trials sebelum membandingkan angka.`,
    starved: (figure) =>
      `ALARM: ${figure("starved")} dari ${figure("connections")} koneksi tidak pernah mendapat jawaban (bertanda ! di tabel). Permintaan per detiknya hanya milik segelintir koneksi yang dilayani.`,
    "generator-busy": () =>
      "klien beban memakai hampir seluruh waktu satu prosesor, jadi mungkin dialah yang terukur, bukan servernya. Bandingkan dengan beban yang lebih ringan, atau di komputer dengan lebih banyak prosesor.",
    "machine-busy": (figure) =>
      `program lain memakai sampai ${figure("percent")} % waktu prosesor pada saat itu. Jangan menjalankan program lain, lalu ukur lagi.`,
    "wide-range": () =>
      "hasil setiap putaran berbeda lebih dari setengahnya. Naikkan --trials atau --seconds, dan jangan menjalankan program lain.",
    "few-answers": (figure) =>
      `sebagian angka hanya berasal dari ${figure("fewest")} jawaban, terlalu sedikit untuk persentil ke-99. Naikkan --seconds.`,
    "requests-failed": (figure) =>
      `${figure("failed")} dari ${figure("sent")} permintaan gagal pada ${figure("connections")} koneksi: ${figure("lost")} kehilangan koneksinya, ${figure("timedOut")} tidak dijawab tepat waktu, ${figure("not2xx")} mendapat status selain 2xx. Permintaan per detiknya berasal dari yang lain.`,
    "own-load-client": () =>
      "server tidak menyebutkan panjang jawabannya (tanpa Content-Length), jadi autocannon tidak dapat menghitungnya: klien beban Antre sendiri yang menghitung (bertanda * di tabel).",
    "schedule-late": (figure) =>
      `klien beban mengirim sebagian permintaan ${figure("milliseconds")} ms lebih lambat daripada rencana, padahal ada koneksi yang bebas: sebesar itu mungkin bagian dari waktu tunggunya sendiri. Jangan menjalankan program lain, atau rencanakan lebih sedikit permintaan dengan --percent.`,
    "descriptor-limit": (figure) =>
      `di sini satu proses boleh membuka ${figure("limit")} berkas, termasuk soket, jadi lebih dari ${figure("most")} klien tidak bisa datang. Naikkan batasnya dengan ulimit -n.`,
    "turned-away": (figure) =>
      `sampai ${figure("turnedAway")} klien mendapati antrean accept penuh (batasnya ${figure("backlog")}): kernel membuang paket pertamanya (SYN), dan sistem klien mengirimnya lagi setelah satu detik atau lebih. Satu detik itu termasuk waktu tunggunya. Antrean yang lebih panjang, yaitu angka untuk listen(), akan menampung mereka.`,
    "crowd-too-long": (figure) =>
      `${figure("waiting")} dari ${figure("clients")} klien belum dijawab setelah ${figure("seconds")} detik; tidak ditunggu lebih lama, dan kerumunan yang lebih besar dilewati. Naikkan --seconds untuk melihatnya.`,
    "crowd-lost": (figure) =>
      `dari ${figure("clients")} klien, ${figure("lost")} kehilangan koneksinya, dan ${figure("wrong")} tidak mendapat jawaban utuh berstatus 2xx. Waktu tunggunya milik klien yang lain.`,
    "crowd-busy": () =>
      "proses kerumunan sendiri memakai hampir seluruh waktu satu prosesor pada sebagian kerumunan, jadi sebagian waktu tunggunya berasal dari situ. Bandingkan kerumunan yang lebih kecil, atau pakai komputer dengan prosesor yang lebih cepat.",
    "not-200": (figure) =>
      `jawabannya berstatus ${figure("status")}, bukan 200. Pastikan berkasnya ada di folder yang dilayani server. Perintahnya dijalankan di folder tempat Anda mengetiknya: awali dengan "cd FOLDER && " kalau server mencari berkas di folder kerjanya.`,
  },

  about: (servers, remark) => `${servers}: ${remark}`,

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

  headline: {
    both: (blocking, concurrent) =>
      `Satu klien membuat klien berikutnya menunggu di ${blocking}, tetapi tidak di ${concurrent}.`,
    blocks: (servers) => `Satu klien membuat klien berikutnya menunggu di ${servers}.`,
    concurrent: (servers) => `Tidak ada klien yang harus menunggu klien lain di ${servers}.`,
    unknown: (servers) => `Belum bisa dipastikan siapa menunggu siapa di ${servers}.`,
    except: (sentence, servers) => `${sentence.replace(/\.$/, "")}; belum bisa dipastikan di ${servers}.`,
  },
  lane: {
    waited: (time, holder) => `menunggu ${holder} ${time}`,
    waitedOnly: (time) => `menunggu ${time}`,
    answered: (time) => `dilayani setelah ${time}`,
    letGo: (time) => `melepas pada ${time}`,
    empty: "Tidak ada yang digambar: tidak ada klien yang sampai ke server ini.",
  },
  page: {
    who: "Siapa menunggu siapa",
    key: "Cara membacanya",
    scale:
      "Waktu berjalan dari kiri ke kanan, dalam milidetik sejak percobaan dimulai. Tahap yang singkat digambar lebih lebar daripada sebenarnya supaya terlihat.",
    arrows:
      "Panah menunjuk dari klien yang menunggu ke klien yang ditunggu; garis putus-putus adalah saat klien itu melepas koneksinya.",
    inFigures: (server) => `${server} dalam angka`,
    timelineOf: (server) => `Garis waktu ${server}`,
    phase: "tahap",
    from: "mulai (ms)",
    lasted: "lamanya (ms)",
    compared: "Perbandingan server",
    comparison: "Perbandingan",
    pictures: "Yang tampak di browser",
    picture: (client, server) => `${client} di ${server}, ketika batas kesabaran habis`,
    pictureMissing: "Gambarnya tidak ada.",
    code: "Baris yang menentukan",
    codeOf: (file) => `Baris dari ${file}`,
    marked: "Baris yang ditandai tidak ada di server lain pada halaman ini.",
    evidence: "Waktu setiap server",
    trials: "Setiap percobaan",
    trial: "percobaan",
    afterwards: "sesudahnya",
    alive: "melayani klien baru",
    dead: "tidak melayani siapa pun",
  },

  observations: {
    title: "Laporan praktikum, diulang",
    count: (some, all) => `${some} dari ${all} pengamatan laporan praktikum terulang.`,
    rest: (not, untried) => `Tidak terulang: ${not}. Tidak bisa dicoba: ${untried}.`,
    experiment: "percobaan",
    saw: "yang dilihat laporan",
    measured: "yang kami lihat",
    reproduced: "terulang",
    evidence: "bukti",
    same: "sama",
    yes: "terulang",
    no: "tidak terulang",
    untried: "tidak bisa dicoba",
    link: (experiment, server) => `Bukti untuk ${experiment} di ${server}`,
    autocannon: (connections) => `autocannon, koneksi: ${connections}`,
    allServed: (served, connections) => `dilayani: ${served} dari ${connections}`,
    someServed: (served, connections) => `dilayani: ${served} dari ${connections}, sisanya tidak pernah`,
    expected: "sesuai dugaan",
    unexpected: "tidak sesuai dugaan",
    servedAt: (server, served, connections) => `${server} melayani ${served} dari ${connections}`,
    autocannonAnswer: (each) => `Ditanya oleh autocannon lewat koneksi yang tetap terbuka, ${each}.`,
    experiments: {
      a: "server dijalankan",
      b: "satu klien baris perintah",
      c: "dua klien baris perintah",
      d: "satu browser",
      e: "dua browser",
      f: "klien baris perintah, lalu browser",
      g: "berkas yang tidak ada",
    },
    sights: {
      started: "berjalan, dan mencatat siapa yang terhubung",
      answered: "klien dilayani",
      shown: "halamannya tampil",
      "second-waits": "yang pertama dilayani; yang kedua terhubung tetapi tidak mendapat apa-apa",
      "both-answered": "keduanya dilayani",
      "not-found": "404 Not Found",
      "no-answer": "tidak ada jawaban",
      "wrong-answer": "jawaban lain",
      inconclusive: "hasil percobaannya berbeda-beda",
    },
  },

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
