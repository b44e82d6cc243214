// Yang dibaca orang dalam Bahasa Indonesia.

import { some } from "./en.js";
import { all } from "./id/all.js";
import { cost } from "./id/cost.js";
import { crowd } from "./id/crowd.js";
import { decided } from "./id/decided.js";
import { load } from "./id/load.js";
import { openLoad } from "./id/open-load.js";
import { observations } from "./id/report.js";
import { slowClient } from "./id/slow-client.js";
import type { Texts } from "./texts.js";

/** Bagaimana permintaan gagal. */
const failed = {
  lost: "kehilangan koneksinya",
  timedOut: "tidak dijawab tepat waktu",
  not2xx: "mendapat status selain 2xx",
  wrong: "mendapat isi yang berbeda dari klien yang sendirian, atau bukan HTTP",
};

export const id: Texts = {
  code: "id",
  locale: "id-ID",
  decimal: ",",
  client: (name) => name.replace(/^client (?=\d)/, "klien "),
  thenRetry: (holder) => `${holder}, lalu SYN ulang`,
  oneOf: (holders) => `salah satu dari klien 1 sampai ${holders}`,

  verdicts: {
    blocks: "memblokir",
    concurrent: "konkuren",
    answers: "menjawab",
    inconclusive: "belum pasti",
    failed: "gagal",
  },

  outcomes: {
    answered: "dijawab",
    blocked: "tertahan",
    refused: "ditolak",
    silent: "tidak dijawab",
    broken: "jawaban salah",
    inconclusive: "belum pasti",
  },

  places: { "accept queue": "antrean accept", server: "di dalam server", outside: "di luar antrean penuh" },

  heads: {
    server: "server",
    verdict: "putusan",
    asExpected: "sesuai dugaan",
    trials: "hasil sama",
    report: "laporan praktikum",
    model: "model",
    client: "klien",
    connect: "terhubung (ms)",
    firstByte: "byte pertama (ms)",
    waited: "tunggu (ms)",
    waitedFor: "menunggu siapa",
    where: "di mana",
    outcome: "hasil",
  },

  yes: "ya",
  no: (expected) => `tidak, seharusnya ${expected}`,
  of: (some, all) => `${some} dari ${all}`,
  reproduced: (report) => `${report}: terulang`,
  notReproduced: (report) => `${report}: tidak terulang`,

  untried: "tidak bisa dicoba",
  reportUntried: (report) => `${report}: tidak bisa dicoba`,

  allAsExpected: "Semuanya sesuai dugaan.",
  unexpected: (servers) => `Tidak sesuai dugaan: ${servers}.`,

  holds: {
    kept: (client) => `${client} tetap terhubung setelah dijawab`,
    idle: (client) => `${client} tetap terhubung tanpa mengirim apa-apa`,
    partial: (client) => `${client} baru mengirim setengah permintaannya`,
    unread: (client) => `${client} tidak membaca file besar yang dimintanya`,
  },

  allHold: {
    kept: (holders) => `klien 1 sampai ${holders} semuanya masih terhubung setelah dijawab`,
    idle: (holders) => `klien 1 sampai ${holders} semuanya masih terhubung tanpa mengirim apa-apa`,
    partial: (holders) => `klien 1 sampai ${holders} semuanya baru mengirim setengah permintaannya`,
    unread: (holders) => `klien 1 sampai ${holders} semuanya tidak membaca file besar yang dimintanya`,
  },

  holdsTitle: "Klien 2, menurut apa yang dilakukan klien 1",
  holdNames: {
    kept: "tetap terhubung",
    idle: "tidak mengirim apa-apa",
    partial: "setengah permintaan",
    unread: "tidak membaca",
  },
  cannotHold: {
    closed: "tidak bisa: ditutup server",
    refused: "tidak bisa: ditolak",
    silent: "tidak bisa: tidak dijawab",
    answered: "tidak bisa: sudah dijawab",
    "not large": "tidak dicoba: tidak ada file besar (sebutkan dengan --large ALAMAT)",
  },
  queued: (connected, backlog) =>
    `Selama server tidak memanggil accept, ${connected} klien dapat terhubung: batas antreannya ${backlog}, dan Linux menampung satu lebih banyak.`,
  neverFull: (connected, backlog) =>
    `Selama server tidak memanggil accept, semua ${connected} klien yang datang dapat terhubung: batas antreannya ${backlog}.`,
  turnedAway: (clients, holder, left, moments) =>
    `${clients} mendapati antrean penuh: paket pertamanya (SYN) tidak dijawab. Sistem baru mengirim ulang paket itu setelah satu detik atau lebih: ${holder} pergi pada ${left} di garis waktu, tetapi mereka baru terhubung pada ${moments}.`,
  acceptsAtOnce:
    "Server ini langsung menerima setiap klien, jadi antrean accept-nya tidak bisa dipenuhi; skenario two-clients menunjukkan siapa yang dilayaninya.",
  inquiry: {
    backlog: (each) => `Klien yang dapat terhubung selama server tidak memanggil accept: ${each}.`,
    connected: (count, server) => `${count} di ${server}`,
    orMore: (count) => `${count} atau lebih`,
    noQueue: (servers) => `Setiap klien langsung diterima, jadi tidak ada antrean yang terlihat: ${servers}.`,
    zoo: (right, all) =>
      `${right} dari ${all} server, dilihat dari luar, memang sesuai dengan dokumentasinya.`,
    limit: (each) => `Klien yang dilayani bersamaan: ${each}.`,
    served: (count, server) => `${count} oleh ${server}`,
    all: (count) => `semua ${count} yang datang`,
    model: (each) => `Cara setiap server melayani banyak klien: ${each}.`,
    modelOf: (server, model, size) => `${model}${size === null ? "" : ` untuk ${size} klien`} (${server})`,
  },
  all,
  load,
  openLoad,
  crowd,
  cost,
  slowClient,
  confusion: {
    title: "Menurut dokumentasinya, dan yang terlihat",
    server: "server",
    stated: "menurut dokumentasinya",
    seen: "yang terlihat dari luar",
    right: "benar",
    alike: "sejauh yang terlihat",
    wrong: "tidak",
  },
  everyHoldBlocks: "Apa pun yang dilakukan klien 1, klien berikutnya harus menunggu sampai klien 1 pergi.",
  noHoldBlocks: "Apa pun yang dilakukan klien 1, klien berikutnya tetap dijawab.",
  holdsBlock: (deeds) => `Klien berikutnya harus menunggu kalau klien 1 ${deeds}.`,
  everyTriedHoldBlocks: (count) =>
    `Dalam ${count} keadaan yang bisa dicoba, klien berikutnya harus menunggu sampai klien 1 pergi.`,
  noTriedHoldBlocks: (count) => `Dalam ${count} keadaan yang bisa dicoba, klien berikutnya tetap dijawab.`,
  triedHoldsBlock: (count, deeds) =>
    `Dalam ${count} keadaan yang bisa dicoba, klien berikutnya harus menunggu kalau klien 1 ${deeds}.`,
  deeds: {
    kept: "tetap terhubung setelah dijawab",
    idle: "tidak mengirim apa-apa",
    partial: "baru mengirim setengah permintaannya",
    unread: "tidak membaca file besar yang dimintanya",
  },

  where: {
    "accept queue": " di antrean accept",
    server: " di dalam server",
    outside: " di luar antrean accept yang penuh",
    unknown: "",
  },

  waited: (waiter, holder, time, where, hold) =>
    `${waiter} menunggu ${holder} selama ${time}${where}, karena ${hold}.`,
  answeredMeanwhile: (asker, time, hold) => `${asker} dijawab dalam ${time}, walaupun ${hold}.`,
  alone: {
    page: (asker, time) => `${asker} mendapat halamannya setelah ${time}`,
    missing: (asker, time) => `${asker} mendapat 404 Not Found setelah ${time}`,
    stayed: ", dan koneksinya tetap terbuka",
    closed: ", lalu server menutup koneksi",
    shows: (asker, time) => `${asker} menampilkan halamannya; byte pertamanya datang setelah ${time}.`,
    empty: (asker, time) =>
      `${asker} mendapat jawaban setelah ${time}, tetapi tidak menampilkan teks apa pun.`,
  },
  became: {
    refused: (asker) => `Koneksi ${asker} ditolak atau diputus oleh server.`,
    silent: (asker) => `${asker} sama sekali tidak dijawab, juga ketika tidak ada klien lain di depannya.`,
    broken: (asker) => `${asker} mendapat jawaban yang salah atau tidak lengkap.`,
    inconclusive: (asker) => `Belum bisa dipastikan apa yang terjadi pada ${asker}.`,
  },

  whyBlocks: {
    iterative:
      "Server iteratif melayani satu klien sampai klien itu pergi, baru kemudian memanggil accept untuk klien berikutnya. Berhasil terhubung belum berarti dilayani, karena koneksi diselesaikan kernel sebelum accept.",
    pool: "Setiap thread di dalam pool melayani satu klien sampai klien itu pergi. Selama masih ada thread yang menganggur, klien berikutnya langsung dilayani (konkuren); kalau semua terpakai, klien itu menunggu.",
    prefork:
      "Setiap proses melayani satu klien sampai klien itu pergi. Selama masih ada proses yang menganggur, klien berikutnya langsung dilayani (konkuren); kalau semua terpakai, klien itu menunggu.",
    queue:
      "Koneksinya sudah diselesaikan kernel, tetapi server baru memanggil accept setelah klien yang lain pergi: server ini melayani klien satu per satu.",
    server: "Server sudah menerima koneksinya, tetapi baru melayaninya setelah klien yang lain pergi.",
    unknown: "Jawaban baru datang setelah klien yang lain pergi: server ini melayani klien satu per satu.",
  },
  whyConcurrent: {
    threads:
      "Setiap koneksi punya thread sendiri, jadi klien yang tetap terhubung hanya memakai thread miliknya.",
    processes:
      "Setiap koneksi punya proses sendiri, jadi klien yang tetap terhubung hanya memakai proses miliknya.",
    pool: "Masih ada thread lain di dalam pool yang menganggur, dan thread itulah yang menerima klien berikutnya.",
    prefork: "Masih ada proses lain yang menganggur, dan proses itulah yang menerima klien berikutnya.",
    events: "Satu thread mengawasi semua koneksi dan melayani koneksi mana pun yang sudah bisa dibaca.",
    unknown: "Server ini bisa melayani klien lain selagi ada klien yang tetap terhubung.",
  },

  disagree: (agreeing, trials) => `Hanya ${agreeing} dari ${trials} ulangan yang hasilnya sama.`,
  expectedGot: (expected, got) => `Seharusnya ${expected}, ternyata ${got}.`,
  failure: (reason) => `gagal: ${reason}`,
  failedBecause: (reason) => `Gagal: ${reason}.`,
  untriedBecause: (reason) => `Tidak bisa dicoba: ${reason}.`,
  noReason: "sebabnya tidak diketahui",
  hint: (hint) => `Petunjuk: ${hint}`,
  hints: {
    blocks: () =>
      "terimalah klien berikutnya selagi klien pertama masih dilayani, misalnya dengan satu thread untuk setiap koneksi.",
    answers: (_command) =>
      "kirim file yang diminta dengan status 200, atau status 404 kalau file itu tidak ada.",
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
      "koneksi ditutup setelah setiap jawaban, jadi tidak ada klien yang bisa membuat klien berikutnya menunggu dengan tetap terhubung. Supaya koneksi tetap terbuka, kirim Content-Length lalu tunggu permintaan berikutnya.",
    "held-without-browser": () =>
      "browser tidak bisa tetap terhubung dengannya, jadi klien 1 digantikan klien baris perintah yang terhubung tanpa mengirim apa-apa.",
    "ended-empty-read": () =>
      "server berakhir begitu ada klien yang pergi. recv yang mengembalikan data kosong berarti klien sudah pergi: periksa itu sebelum membaca permintaan, tutup koneksinya, lalu kembali ke accept.",
    "ended-lost-client": () =>
      "server berakhir begitu ada klien yang pergi. Tangkap error dari koneksi yang terputus, tutup koneksi itu, lalu kembali ke accept.",
    "ended-no-loop": () =>
      "server berakhir begitu selesai dengan satu klien, tanpa error. Letakkan accept di dalam loop supaya klien berikutnya juga dilayani.",
    "ended-asked": () =>
      "server berakhir ketika klien sedang meminta. Tangkap errornya, tutup koneksi klien itu, lalu kembali ke accept: satu permintaan tidak boleh menghentikan server bagi semua klien.",
    "ended-missing": () =>
      "server berakhir ketika klien meminta file yang tidak ada. Tangkap errornya, lalu jawab 404 Not Found.",
    "ended-unknown": () =>
      "server berakhir sendiri ketika klien datang dan pergi, lalu dijalankan lagi. Jalankan sendiri dan perhatikan pesannya ketika banyak klien meminta.",
    "keeps-left-client": () =>
      "server tidak menyadari bahwa klien yang belum mengirim apa-apa sudah pergi: koneksinya tetap ada, dan thread yang melayaninya mungkin tidak pernah kembali. recv, atau readline, yang tidak menghasilkan apa-apa berarti klien sudah pergi: akhiri perulangan di situ, lalu tutup koneksinya.",
    "loses-worker": () =>
      "setelah klien yang belum mengirim apa-apa pergi, thread atau proses server berkurang satu, jadi beberapa klien seperti itu membuat tidak ada lagi yang melayani klien lain. Tangkap error dari satu klien di dalam perulangan worker, supaya worker lanjut ke klien berikutnya.",
    "no-content-length": () =>
      "jawabannya tanpa Content-Length, sehingga klien tidak tahu di mana jawaban berakhir dan browser bisa terus memuat. Kirim ukuran isi dalam byte.",
    "raw-no-status-line": () =>
      "yang dikirim server bukan HTTP: tidak ada baris status, jadi browser tidak menampilkan apa-apa. Siapa menunggu siapa dilihat dari byte yang tetap datang, dan dari keterangan sistem tentang koneksinya. Awali setiap jawaban dengan HTTP/1.1 200 OK, lalu header, lalu baris kosong.",
    "raw-no-empty-line": () =>
      "header jawabannya tidak ditutup, jadi klien menganggap halamannya sebagai bagian dari header. Siapa menunggu siapa dilihat dari byte yang tetap datang, dan dari keterangan sistem tentang koneksinya. Kirim baris kosong di antara header dan halaman.",
    "raw-not-whole": () =>
      "jawabannya lebih pendek daripada yang dijanjikan, jadi klien menunggu sisanya. Siapa menunggu siapa dilihat dari byte yang tetap datang, dan dari keterangan sistem tentang koneksinya. Content-Length harus sama dengan jumlah byte isi.",
    "raw-closed": () =>
      "server menutup koneksi setiap klien yang sudah meminta, tanpa menjawab. Siapa menunggu siapa dilihat dari saat koneksi itu ditutup, dan dari keterangan sistem tentang koneksinya. Kirim jawaban sebelum menutup.",
    "silent-not-accepted": () =>
      "server mendengarkan, tetapi tidak memanggil accept, atau tidak memanggilnya lagi. Panggil accept dalam perulangan, dan jangan menunggu hal lain sebelum itu.",
    "silent-not-read": () =>
      "server menerima klien tetapi tidak membaca permintaannya. Lihat apa yang dikerjakan program sesudah accept: apakah menunggu keyboard, lock, atau klien lain?",
    "silent-reads-on": () =>
      "server terus membaca padahal permintaannya sudah selesai. recv yang diulang sampai kosong menunggu klien menutup koneksi, padahal klien menunggu jawaban: berhenti di baris kosong yang mengakhiri permintaan.",
    "no-kernel-evidence": () =>
      "sistemnya tidak bisa menunjukkan di mana klien menunggu, jadi putusannya diambil dari siapa yang dijawab dan kapan. Jalankan di Linux untuk melihat antrean accept.",
    "few-trials": (figure) =>
      `terlalu sedikit ulangannya (${figure("trials")}). Naikkan --trials sebelum membandingkan angka.`,
    starved: (figure) =>
      `PERINGATAN: ${figure("starved")} dari ${figure("connections")} koneksi tidak pernah mendapat jawaban (bertanda ! di tabel). Angka permintaan per detiknya hanya berasal dari segelintir koneksi yang dilayani.`,
    "generator-busy": (figure) =>
      `klien beban memakai hampir seluruh waktu satu prosesor (koneksi: ${figure("connections")}), jadi mungkin dialah yang terukur, bukan servernya. Bandingkan dengan beban yang lebih ringan, atau di komputer dengan lebih banyak prosesor.`,
    "machine-busy": (figure) =>
      `program lain memakai sampai sekitar ${figure("percent")} % waktu prosesor pada saat itu. Jangan menjalankan program lain, lalu ukur lagi.`,
    "wide-range": () =>
      "hasil setiap putaran berbeda lebih dari setengahnya. Naikkan --trials atau --seconds, dan jangan menjalankan program lain.",
    "few-answers": (figure) =>
      `sebagian angka hanya berasal dari ${figure("fewest")} jawaban, terlalu sedikit untuk persentil ke-99. Naikkan --seconds.`,
    "requests-failed": (figure) =>
      `${figure("failed")} dari ${figure("sent")} permintaan gagal pada ${figure("connections")} koneksi: ${some(failed, figure).join(", ")}. Angka permintaan per detiknya berasal dari yang lain.`,
    "own-load-client": () =>
      "server tidak menyebutkan panjang jawabannya (tanpa Content-Length), jadi autocannon tidak dapat menghitungnya: klien beban Antre sendiri yang menghitung (bertanda * di tabel).",
    "unasked-answers": (figure) =>
      `server mengirim ${figure("unasked")} jawaban yang tidak diminta siapa pun; jawaban itu tidak dihitung. Klien bisa mengiranya jawaban untuk permintaan berikutnya. Kirim satu jawaban untuk setiap permintaan.`,
    "other-bodies": (figure) =>
      `${figure("otherBodies")} dari ${figure("completed")} jawaban pada ${figure("connections")} koneksi sama panjang dengan yang pertama, tetapi isinya lain. Halaman yang menunjukkan jam memang begitu; halaman dari file seharusnya tidak: apakah thread-threadnya memakai buffer yang sama?`,
    "schedule-late": (figure) =>
      `klien beban baru mengurus sebagian permintaan ${figure("milliseconds")} ms setelah saat yang direncanakan: sebesar itu mungkin bagian klien beban dari waktu tunggunya, bukan bagian server. Jangan menjalankan program lain, atau rencanakan lebih sedikit permintaan dengan --percent.`,
    "descriptor-limit": (figure) =>
      `di sini satu proses boleh membuka ${figure("limit")} file, termasuk socket, jadi lebih dari ${figure("most")} klien tidak bisa datang. Naikkan batasnya dengan ulimit -n.`,
    "turned-away": (figure) =>
      `sampai ${figure("turnedAway")} klien mendapati antrean accept penuh (batasnya ${figure("backlog")}): kernel membuang paket pertamanya (SYN), dan sistem klien mengirimnya lagi setelah satu detik atau lebih. Satu detik itu termasuk waktu tunggunya. Antrean yang lebih panjang, yaitu angka untuk listen(), akan menampung mereka.`,
    "crowd-too-long": (figure) =>
      `${figure("waiting")} dari ${figure("clients")} klien belum dijawab setelah ${figure("seconds")} detik; tidak ditunggu lebih lama, dan kerumunan yang lebih besar dilewati. Naikkan --seconds untuk melihatnya.`,
    "crowd-lost": (figure) =>
      `dari ${figure("clients")} klien, ${figure("lost")} kehilangan koneksinya, dan ${figure("wrong")} tidak mendapat jawaban utuh berstatus 2xx, atau mendapat jawaban yang berbeda dari klien yang sendirian. Angka waktu tunggunya berasal dari klien yang lain.`,
    "crowd-busy": () =>
      "proses kerumunan sendiri memakai hampir seluruh waktu satu prosesor pada sebagian kerumunan, jadi sebagian waktu tunggunya berasal dari situ. Bandingkan kerumunan yang lebih kecil, atau pakai komputer dengan prosesor yang lebih cepat.",
    "waited-for-port": (figure) =>
      `port ${figure("port")} masih dipakai koneksi terakhirnya sampai semenit (TIME_WAIT), jadi Antre harus menunggu sebelum bisa menjalankannya. Pasang SO_REUSEADDR sebelum bind.`,
    "several-ports": (figure) =>
      `server mendengarkan di lebih dari satu port: klien diarahkan ke ${figure("port")}, bukan ke ${figure("others")}. Kalau itu keliru, sebutkan port yang benar dengan --port.`,
    "not-200": (figure) =>
      `jawabannya berstatus ${figure("status")}, bukan 200. Pastikan file itu ada di folder yang disajikan server, atau minta file lain dengan --path. Perintahnya dijalankan di folder Antre sendiri, bukan di folder tempat Anda mengetiknya: awali dengan "cd FOLDER && " kalau server mencari file di folder tempat ia dijalankan.`,
    "not-on-sample-site": (figure) =>
      `jawabannya berstatus ${figure("status")}, bukan 200: situs contoh yang disajikan server Antre tidak punya ${figure("path")}. Hilangkan --path.`,
  },

  about: (servers, remark) => `${servers}: ${remark}`,

  timeline: "Garis waktu",
  phases: {
    connecting: "menyambung",
    queued: "di antrean accept",
    waiting: "menunggu jawaban",
    receiving: "menerima",
    holding: "tetap terhubung",
    closed: "ditutup",
  },
  synAgain: "SYN dikirim lagi",
  span: (time) => `0 sampai ${time}`,
  letGo: (who, time) => `${who} pergi pada ${time}`,
  notToScale: "Setiap tahap digambar paling sedikit satu karakter, jadi tahap tersingkat tidak sesuai skala.",

  headline: {
    both: (blocking, concurrent) =>
      `Satu klien membuat klien berikutnya menunggu di ${blocking}, tetapi tidak di ${concurrent}.`,
    blocks: (servers) => `Satu klien membuat klien berikutnya menunggu di ${servers}.`,
    concurrent: (servers) => `Tidak ada klien yang harus menunggu klien lain di ${servers}.`,
    alone: {
      page: (servers) => `Klien yang datang sendirian mendapat halamannya di ${servers}.`,
      missing: (servers) => `Klien yang meminta file yang tidak ada mendapat 404 Not Found di ${servers}.`,
      shows: (servers) => `Browser menampilkan halaman dari ${servers}.`,
      empty: (servers) => `Browser mendapat jawaban dari ${servers}, tetapi tidak menampilkan teks apa pun.`,
    },
    unknown: (servers) => `Belum bisa dipastikan siapa menunggu siapa di ${servers}.`,
    wrong: (servers) => `Klien yang datang sendirian tidak mendapat jawaban yang benar di ${servers}.`,
    nothing: (servers) => `Belum ada yang bisa dipastikan tentang ${servers}.`,
    except: (sentence, servers) => `${sentence.replace(/\.$/, "")}; belum bisa dipastikan di ${servers}.`,
    untried: (servers) => `Tidak bisa dicoba: ${servers}.`,
    exceptUntried: (sentence, servers) => `${sentence.replace(/\.$/, "")}; tidak bisa dicoba: ${servers}.`,
  },
  lane: {
    synAgain: (moments) => `SYN dikirim lagi setelah ${moments}`,
    waited: (time, holder) => `menunggu ${holder} selama ${time}`,
    waitedForOneOf: (time, holders) => `menunggu satu dari ${holders} klien selama ${time}`,
    waitedOnly: (time) => `menunggu ${time}`,
    answered: (time) => `dijawab setelah ${time}`,
    letGo: (time) => `pergi pada ${time}`,
    empty: "Tidak ada yang digambar: tidak ada klien yang sampai ke server ini.",
  },
  page: {
    who: "Siapa menunggu siapa",
    key: "Cara membacanya",
    scale:
      "Waktu berjalan dari kiri ke kanan, dalam milidetik sejak ulangan dimulai. Tahap yang singkat digambar lebih lebar daripada sebenarnya supaya terlihat.",
    arrows:
      "Panah menunjuk dari klien yang menunggu ke klien yang ditunggu. Kalau beberapa klien menunggu, atau menunggu salah satu dari beberapa klien, mereka dihubungkan dengan garis di tepi kanan. Garis putus-putus adalah saat klien pertama pergi.",
    inFigures: (server) => `${server} dalam angka`,
    timelineOf: (server) => `Garis waktu ${server}`,
    phase: "tahap",
    from: "mulai (ms)",
    lasted: "lamanya (ms)",
    compared: "Perbandingan server",
    comparison: "Perbandingan",
    pictures: "Yang tampak di browser",
    picture: (client, server) => `${client} di ${server}`,
    pictured: (picture) => `${picture}, tepat sebelum klien 1 pergi`,
    pictureMissing: "Gambarnya tidak ada.",
    code: "Baris yang menentukan",
    codeOf: (file) => `Baris dari ${file}`,
    runs: {
      iterative: "satu thread menjalankan loop ini",
      pool: (threads) =>
        threads === null
          ? "setiap thread di dalam pool menjalankan loop ini"
          : `masing-masing dari ${threads} thread menjalankan loop ini`,
      prefork: (processes) =>
        processes === null
          ? "setiap proses menjalankan loop ini"
          : `masing-masing dari ${processes} proses menjalankan loop ini`,
    },
    marked: "Baris yang ditandai hanya ada di satu loop.",
    evidence: "Waktu setiap server",
    trials: "Setiap ulangan",
    trial: "ulangan",
    afterwards: "sesudahnya",
    alive: "menjawab klien baru",
    dead: "tidak menjawab siapa pun",
  },

  observations,

  title: (scenario) => `Skenario ${scenario}`,
  clientsTitle: "Klien",
  happenedTitle: "Apa yang terjadi",
  decidedTitle: "Cara mengambil putusan",
  decided,
  evidence: {
    alone: "menjawab klien yang sendirian dalam (ms)",
    patience: "batas waktu tunggu (ms)",
    outcomes: "hasil ulangan",
    waits: "lama menunggu tiap ulangan (ms)",
    accepted: "sudah diterima",
    acceptQueue: "di antrean accept",
    unread: "byte belum dibaca",
    threads: "thread",
    processes: "proses",
    command: "perintah",
  },
  kernelTitle: "Keterangan kernel selagi klien 1 masih terhubung",
  fromTo: (low, high) => `${low} sampai ${high}`,
  accepted: { true: "ya", false: "belum" },
  machineTitle: "Komputernya",
  machine: (os, cpus, memory, node) => `${os}, prosesor: ${cpus}, memori: ${memory} MiB, Node.js ${node}.`,
  dateTime: (date, time) => `${date} pukul ${time}`,
  run: (startedAt, elapsed) => `Dimulai pada ${startedAt}; lamanya ${elapsed}.`,

  cannotWrite: (path, reason) =>
    `Hasil tidak bisa ditulis ke ${path}: ${reason}. Pilih folder lain dengan --out FOLDER.`,
  reasons: {
    EACCES: "Anda tidak boleh menulis di sana",
    EPERM: "Anda tidak boleh menulis di sana",
    EROFS: "disk hanya bisa dibaca",
    ENOENT: "folder tidak bisa dibuat di sana",
    ENOSPC: "disk penuh",
    ENOTDIR: "sebagian dari jalurnya adalah file, bukan folder",
    EEXIST: "di sana sudah ada file dengan nama itu, bukan folder",
    EISDIR: "di sana sudah ada folder dengan nama itu, bukan file",
  },
};
