// Yang dikatakan doctor dan setup dalam Bahasa Indonesia.

import type { Texts } from "./texts.js";

const list = (words: readonly string[]): string =>
  words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")}${words.length > 2 ? "," : ""} dan ${words.at(-1)}`;

const common = {
  unknownOption: (option: string) => `Tidak ada opsi ${option}. Lihat daftar opsi dengan --help.`,
  missingValue: (option: string) => `Opsi ${option} memerlukan nilai. Lihat daftar opsi dengan --help.`,
  noValue: (option: string) => `Opsi ${option} tidak memakai nilai.`,
  badLanguage: (value: string) => `Opsi --lang harus en atau id, bukan "${value}".`,
};

const eatenByNpm = (command: string) => (option: string) =>
  `Opsi ${option} diambil oleh npm sendiri. Tulis -- sebelum opsi: npm run ${command} -- ${option} ... (di PowerShell: npm.cmd run ...).`;

export const id: Texts = {
  doctor: {
    ...common,
    usage: `Cara pakai: npm run doctor [-- opsi]

Menunjukkan apa yang dapat dilakukan Antre di komputer ini, apa yang belum ada,
dan cara mendapatkannya. Tidak ada yang dipasang atau diubah.

Opsi:
  --timeout DETIK  berapa lama program boleh menjawab (bawaan 1.5)
  --json           tampilkan sebagai JSON
  --lang en|id     bahasa
  --help           teks ini

Status keluar: 0 skenario dapat dijalankan, 2 salah pakai, 3 tidak dapat.`,
    eatenByNpm: eatenByNpm("doctor"),
    surplus: (word) => `"${word}" tidak dikenal di sini. Lihat cara pakainya dengan --help.`,

    badTimeout: (value) => `Opsi --timeout harus berupa detik dari 0.1 sampai 600, bukan "${value}".`,

    canRun: "Skenario dapat dijalankan di komputer ini.",
    cannotRun: (names) => `Skenario tidak dapat dijalankan di komputer ini, karena: ${list(names)}.`,
    allThere: "Semuanya lengkap.",
    lacking: (names, all) =>
      names.length > 4
        ? `Belum siap untuk keperluan lain: ${names.length} dari ${all}.`
        : `Belum siap untuk keperluan lain: ${list(names)}.`,

    head: ["", "di komputer ini", "diperlukan untuk"],
    missing: "belum ada",
    missingAmong: (names) => `belum ada: ${names.join(", ")}`,
    notOnPath: (what) => `${what}, tetapi tidak ada di PATH`,
    broken: "tidak dapat dijalankan",
    there: "ada",
    not: "tidak",
    tooOld: (version) => `${version}: terlalu lama`,
    cpus: (count) => `${count} prosesor`,
    kernel: { sock_diag: "lengkap (sock_diag)", "proc/net": "sebagian (/proc/net)", none: "tidak ada" },
    sandbox: {
      works: "berfungsi",
      slow: "belum diketahui: tidak dijawab pada waktunya (--timeout)",
      not: "tidak dapat dibuat",
      elsewhere: "hanya di Linux",
      unbounded: "tidak ada",
    },
    free: "bebas",
    lingering: "bebas, tetapi masih ada sisa koneksi (TIME_WAIT)",
    taken: (owner) =>
      owner === null
        ? "dipakai program lain"
        : `dipakai proses ${owner.pid}${owner.command ? ` (${owner.command})` : ""}`,
    forbidden: (why) => `tidak dapat dipakai (${why})`,

    rows: {
      node: "Node.js",
      system: "sistem",
      calls: "panggilan sistem",
      kernel: "bukti kernel",
      sandbox: "sandbox",
      groups: "control group",
      zoo: "zoo",
      port: (port) => `port ${port}`,
    },
    purposes: {
      node: "semuanya (mulai 20.19)",
      system: "",
      calls: "server dan buktinya",
      kernel: "di mana klien menunggu",
      sandbox: "menilai tugas orang lain",
      groups: "membatasi pemakaian program",
      port: (server) => `npm run server ${server}`,
      zoo: "skenario zoo",
      chromium: "skenario dengan browser",
      firefox: "browser jenis kedua",
      bubblewrap: "sandbox",
      ip: "menilai sebagian program",
      strace: "halaman di folder tersendiri",
      python: "program dalam Python",
      java: "program dalam Java",
      c: "program dalam C",
      cpp: "program dalam C++",
      php: "program dalam PHP",
      ruby: "program dalam Ruby",
      go: "program dalam Go",
      rust: "program dalam Rust",
      ps: "uji",
      tmux: "uji",
      wrk: "uji, npm run bench",
      parallel: "uji, menilai per bagian",
    },

    remediesTitle: (system) => `Cara mendapatkan yang belum ada di ${system}:`,
    addToPath: (folder) =>
      process.platform === "win32"
        ? `$env:Path += ";${folder}"   (di PowerShell)`
        : `export PATH="${folder}:$PATH"`,
    said: (path, said) => `${path} menjawab: ${said}`,
    remedies: {
      groups:
        "Sistem tidak memberi Anda control group, jadi memori yang bukan milik proses mana pun (disebut di SECURITY.id.md) tidak dibatasi: nilailah sebagai root, di dalam sesi systemd, atau di mesin tersendiri.",
      node: "https://nodejs.org/en/download",
      calls: (why) => `npm ci   (${why})`,
      kernel: {
        linux:
          "Sistem melarang sock_diag, seperti di sebagian container. Yang dipakai adalah keterangan /proc/net.",
        win32:
          "Hanya Linux yang memberi tahu. Di WSL juga bisa: wsl --install, lalu jalankan Antre di dalamnya.",
        other: "Hanya Linux yang memberi tahu: jalankan Antre di mesin virtual atau container Linux.",
      },
      taken: (pid) =>
        pid === null
          ? "akhiri program itu, atau pilih port lain dengan --port"
          : process.platform === "win32"
            ? `taskkill /pid ${pid}, atau port lain dengan --port`
            : `kill ${pid}, atau port lain dengan --port`,
    },
    atOnce: "npm run setup memasang semuanya sekaligus, asalkan ada paketnya.",
    setupLess: "Yang diperlukan hanya yang Anda pakai: npm run setup java, misalnya, hanya memasang Java.",
  },

  setup: {
    ...common,
    usage: `Cara pakai: npm run setup [APA...] [-- opsi]

Memasang yang belum ada, dengan paket dari sistem sendiri (apt, dnf, pacman,
Homebrew, atau winget). Rencananya ditampilkan dulu, lalu Anda ditanya.

APA berarti gunanya, atau namanya (bawaan: grading tests):
{what}

Opsi:
  --yes         jangan bertanya
  --dry-run     hanya tampilkan rencananya
  --system      pasang juga yang baru ada di folder home Anda (pyenv, dll.)
  --lang en|id  bahasa
  --help        teks ini

Status keluar: 0 semuanya ada, 2 salah pakai, 3 ada yang tidak dapat
dipasang.`,
    eatenByNpm: eatenByNpm("setup"),
    unknown: (word, known) => `Tidak ada "${word}" yang dapat dipasang. Yang ada: ${known}.`,

    nothing: "Tidak ada yang perlu dipasang: semua yang dapat dipasang di sini sudah ada.",
    plan: (names) => `Belum ada: ${list(names)}. Yang akan dilakukan:`,
    asRoot: "Sebagai root: sudo akan meminta kata sandi Anda.",
    quiet: "Server di antara paket itu tidak dijalankan.",
    elsewhere: (manager) => `${manager} tidak punya ini:`,
    ask: "Lanjutkan? [y/N] ",
    yes: /^y(a|es)?$/i,
    left: "Tidak ada yang dipasang.",
    noTerminal:
      "Tidak ada yang dapat ditanya: ini bukan terminal. Tambahkan --yes untuk memasang: npm run setup -- --yes (di PowerShell: npm.cmd run setup -- --yes).",
    dryRun: "Tidak ada yang dipasang: --dry-run.",
    unknownSystem: (names) =>
      `Nama paket di sistem ini tidak dikenal. Belum ada: ${list(names)}. Di sistem lain namanya:`,
    noManager: {
      brew: "Homebrew, pemasang paket di macOS, belum ada: cara mendapatkannya ada di https://brew.sh.",
      winget: 'winget, pemasang paket di Windows, belum ada: ambil "App Installer" dari Microsoft Store.',
      other: (program) => `${program}, pemasang paket di sistem ini, tidak ditemukan di PATH.`,
    },
    noSudo: "Ini harus dilakukan sebagai root, dan sudo tidak ada. Jalankan perintah yang sama sebagai root.",
    failed: (command, how) => `Ini gagal (${how}): ${command}`,
    done: "Sekarang semuanya ada.",
    stillMissing: (names) =>
      `Masih belum ada: ${list(names)}. Buka terminal baru, lalu periksa lagi dengan npm run doctor.`,
  },
};
