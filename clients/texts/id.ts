// Yang dibaca orang dalam Bahasa Indonesia.

import type { Texts } from "./texts.js";

export const id: Texts = {
  prompt: "Isi nama file (atau 'exit'): ",
  connecting: (to, seconds) => `Menyambung ke ${to}: ${seconds} detik `,
  connected: (to, port) => `Terhubung ke ${to} dari port ${port}.`,
  reconnected: (port) => `Terhubung lagi, lewat koneksi baru dari port ${port}.`,
  hint: "Ketik ? untuk bantuan.",
  waiting: (path, seconds) => `Terhubung, menunggu ${path}: ${seconds} detik `,
  receiving: (path, bytes, seconds) => `Menerima ${path}: ${bytes}, ${seconds} detik `,

  answered: (time, bytes) => `Dijawab setelah ${time}: ${bytes}.`,
  late: (path) => `Jawaban untuk ${path} akhirnya datang:`,
  bytes: (count) => `${count} byte`,
  unknownType: "jenis tidak diketahui",
  summary: (type, lines, bytes) =>
    `[${type}, ${lines === null ? "" : `${lines} baris, `}${bytes}: tidak ditampilkan. "save NAMA" menyimpannya ke file]`,
  noLength:
    "Server tidak menyebutkan panjang jawabannya (tanpa Content-Length): kalau setengah detik tidak ada kiriman, jawabannya dianggap selesai.",
  tooMuch: (bytes) => `Server mengirim ${bytes} lebih banyak daripada yang disebutkannya.`,
  closed: "Server menutup koneksi. File berikutnya akan diminta lewat koneksi baru.",

  silent: (path, seconds) =>
    `Belum ada jawaban untuk ${path} selama ${seconds} detik. Anda terhubung, karena sistem operasi menyelesaikan koneksi sebelum server menerimanya (accept). Namun, server belum menjawab: mungkin sedang melayani klien lain.`,
  stalled: (path, bytes, seconds) =>
    `Jawaban untuk ${path} belum lengkap: baru ${bytes} dari isinya yang datang, lalu tidak ada lagi selama ${seconds} detik.`,
  cutOff: (bytes) =>
    `Koneksi berakhir di sini, sebelum jawabannya lengkap: baru ${bytes} dari isinya yang datang.`,
  choice: "Enter: menunggu lagi; nama file: berhenti menunggu dan meminta lewat koneksi baru; exit: keluar.",
  gaveUp: (path) => `Berhenti menunggu ${path}.`,
  again: (path) =>
    `Server menutup koneksi tanpa menjawab ${path}. Permintaan diulang sekali lewat koneksi baru.`,
  notHttp: "Yang dikirim server bukan jawaban HTTP. Awalnya:",

  onlyPath: (path) => `Meminta ${path} dari server ini.`,
  help: `Nama file meminta file itu dari server: index.html, atau /foto/laut.png.
  save NAMA   menyimpan isi jawaban terakhir ke file NAMA di komputer ini
  exit        mengirim exit ke server lalu keluar; begitu juga Ctrl-D
  Ctrl-C      langsung keluar, tanpa mengirim exit
  ?           teks ini
Beri garis miring di depan file yang namanya sama dengan perintah: /exit.
Tombol panah atas memanggil baris sebelumnya.`,

  saved: (bytes, file) => `${bytes} disimpan ke ${file}.`,
  nothingToSave: "Belum ada jawaban yang bisa disimpan: mintalah sebuah file dulu.",
  saveAs: 'Dengan nama apa? Misalnya "save halaman.html".',
  cannotSave: (code, file) => {
    switch (code) {
      case "EEXIST":
        return `${file} sudah ada dan tidak diubah. Pilih nama lain.`;
      case "ENOENT":
        return `Folder untuk ${file} tidak ada. Pilih nama lain, atau buat foldernya dulu.`;
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return `Anda tidak boleh menulis ${file}. Pilih folder lain.`;
      case "EISDIR":
        return `${file} adalah folder. Pilih nama lain.`;
      default:
        return `${code}: ${file} tidak dapat ditulis.`;
    }
  },

  unknownHost: (host) =>
    `Tidak ada host bernama "${host}", atau namanya sedang tidak dapat dicari. Periksa ejaannya.`,
  cannotConnect: (code, to) => {
    switch (code) {
      case "ECONNREFUSED":
        return `Tidak ada server di ${to}. Jalankan servernya dulu, dan periksa nomor portnya.`;
      case "ETIMEDOUT":
        return `Tidak dapat terhubung ke ${to}: antrean klien di server mungkin penuh, atau host itu tidak terjangkau.`;
      case "EHOSTUNREACH":
      case "ENETUNREACH":
        return `${code}: tidak ada jalan ke ${to} dari sini. Periksa host dan jaringannya.`;
      default:
        return `${code}: tidak dapat terhubung ke ${to}.`;
    }
  },
  lost: (path, time, reason) =>
    reason === null
      ? `Server menutup koneksi setelah ${time}, tanpa jawaban lengkap untuk ${path}.`
      : `Koneksi terputus setelah ${time} menunggu ${path} (${reason}).`,

  usage: `Cara pakai: npm run client HOST PORT [-- opsi]

Meminta file dari server web, satu per satu, lewat koneksi yang tetap terbuka.
HOST adalah nama, alamat IPv4, atau alamat IPv6; localhost berarti 127.0.0.1.

Opsi:
  --timeout DETIK   berapa lama menunggu koneksi atau jawaban
                    sebelum memberi tahu (bawaan 10)
  --lang en|id      bahasa
  --help            teks ini

Baris juga bisa datang dari pipe, masing-masing satu nama file: status
keluar 0 kalau semua dijawab, selain itu 1.`,
  noHost: "HOST belum disebutkan.",
  noPort: "PORT belum disebutkan.",
  twoWords: (host, port) => `Tulis host dan port sebagai dua kata: npm run client ${host} ${port}`,
  badPort: (value) => `PORT harus berupa bilangan bulat dari 1 sampai 65535, bukan "${value}".`,
  badTimeout: (value) => `Opsi --timeout harus berupa jumlah detik dari 0.1 sampai 3600, bukan "${value}".`,
  badLanguage: (value) => `Opsi --lang harus en atau id, bukan "${value}".`,
  eatenByNpm: (option) =>
    `Opsi ${option} diambil oleh npm sendiri. Tulis -- sebelum opsi: npm run client HOST PORT -- ${option} ... (di PowerShell: npm.cmd run ...).`,
  unknownOption: (option) => `Tidak ada opsi ${option}.`,
  missingValue: (option) => `Opsi ${option} memerlukan nilai.`,
  noValue: (option) => `Opsi ${option} tidak memakai nilai.`,
  surplus: (word, byNpm) =>
    `"${word}" tidak dikenal di sini.${byNpm ? " Kalau kata itu bagian dari opsi, tulis -- sebelum opsi: npm run client HOST PORT -- OPSI." : ""}`,
};
