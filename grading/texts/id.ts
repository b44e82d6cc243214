// Umpan balik dalam Bahasa Indonesia: what people read about a grade, in Indonesian.

import { toInstall } from "../../cli/install.js";
import type { Hold, ModelName, Outcome } from "../../results/result.js";
import type { Role } from "../grade.js";
import type { Does } from "../submission/finding/choose.js";
import { command } from "./id-command.js";
import { report } from "./id-report.js";
import type { Texts } from "./texts.js";

/** What Intl.ListFormat makes of it, which takes 25 ms to load in every program that says anything. */
const list = (words: readonly string[], last = "atau"): string =>
  words.length < 3 ? words.join(` ${last} `) : `${words.slice(0, -1).join(", ")}, ${last} ${words.at(-1)}`;

const models: Record<ModelName, string> = {
  iterative: "satu per satu (iteratif)",
  "thread-per-connection": "satu thread untuk setiap klien",
  "process-per-connection": "satu proses untuk setiap klien",
  "thread-pool": "sejumlah thread yang tetap",
  prefork: "sejumlah proses yang tetap",
  "event-loop": "event loop",
  "single-shot": "hanya satu klien, lalu berakhir",
  silent: "tidak menjawab siapa pun",
  "not-started": "tidak berjalan",
  unknown: "tidak dapat ditentukan",
};

const holds: Record<Hold, string> = {
  kept: "klien 1 tetap terhubung setelah dijawab",
  idle: "klien 1 diam saja",
  partial: "klien 1 baru mengirim setengah permintaan",
  unread: "klien 1 meminta halaman besar dan tidak membaca jawabannya",
};

/** Dari mana lagi klien boleh tahu servernya. */
const elsewhere: Record<string, string> = {
  keyboard: "atau menanyakannya kepada pengguna",
  source: "atau mengetahuinya dari kode sumbernya",
};

const outcomes: Record<Outcome, string> = {
  answered: "klien 2 dijawab",
  blocked: "klien 2 harus menunggu",
  refused: "klien 2 ditolak",
  silent: "klien 2 tidak pernah dijawab",
  broken: "klien 2 mendapat jawaban yang salah",
  inconclusive: "hasil ulangannya berbeda-beda",
};

const ways: Record<string, string> = {
  close: "klien menutup koneksi setelah dijawab",
  reset: "klien memutus koneksi begitu saja setelah dijawab",
  exit: "klien mengirim exit setelah dijawab",
  silent: "klien pergi tanpa mengirim apa-apa",
  half: "klien pergi di tengah permintaan",
};
const wayOf = (way: string): string => ways[way] ?? way;

const handIn = (role: Role, line: string): string =>
  `Beri nama filenya ${role === "client" ? "client" : `server_${role}`}, dengan akhiran sesuai bahasanya (.py, .js, .java, .c, .go ...), atau tulis file antre.yaml di folder itu, misalnya dengan baris: ${line}`;

/** Yang dilakukan program menurut isinya: what a program does, as its source says. */
const does: Record<Does, string> = {
  connects: "terhubung ke server",
  "one at a time": "menunggu koneksi, dan melayani satu per satu",
  threads: "menunggu koneksi, dan melayani dengan thread",
  processes: "menunggu koneksi, dan melayani dengan proses",
  events: "menunggu koneksi, dan melayani banyak klien dalam satu loop",
  "means to": "menunggu koneksi, dan menyiapkan thread atau sejenisnya",
};

const words = (title: string, expected: string) => ({ title: () => title, expected: () => expected });

export const id: Texts = {
  command,
  report,
  code: "id",
  roles: { single: "server single", multi: "server multi", client: "klien" },
  statuses: { pass: "lulus", fail: "tidak lulus", inconclusive: "belum diputuskan", skipped: "tidak dicoba" },
  models,

  checks: {
    starts: words("Berjalan", "Program berjalan dan membuka sebuah port dalam 10 detik."),
    page: words(
      "Menyajikan halaman",
      "Halaman dari folder server datang dengan status 200, tepat sampai byte terakhir.",
    ),
    emoji: words(
      "Menyajikan halaman dengan emoji",
      "Halaman dengan huruf di luar abjad Inggris dan emoji (UTF-8) datang dengan status 200, tepat sampai byte terakhir.",
    ),
    "not-found": words(
      "404 untuk halaman yang tidak ada",
      "Halaman yang tidak ada dijawab dengan status 404.",
    ),
    "goes-on": {
      title: () => "Tetap berjalan setelah klien pergi",
      expected: ({ ways: chosen }) =>
        `Setelah sebuah klien pergi (${list((chosen as string[]).map(wayOf))}), klien berikutnya dilayani.`,
    },
    "second-waits": words(
      "Klien kedua menunggu",
      "Selama klien 1 terhubung, klien 2 tidak mendapat jawaban. Setelah klien 1 pergi, klien 2 dilayani. Untuk server single, inilah yang benar.",
    ),
    "two-clients": words("Dua klien sekaligus", "Klien 2 dijawab selama klien 1 masih terhubung."),
    holds: words(
      "Tidak ada klien yang membuat klien lain menunggu",
      `Klien 2 dijawab, apa pun yang dilakukan klien 1: ${list(Object.values(holds))}.`,
    ),
    "ten-at-once": {
      title: () => "Sepuluh klien sekaligus",
      expected: ({ clients }) =>
        `${clients} klien terhubung, dan masing-masing dijawab selama yang lain masih terhubung.`,
    },
    model: {
      title: () => "Memakai thread",
      expected: ({ accept }) =>
        `Dilihat dari luar, server memakai: ${list((accept as ModelName[]).map((name) => models[name]))}.`,
    },
    "two-browsers": words(
      "Dua browser sekaligus",
      "Browser kedua menampilkan halaman selama browser pertama masih terbuka.",
    ),
    "browser-and-client": words(
      "Browser bersama klien",
      "Browser menampilkan halaman selama klien baris perintah masih terhubung.",
    ),
    large: words(
      "Menyajikan halaman besar",
      "Halaman 1 MiB datang dengan status 200, tepat sampai byte terakhir.",
    ),
    binary: words(
      "Menyajikan gambar",
      "Gambar (byte yang bukan teks) datang dengan status 200, tepat sampai byte terakhir.",
    ),
    pieces: words(
      "Permintaan yang terpotong",
      "Permintaan yang datang dalam dua potong dijawab sama seperti yang datang sekaligus.",
    ),
    "dot-dot": words(
      "Menjaga file lain",
      "Permintaan /../NAMA tidak menghasilkan file dari luar folder server.",
    ),
    "content-length": words(
      "Menyebut panjang jawaban",
      "Jawabannya punya Content-Length, dan angkanya benar.",
    ),
    connects: {
      title: () => "Menerima host dan port",
      expected: ({ also, start }) =>
        `Dijalankan dengan host dan port, klien terhubung ke alamat itu${(also as string[]).map((one) => `; ${elsewhere[one] ?? one}`).join("")}.${(start as string[]).length > 0 ? ` Klien dijalankan sebagai: ${list((start as string[]).map((form) => `client ${form}`))}.` : ""}`,
    },
    get: words(
      "Mengirim permintaan GET",
      "Untuk file yang disebut, klien mengirim permintaan yang sah: GET /NAMA HTTP/1.1 (atau 1.0), setiap baris diakhiri CR LF, lalu satu baris kosong.",
    ),
    prints: {
      title: () => "Menampilkan respons",
      expected: ({ ways }) =>
        `Seluruh respons ditampilkan${(ways as string[]).includes("pieces") ? ", juga kalau datangnya sepotong-sepotong" : ""}.`,
    },
    "shows-404": words("Menampilkan 404", "Kalau server menjawab 404 Not Found, pengguna melihatnya."),
    "asks-again": words(
      "Lanjut setelah 404",
      "Setelah 404, pengguna dapat meminta file lain, dan mendapatkannya.",
    ),
    exit: words("Keluar dengan exit", 'Kalau "exit" diketik, klien berakhir.'),
    "nobody-listens": words(
      "Memberi tahu kalau server tidak ada",
      "Kalau tidak ada server di alamat itu, klien mengatakannya, dan tidak crash.",
    ),
  },

  kernel: ({ accepted, acceptQueue, unreadBytes }) =>
    `Menurut sistem operasi, ${accepted ? "server sudah menerima koneksi itu (accept)" : `server belum menerima koneksi itu (${acceptQueue} di antrean accept)`}, dan ${unreadBytes === 0 ? "sudah membaca semua yang dikirim klien" : `${unreadBytes} byte dari klien belum dibaca`}.`,

  hold: (hold, outcome) =>
    `${holds[hold]}: ${outcome === null ? "keadaan ini tidak dapat dicoba di server ini" : outcomes[outcome]}`,

  ways: {
    close: wayOf("close"),
    reset: wayOf("reset"),
    exit: wayOf("exit"),
    silent: wayOf("silent"),
    half: wayOf("half"),
  },

  got: {
    listens: (port) => `Server membuka port ${port}.`,
    listensAt: (address, port) =>
      `Server membuka port ${port}, tetapi hanya di alamat ${address}. Di sini alamat itu disediakan; komputer yang tidak memilikinya akan menolak. Dengan "" atau 0.0.0.0 server menerima di semua alamat.`,
    page: (bytes, path) => `${path}: status 200, dan ${bytes} byte semuanya benar.`,
    pageAndLineEnd: (bytes, path) =>
      `${path}: status 200, dan semua ${bytes} byte benar. Sesudahnya ada akhir baris yang bukan bagian dari file; browser tidak mempermasalahkannya.`,
    fixedPage: (count) => `Halaman ini dan halaman yang tidak ada mendapat ${count} byte yang sama.`,
    status: (status, path) => `${path}: status ${status}.`,
    differs: (path, got, expected, at) =>
      got < expected && at === got
        ? `${path}: hanya ${got} byte pertama dari ${expected} byte yang datang.`
        : `${path}: datang ${got} byte, seharusnya ${expected} byte. Berbeda mulai byte ke-${at + 1}.`,
    unanswered: {
      answered: () => "Dijawab.",
      silent: () => "Tidak ada jawaban dalam 5 detik.",
      closed: () => "Server menutup koneksi tanpa menjawab.",
      refused: (error) => `Koneksi ditolak atau diputus (${error || "tanpa alasan"}).`,
      "no empty line": () =>
        "Awal jawabannya benar, tetapi headernya tidak ditutup: tidak ada baris kosong sesudahnya.",
      "not HTTP": (error) => `Jawabannya bukan HTTP: ${error}.`,
      endless: (error) =>
        error ? `Jawabannya tidak utuh: ${error}.` : "Jawabannya tidak selesai dalam 5 detik.",
    },
    crashed: "Server berakhir ketika sedang menerima permintaan.",
    allHolds: (tried, all) =>
      tried === all
        ? "Klien 2 selalu dijawab."
        : `Klien 2 selalu dijawab; ${tried} dari ${all} keadaan bisa dicoba pada server ini.`,
    someHolds: (wrong) => `${wrong.join("; ")}.`,
    served: (some, all) => `${some} dari ${all} klien dijawab selama yang lain masih ada.`,
    toldBySource: (name, code, path) => `Kode sumbernya menunjukkan: ${name}, dengan ${code} (${path}).`,
    model: (name, reason) => `Dilihat dari luar: ${name}${reason ? `, karena ${reason}` : ""}.`,
    endedAfter: (way) => `Server berakhir setelah klien pergi (${way}).`,
    deafAfter: (way) => `Setelah klien pergi (${way}), klien berikutnya tidak dijawab.`,
    deafLater: "Setelah klien pergi, klien berikutnya tidak dijawab dalam 5 detik.",
    wentOn: (all) => `Klien berikutnya selalu dilayani: ${all.join("; ")}.`,
    browserNoHttp:
      "Browser tidak menampilkan apa-apa karena jawabannya bukan HTTP: itu urusan pemeriksaan halaman, dan tidak dihitung lagi di sini.",
    browserNoPage: (status) =>
      `Browser mendapat status kesalahan (${status}) dan tidak ada halaman: itu urusan pemeriksaan halaman, dan tidak dihitung lagi di sini.`,
    outside: (path) => `${path} menghasilkan file dari luar folder server.`,
    inside: "Tidak ada file dari luar yang diberikan.",
    noLength: "Jawabannya tidak punya Content-Length.",
    length: (length) => `Content-Length: ${length}, benar.`,
    wrongLength: (length, right) => `Content-Length: ${length}; padahal halamannya ${right} byte.`,
    lacking: (language, program) =>
      language === ""
        ? `Komputer ini tidak punya program ${program}, jadi tidak dapat dicoba.${toInstall(program, "Cara memasangnya:")}`
        : `Komputer ini tidak punya ${language} (program ${program}), jadi tidak dapat dicoba.${toInstall(program, "Cara memasangnya:")}`,
    lacks: {
      dependency: (what, asked = null) =>
        `Program memerlukan ${what}, yang tidak ada di komputer ini${asked ? ` (diminta oleh ${asked})` : ""}.`,
      download: (what) => `Build-nya mengunduh ${what}, padahal jaringan tertutup.`,
      windows: (what) => `Program memakai ${what}, yang hanya ada di Windows.`,
      "python 2": () => "Program ditulis dalam Python 2.",
      window: () => "Program membuka jendela.",
    },
    notBuilt: (language) =>
      language === "" ? "Program tidak dapat dibuat." : `Program tidak dapat dikompilasi (${language}).`,
    spared: (why) => `Tidak dicoba, karena yang terjadi sebelumnya: ${why}`,
    refusedSomeCall:
      "Sistem menghentikannya (SIGSYS), karena program memakai system call yang tidak diperlukan server atau klien mana pun dalam mata kuliah, dan yang ditolak sandbox: kunci, mount, namespace, dan sejenisnya.",
    refusedCall: (call) =>
      `Sistem menghentikannya (SIGSYS), karena program memakai system call ${call}, yang tidak diperlukan server atau klien mana pun dalam mata kuliah, dan yang ditolak sandbox.`,
    excess: {
      memory: (used) => `Program dihentikan: memakai ${used} MiB memori.`,
      processes: (used) => `Program dihentikan: punya ${used} proses dan thread.`,
      namespaces: () => "Program dihentikan: menjadikan dirinya root di namespace miliknya sendiri.",
      browser: (used) =>
        `Program dihentikan: salah satu halamannya membuat browser memakai ${used} MiB memori.`,
      sockets: (used) =>
        `Program dihentikan: punya ${used} socket, dan buffernya bisa memakan lebih banyak memori daripada yang diizinkan.`,
    },
    disagree: (passes, all, got) => `${passes} dari ${all} percobaan berhasil. Pada percobaan lain: ${got}`,
    notFound: {
      none: () =>
        "Tidak ada program yang ditemukan: kiriman ini tidak punya file dalam bahasa yang dikenal di sini.",
      absent: (seen) =>
        seen.length === 0
          ? "Tidak ada program lain dalam kiriman ini."
          : `Program itu tidak ada dalam kiriman ini, yang berisi: ${seen.join(", ")}.`,
      unsupported: (seen) => `Bahasa file berikut tidak dapat dinilai di sini: ${seen.join(", ")}.`,
      archives: (seen) =>
        `Tidak ada program yang ditemukan. Kiriman ini berisi beberapa arsip, dan arsip itu tidak dibuka: ${seen.join(", ")}.`,
      several: (seen) => `Ada beberapa program yang mungkin dimaksud: ${seen.join(", ")}.`,
      manifest: (seen) => `antre.yaml tidak dapat dibaca. ${seen.join(" ")}.`,
      "no folder": (seen) => `Tidak ada folder "${seen.join("")}" di dalam kiriman.`,
    },
    timeUp: (seconds) =>
      `Pemeriksaan program ini memakan lebih dari ${seconds} detik; pemeriksaan yang ini tidak dilakukan.`,
    broken: (detail) => `Penilainya sendiri yang gagal: ${detail}`,

    connected: (address) => `Klien terhubung ke ${address}.`,
    notConnected: {
      ended: (status) => `Klien berakhir (${status}) tanpa terhubung.`,
      waiting: () => "Klien tidak terhubung dalam 5 detik, juga setelah nama file diketik.",
    },
    sent: (line) => `Yang dikirim: ${line}`,
    noRequest: "Klien terhubung, tetapi tidak mengirim apa-apa dalam 5 detik setelah nama file diketik.",
    badRequest: {
      line: (line) => `Baris pertamanya: ${line}`,
      path: (line, path) => `Yang diminta bukan ${path}. Baris pertamanya: ${line}`,
      blank: () => "Permintaannya tidak diakhiri baris kosong.",
      "bare LF": () => "Barisnya diakhiri LF saja (\\n), bukan CR LF (\\r\\n).",
    },
    printed: (count) => `Semua ${count} bagian halaman ditampilkan.`,
    printedSome: (some, all) => `${some} dari ${all} bagian halaman ditampilkan.`,
    printedInPieces: (some, all) =>
      `Dari halaman yang datang dalam tiga potong, ${some} dari ${all} bagian ditampilkan.`,
    shown404: "404-nya ditampilkan.",
    perhaps404:
      "Ada yang ditampilkan, yang tidak ditampilkan untuk halaman lain. Apakah artinya halaman itu tidak ada, manusia yang memutuskan.",
    typed: (lines) => `Yang diketik, baris demi baris: ${lines.join(" | ")}`,
    strange: "Klien menanyakan sesuatu yang tidak dapat dijawab oleh penilai.",
    noConsole: "Klien meminta console (System.console), yang hanya ada di terminal.",
    connectedBy: {
      keyboard: (port) => `Klien menanyakannya kepada pengguna, lalu terhubung ke port ${port}.`,
      itself: (port) =>
        `Klien terhubung ke port ${port}, yang tertulis di dalam program, bukan ke port yang diberikan.`,
    },
    neverAsked:
      "Nama file diketik, tetapi tidak ada permintaan. Mungkin program menganggapnya jawaban untuk pertanyaan lain.",
    endedEarly: (status) => `Klien berakhir (${status}) sebelum exit diketik.`,
    notShown404: "Baik 404 maupun halaman yang mengatakannya tidak ditampilkan.",
    askedAgain: "File berikutnya diminta, dan ditampilkan.",
    onlyAskedAgain: "File berikutnya diminta.",
    wentOnClosed: "Server sudah menutup koneksi, tetapi klien masih memakainya.",
    endedAtOnce: (status) => `Klien terhubung, lalu berakhir (${status}) tanpa mengirim permintaan.`,
    notAskedAgain: {
      ended: "Klien berakhir setelah 404.",
      "ended at once": "Klien berakhir setelah jawaban pertama.",
      "not printed": "File berikutnya diminta, tetapi tidak ditampilkan.",
    },
    asksOnce: "Ini tidak berlaku: klien meminta satu halaman, lalu berakhir.",
    neverEnded: "Klien tidak berakhir setelah dijawab, padahal hanya diminta mengambil satu halaman.",
    crashedAfter: (status) => `Klien crash setelah dijawab (${status}).`,
    startedAs: (command) => `Dijalankan sebagai: ${command}`,
    opensWindow: (toolkit) => `Klien membuka jendela (${toolkit}).`,
    wantsOtherWords: (usage) => `Program meminta argumen lain daripada yang dikenal penilai: ${usage}`,
    left: (status) => `Klien berakhir (${status}).`,
    stayed: "Klien tetap berjalan setelah exit diketik.",
    said: "Klien mengatakannya, dan tidak crash.",
    perhapsSaid: "Tidak ada kata lain yang ditampilkan daripada ketika ada server.",
    silentThere: "Klien tidak mengatakan apa-apa selain yang juga dikatakannya ketika ada server.",
    hung: "Klien tidak berakhir dan tidak mengatakan apa-apa dalam 5 detik.",
    killedThere: (signal) => `Klien dihentikan oleh sinyal ${signal}, tanpa menampilkan kalimatnya sendiri.`,
    crashedThere:
      "Klien crash: yang tampil adalah pesan error dari bahasa pemrogramannya, bukan sebuah kalimat.",
    exit: (status, signal) =>
      signal ? `dihentikan oleh ${signal}` : `status keluar ${status ?? "tidak diketahui"}`,
  },

  hints: {
    undecided:
      "Hasil percobaannya tidak sama, jadi dosen yang memutuskan. Apakah ada race di dalam program, atau program perlu waktu lebih lama?",
    crashed:
      "Lihat keluaran terakhirnya di bawah. Tangkap error (exception) dari satu klien, supaya seluruh server tidak ikut berakhir.",
    status200: "Kalau filenya ada, jawab dengan HTTP/1.1 200 OK.",
    notFoundThough:
      "Filenya ada, yaitu di folder tempat server dijalankan. Buka file itu relatif terhadap folder tersebut, tanpa / di depan.",
    status404: "Kalau filenya tidak ada, jawab dengan HTTP/1.1 404 Not Found.",
    missingAs200:
      "Baris statusnya harus berbunyi 404 Not Found. Halaman yang bertuliskan begitu saja tidak cukup.",
    shows: "Perbaiki dulu temuan pada pemeriksaan halaman; sesudah itu browser dapat dicoba.",
    missingUnanswered:
      "Kalau file tidak dapat dibuka, tangkap errornya dan jawab dengan HTTP/1.1 404 Not Found.",
    fixedPage:
      "Setiap permintaan mendapat teks yang sama, juga untuk file yang tidak ada. Ambil nama file dari baris pertama permintaan, buka file itu, lalu kirim isinya.",
    page: {
      "letters counted":
        "Content-Length menghitung byte, bukan huruf. Encode teksnya dulu, lalu ambil panjangnya: len(body.encode()) di Python, body.getBytes(UTF_8).length di Java, Buffer.byteLength(body) di JavaScript.",
      empty: "Header-nya datang, tetapi isi filenya tidak. Kirim isinya setelah baris kosong.",
      "cut short":
        "Bagian akhirnya hilang. Satu send mungkin hanya mengirim sebagian: pakai sendall, atau send dalam loop. Baca seluruh file, dan periksa Content-Length.",
      "something before it":
        "Ada sesuatu di antara header dan isi file. Header ditutup dengan satu baris kosong; setelah itu langsung isi file, dari byte pertama.",
      "something after it":
        "Yang datang lebih banyak daripada isi file. Setelah baris kosong, kirim isi file itu saja.",
      "line ends": "Akhir barisnya berubah. Buka file dalam mode biner (rb) dan kirim byte-nya.",
      "text made of bytes":
        "File dibaca sebagai teks lalu ditulis ulang. Buka dalam mode biner (rb) dan kirim byte-nya apa adanya.",
      "other page": "Yang datang halaman lain. Kirim file yang diminta.",
      "other bytes": "Kirim isi file itu apa adanya, dari byte pertama sampai terakhir.",
    },
    unanswered: {
      answered: "",
      silent:
        "Apakah server menjawab setelah baris kosong permintaan datang, dan dalam 5 detik? Kalau server membaca sampai klien menutup koneksi, ia menunggu selamanya.",
      closed: "Kirim jawaban sebelum koneksi ditutup. Apakah ada exception yang mengakhirinya?",
      refused:
        "Apakah server memanggil accept lagi untuk setiap klien? Tutup koneksi dengan close, setelah semuanya terkirim.",
      "not HTTP": "Jawaban diawali baris status: HTTP/1.1 200 OK, lalu header, lalu baris kosong.",
      "no empty line":
        "Tutup header dengan satu baris kosong sebelum halaman: baris status dan setiap header diakhiri \\r\\n, lalu satu \\r\\n lagi sesudah yang terakhir.",
      endless:
        "Berhenti mengirim di akhir file. Kalau ada Content-Length, angkanya harus sama dengan jumlah byte isi.",
    },
    silent: {
      "not-accepted":
        "Koneksinya tertinggal di antrean accept: apakah server mengerjakan hal lain sebelum memanggil accept, atau di antara dua klien?",
      "not-read":
        "Koneksinya sudah di-accept, tetapi yang dikirim klien belum dibaca: apakah program menunggu hal lain, misalnya keyboard, lock, atau klien lain?",
      "reads-on":
        "Permintaannya sudah dibaca sampai habis, dan program menunggu lanjutannya: recv yang diulang sampai kosong menunggu klien menutup koneksi. Berhenti di baris kosong yang mengakhiri permintaan.",
    },
    secondLost: (right) =>
      right === "blocks"
        ? "Klien 2 boleh menunggu, tetapi harus dilayani setelah klien 1 pergi. Apakah loop memanggil accept lagi setelah setiap klien?"
        : "Beri setiap klien thread sendiri, dan jangan biarkan error di satu thread mengakhiri thread lain.",
    otherVerdict: (right) =>
      right === "blocks"
        ? "Server single melayani satu klien sampai klien itu pergi, baru menerima klien berikutnya: tanpa thread, tanpa proses, tanpa select."
        : "Jalankan thread untuk setiap klien tepat setelah accept (start, bukan run atau join), lalu langsung kembali ke accept, dan jangan memegang lock selama klien dilayani.",
    holds: {
      kept: "Jalankan thread untuk setiap klien tepat setelah accept, lalu langsung kembali ke accept, dan jangan memegang lock selama klien dilayani.",
      idle: "Jalankan thread sebelum apa pun dibaca, dan jangan menunggunya (join): selama klien 1 diam, loop accept harus kembali ke accept.",
      partial:
        "Baca permintaan di thread klien itu sendiri, bukan di loop accept, dan jangan memegang lock selama membaca.",
      unread:
        "Kirim di thread klien itu sendiri, dan jangan memegang lock selama mengirim. Satu loop untuk banyak klien hanya boleh mengirim sebanyak yang muat, dan sisanya kemudian.",
    },
    holdsAccepted:
      "Koneksinya sudah di-accept, tetapi yang memegangnya menunggu klien 1: apakah ada lock yang dipegang selama membaca permintaan atau mengirim jawaban?",
    acceptLoop:
      "Ada klien yang tertinggal di antrean accept: sesuatu di loop accept menunggu satu klien (recv, join, atau pelayanannya sendiri). Jalankan thread tepat setelah accept, lalu kembali ke accept.",
    served:
      "Semuanya sudah di-accept, tetapi saling menunggu: apakah thread-thread-nya menunggu lock yang sama, atau satu thread melayani mereka bergiliran?",
    poolTooSmall: (some, language) =>
      `Apakah dipakai pool thread yang terlalu kecil? Pool hanya melayani sejumlah klien sekaligus, di sini ${some}${language === "Python" ? ": ThreadPoolExecutor() tanpa max_workers, misalnya, hanya punya 4 thread lebih banyak daripada jumlah prosesor" : ""}. Jalankan satu thread untuk setiap klien, atau perbesar poolnya.`,
    model: (wanted) => `Yang diminta tugas: ${list(wanted)}.`,
    modelUndecided: (language) =>
      `Dari luar ini tidak dapat diputuskan${language ? ` untuk ${language}` : ""}: kode sumbernya harus diperiksa manual.`,
    goesOn:
      "Tangkap error dari recv dan send (klien sudah pergi), tutup koneksi itu, lalu terima klien berikutnya.",
    pieces: "Satu recv mungkin hanya membawa sebagian permintaan. Baca terus sampai baris kosong datang.",
    outside: "Tentukan dulu letak filenya, dan tolak yang tidak berada di dalam folder.",
    contentLength:
      "Kirim Content-Length dengan jumlah byte isi. Tanpa itu, browser tidak tahu kapan halaman selesai.",
    notBuilt:
      "Pesan kompilatornya ada di bawah. Kompilasi sendiri dulu, kalau bisa di Linux. Kalau perlu opsi lain, tulis di antre.yaml: build: PERINTAH.",
    spared: "Perbaiki itu dulu; setelah itu pemeriksaan ini dapat dilakukan.",
    refusedCall:
      "Jangan pakai system call itu: socket, file, thread, dan proses diperbolehkan. Kalau sebuah library yang memakainya, gunakan library lain.",
    excess: "Cari loop yang tanpa henti membuat thread atau proses, atau menyimpan data.",
    lacks: {
      dependency: "Dosen yang memutuskan. Setelah itu dipasang, program dapat dinilai lagi.",
      download:
        "Dosen yang memutuskan. Sertakan yang diunduh itu, atau tulis di antre.yaml cara membangunnya tanpa mengunduh.",
      windows: "Dosen yang memutuskan. Program dapat dicoba di Windows: npm run grade -- --self FOLDER.",
      "python 2": "Dosen yang memutuskan. Setelah Python 2 dipasang, program dapat dinilai lagi.",
      window:
        "Dosen yang memutuskan. Penilai tidak punya layar: yang dicoba adalah program yang dipakai di terminal.",
    },
    network:
      "Dosen yang memutuskan. Sandbox penilai tidak dapat menjangkau komputer lain: dengarkan di 0.0.0.0 atau 127.0.0.1, dan hubungkan klien ke host yang diberikan.",
    taken:
      "Apakah port itu dipakai program lain? Pasang SO_REUSEADDR sebelum bind: tanpa itu, port tetap terpakai selama satu menit setelah program berakhir.",
    notStarted: {
      ended: "Jalankan sendiri, tanpa argumen, di foldernya sendiri. Keluaran terakhirnya ada di bawah.",
      "no port":
        "Apakah bind dan listen dipanggil? Apakah program menunggu ketikan? Program harus berjalan tanpa bertanya, dengan port di dalam program atau dari argumennya.",
      "other port": "Buka port yang disebut di antre.yaml.",
    },
    noLoneAnswer: {
      refused: "Apakah server memanggil accept lagi untuk setiap klien?",
      closed: "Kirim jawaban sebelum koneksi ditutup.",
      silent: "Apakah server menjawab setelah baris kosong permintaan datang?",
      unasked: "Baca dulu permintaannya, baru menjawab.",
      broken: "Jawaban diawali baris status: HTTP/1.1 200 OK.",
      endless: "Berhenti mengirim di akhir file. Content-Length harus sama dengan jumlah byte isi.",
    },
    notFound: {
      none: (role, line) => handIn(role, line),
      absent: (role, line) => handIn(role, line),
      unsupported: () => "Dosen yang memutuskan. Bahasa yang dapat dinilai disebut di README.",
      archives: () => "Kumpulkan programnya langsung, atau satu file zip yang berisi semuanya.",
      several: (_, line) =>
        `Sisakan satu saja, atau tulis mana yang dimaksud: buat file antre.yaml di folder itu, dengan baris: ${line}`,
      manifest: () =>
        "Perbaiki baris itu di antre.yaml, atau hapus filenya: program lalu dicari dari nama dan isinya.",
      "no folder": () => "Tulis nama folder di antre.yaml sesuai dengan nama folder di dalam kiriman.",
    },
    timeUp:
      "Dosen yang memutuskan. Apakah programnya sangat lambat, atau sering membuat kliennya menunggu? Batas waktunya tertulis di rubrik.",
    broken: "Ini bukan salah programnya. Nilai sekali lagi; kalau terulang, beri tahu pengelola penilai.",

    connects: "Baca host dan port dari argumen: client HOST PORT, atau client HOST PORT FILE.",
    crashedAfter: "Lihat tulisan terakhirnya di bawah: setelah jawaban ada error yang tidak ditangkap.",
    neverEnds:
      "Berhenti membaca kalau seluruh respons sudah datang (sebanyak Content-Length, atau sampai koneksi ditutup), lalu akhiri program.",
    opensWindow:
      "Dosen yang memutuskan. Penilai tidak punya layar: yang dapat dicoba adalah klien yang dipakai di terminal.",
    wantsOtherWords: (line) =>
      `Dosen yang memutuskan. Kalau programnya benar, cara menjalankannya dapat ditulis di antre.yaml, misalnya: ${line}`,
    clientCrashed:
      "Klien crash sebelum terhubung. Lihat tulisan terakhirnya di bawah, dan jalankan seperti penilai: client HOST PORT.",
    get: "Kirim: GET /NAMA HTTP/1.1, lalu Host: HOST, lalu baris kosong; setiap baris diakhiri \\r\\n. (Di Java, println mengakhiri baris menurut sistemnya: tulis sendiri \\r\\n dengan print.)",
    hostMissing: "HTTP/1.1 meminta header Host: kirim juga Host: HOST.",
    prints:
      "Baca terus sampai seluruh respons datang (sebanyak Content-Length, atau sampai koneksi ditutup), lalu tampilkan.",
    printsNothing:
      "Tampilkan seluruh respons di layar; menyimpannya ke file saja tidak cukup. Baca terus sampai semuanya datang (sebanyak Content-Length, atau sampai koneksi ditutup).",
    wentOnClosed:
      "Server boleh menutup koneksi setelah menjawab, atau kalau lama tidak ada kiriman. Berhenti membaca kalau sudah datang sebanyak Content-Length, dan sambung lagi untuk file berikutnya kalau koneksinya sudah ditutup.",
    shows404: "Tampilkan baris status, atau halaman yang datang bersamanya.",
    asksAgain:
      "Setelah setiap jawaban, minta nama file berikutnya. Kalau server sudah menutup koneksi, sambung lagi.",
    exit: 'Bandingkan yang diketik dengan "exit", tanpa akhir barisnya, lalu akhiri program.',
    noConsole:
      "Dosen yang memutuskan. Baca dari System.in (Scanner atau BufferedReader), maka program dapat dinilai tanpa terminal.",
    strange: "Dosen yang memutuskan. Tanyakan nama file saja, dan ambil host dan port dari argumen.",
    neverAsked: "Dosen yang memutuskan. Setelah setiap jawaban, tanyakan nama file atau exit saja.",
    perhapsSaid:
      "Dosen yang memutuskan. Tampilkan sebuah kalimat: siapa yang tidak dapat dihubungi, dan mengapa.",
    nobodyListens:
      "Tangkap error dari connect, lalu tampilkan sebuah kalimat: siapa yang tidak dapat dihubungi, dan mengapa.",
  },

  told: {
    command: () => "menurut baris perintah",
    manifest: () => "menurut antre.yaml",
    name: () => "dari namanya",
    only: () => "satu-satunya",
    elimination: () => "karena hanya itu yang tersisa",
    content: (what) => `dari isinya: ${does[what]}`,
    mode: (mode) => `satu program yang diberi tahu perannya: ${mode || "tanpa argumen"}`,
    looking: (what) => `setelah dicoba: ${models[what]}`,
  },

  submission: {
    remedy: (hint) => hint.replace(/^Dosen yang memutuskan[.:] /, ""),
    leftOut: (paths) =>
      `Tidak disertakan, karena berupa tautan atau berada di luar folder: ${paths.join(", ")}. Kalau diperlukan, mintalah file aslinya.`,
    unopened: {
      "too large": (detail) => `lebih besar daripada ${detail}`,
      "too many": (detail) => `berisi lebih dari ${detail} file`,
      "too deep": (detail) => `foldernya bersarang lebih dari ${detail} tingkat`,
      broken: (detail) => `arsipnya rusak (${detail})`,
      strange: (detail) => `jenis arsipnya tidak dapat dibuka di sini (${detail}); pakai zip atau tar`,
      empty: () => "kosong",
      name: (detail) => `namanya bukan UTF-8, sehingga tidak dapat ditemukan lagi: ganti nama ${detail}`,
      missing: (detail) => `tidak ada file atau folder itu: ${detail}`,
    },
    notOpened: (why) =>
      `Kiriman tidak dapat dibuka: ${why}. Mintalah sebagai folder, file zip, atau file tar.`,
    undecided: (titles, why) => `Belum diputuskan: ${titles.join(", ")}. ${why}`,
    undecidedAll: (roles, why) => {
      const named = list(roles, "dan");
      return `${named.charAt(0).toUpperCase()}${named.slice(1)} belum diputuskan. ${why}`;
    },
    untold: (roles, why, remedy) =>
      `Belum dapat ditentukan program mana yang merupakan ${list(roles, "dan")}. ${why} ${remedy}`,
    paste: (line) => `Kalau memang begitu, tulis di antre.yaml: ${line}`,
    otherWork: {
      "not asked for": (seen) => `Isinya bukan yang diminta, melainkan program lain: ${seen.join(", ")}.`,
      chat: (seen) => `Isinya bukan tugas ini, melainkan program chat: ${seen.join(", ")}.`,
      game: (seen) => `Isinya bukan tugas ini, melainkan permainan: ${seen.join(", ")}.`,
      udp: (seen) => `Isinya bukan tugas ini, melainkan program yang memakai UDP: ${seen.join(", ")}.`,
      proxy: (seen) => `Isinya bukan tugas ini, melainkan proxy: ${seen.join(", ")}.`,
      "no network": (seen) =>
        `Isinya bukan tugas ini: tidak ada program yang menunggu koneksi atau terhubung ke server (${seen.join(", ")}).`,
      nothing: (seen) => `Tidak ada program di dalamnya: ${seen.join(", ")}.`,
    },
  },
};
