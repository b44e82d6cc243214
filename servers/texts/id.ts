import type { ServerTexts } from "./texts.js";

export const id: ServerTexts = {
  listening: (address, port) => `Menunggu klien di ${address}:${port}. Tekan Ctrl-C untuk mengakhiri server.`,
  connected: (who) => `Terhubung dengan ${who}`,
  asked: (who, request, status) => `${who} meminta: ${request} -> ${status}`,
  refused: (who, status, reason) => `Permintaan ${who} ditolak: ${status} (${reason})`,
  exited: (who) => `${who} mengirim exit`,
  left: (who) => `${who} memutus koneksi`,
  leftHalf: (who) => `${who} memutus koneksi di tengah permintaan`,
  reasons: {
    TLS: "klien memakai HTTPS (TLS), padahal server ini hanya HTTP biasa",
    "request line": "baris pertamanya bukan permintaan HTTP",
    method: "metodenya tidak dikenal",
    "method too long": "metodenya terlalu panjang",
    "HTTP version": "versi HTTP itu tidak ada",
    "HTTP/0.9": "HTTP/0.9 tidak dilayani di sini",
    target: "targetnya salah bentuk",
    "target too long": "targetnya terlalu panjang",
    "percent-encoding": "percent-encoding pada targetnya salah",
    "bare LF": "ada baris yang diakhiri LF saja, bukan CR LF",
    "bare CR": "ada CR di tengah baris",
    "control character": "ada karakter kontrol di dalam baris",
    "empty lines": "terlalu banyak baris kosong sebelum permintaan",
    "folded line": "ada header yang disambung di baris berikutnya",
    "field without colon": "ada header tanpa titik dua",
    "empty field name": "ada header tanpa nama",
    "field name": "ada nama header yang salah bentuk",
    "space before colon": "ada spasi sebelum titik dua pada header",
    "fields too large": "header-nya terlalu besar",
    "too many fields": "header-nya terlalu banyak",
    "Host missing": "header Host tidak ada",
    "Host invalid": "header Host salah bentuk",
    "Content-Length": "header Content-Length salah bentuk",
    "Transfer-Encoding": "Transfer-Encoding tidak dilayani di sini",
    "Transfer-Encoding with Content-Length": "ada Transfer-Encoding sekaligus Content-Length",
    "Transfer-Encoding in HTTP/1.0": "ada Transfer-Encoding di HTTP/1.0",
  },
  failed: (who, reason) => `Koneksi dengan ${who} terputus: ${reason}`,
  descriptors: (threads) =>
    `Semua ${threads} thread sedang sibuk, dan proses ini tidak boleh membuka file lagi: klien berikutnya menunggu di antrean accept. Naikkan batasnya dengan ulimit -n untuk melayani lebih banyak.`,
  ceiling: (threads) =>
    `Semua ${threads} thread sedang sibuk: klien berikutnya menunggu di antrean accept. Naikkan --max-threads untuk melayani lebih banyak.`,
  processEnded: (pid, how) => `Proses ${pid} berakhir (${how}): proses lain menggantikannya.`,

  usage: (models) => `Cara pakai: npm run server MODEL [-- opsi]

Menjalankan satu server web. MODEL adalah salah satu dari:
  ${models}

Opsi:
  --port N          port server; 0 berarti port mana saja yang kosong
                    (bawaan: port khas model itu)
  --host ALAMAT     alamat IPv4 server, atau localhost
                    (bawaan 127.0.0.1; 0.0.0.0: semua jaringan)
  --root FOLDER     folder yang berisi file situs (bawaan: situs contoh)
  --backlog N       berapa klien yang dapat menunggu sebelum diterima:
                    angka untuk listen()
  --max-threads N   multi: jumlah thread terbanyak yang berjalan bersamaan
                    (bawaan 256; masing-masing sekitar 8 MB)
  --threads N       pool: jumlah thread (bawaan 4)
  --processes N     prefork: jumlah proses
                    (bawaan 4; masing-masing sekitar 15 MB)
  --keep-open       koneksi tetap terbuka juga setelah permintaan HTTP/1.0,
                    seperti server dalam laporan praktikum
  --quiet           jangan tulis apa pun tentang klien dan permintaannya
  --lang en|id      bahasa catatan server
  --help            teks ini`,
  noModel: (models) => `Model server belum disebutkan. Pilih salah satu: ${models}.`,
  unknownModel: (name, models) => `Tidak ada model server "${name}". Pilih salah satu: ${models}.`,
  eatenByNpm: (option) =>
    `Opsi ${option} diambil oleh npm sendiri. Tulis -- sebelum opsi: npm run server MODEL -- ${option} ... (di PowerShell: npm.cmd run ...).`,
  unknownOption: (option) => `Tidak ada opsi ${option}. Lihat daftar opsi dengan --help.`,
  missingValue: (option) => `Opsi ${option} memerlukan nilai. Lihat daftar opsi dengan --help.`,
  noValue: (option) => `Opsi ${option} tidak memakai nilai.`,
  surplus: (word, byNpm) =>
    `"${word}" tidak dikenal di sini.${byNpm ? " Kalau kata itu bagian dari opsi, tulis -- sebelum opsi: npm run server MODEL -- OPSI." : ""} Lihat cara pakainya dengan --help.`,
  badNumber: (option, value, least, most) =>
    `Opsi ${option} harus berupa bilangan bulat dari ${least} sampai ${most}, bukan "${value}".`,
  otherModel: (option, owners, model) => `Opsi ${option} milik ${owners}: ${model} tidak memilikinya.`,
  badHost: (value) =>
    `Opsi --host harus berupa alamat IPv4 seperti 127.0.0.1, atau localhost, bukan "${value}".`,
  badLanguage: (value) => `Opsi --lang harus en atau id, bukan "${value}".`,
  noFolder: (folder) => `Folder ${folder} tidak ada. Sebutkan folder situs dengan --root FOLDER.`,
  notFolder: (folder) => `${folder} bukan folder. Sebutkan folder situs dengan --root FOLDER.`,
  notHere: (model) =>
    `Model ${model} tidak dapat berjalan di Windows: di sana sebuah proses tidak dapat mewarisi socket server dari Node.js. Pilih pool, yang bekerja seperti itu dengan thread.`,
  cannotListen: (code, address, port) => {
    switch (code) {
      case "EADDRINUSE":
        return `EADDRINUSE: port ${port} sudah dipakai program lain di ${address}. Akhiri program itu, atau pilih port lain dengan --port.`;
      case "EACCES":
        return `EACCES: Anda tidak boleh memakai port ${port}. Port di bawah 1024 hanya untuk administrator: pilih port yang lebih tinggi dengan --port.`;
      case "EADDRNOTAVAIL":
        return `EADDRNOTAVAIL: komputer ini tidak punya alamat ${address}. Pilih alamat lain dengan --host, misalnya 127.0.0.1.`;
      default:
        return `${code}: server tidak dapat memakai ${address}:${port}.`;
    }
  },
};
