// Cara setiap skenario dengan satu, dua, atau beberapa klien sampai pada jawabannya.

import type { decided as en } from "../en/decided.js";

const holds = [
  "Klien 1 dicoba dalam empat keadaan, satu per satu: sudah dijawab dan tetap terhubung; terhubung tanpa mengirim apa-apa; sudah mengirim setengah permintaan; tidak membaca file besar yang dimintanya. Setiap keadaan dipastikan dulu sebelum klien 2 meminta.",
  "Klien 2 terhubung dan meminta. Kalau jawaban datang selagi klien 1 masih terhubung, klien 2 tidak perlu menunggu. Kalau tidak datang dalam waktu yang wajar bagi server ini, dan semua thread server sedang tidur, klien 1 pergi.",
  "Kalau klien 2 baru dijawab sesudah itu, dalam keadaan ini klien 2 harus menunggu klien 1.",
  "Tidak semua keadaan bisa dicoba di setiap server: ada yang menutup koneksi setelah menjawab, ada yang menjawab setengah permintaan, ada yang tidak punya file besar. Yang tidak bisa dicoba tidak dihitung.",
  "Setiap keadaan diulang sebanyak --trials. Dari ulangan yang hasilnya sama, tabel menunjukkan ulangan dengan waktu median.",
];

const model = [
  "Klien datang satu per satu, meminta, dan tetap terhubung. Kalau server menutup koneksi setelah menjawab, klien terhubung tanpa mengirim apa-apa. Setiap kali, thread dan proses server dihitung.",
  "Klien berikutnya meminta. Kalau ia tidak dijawab dalam waktu yang wajar bagi server ini, dan semua thread server sedang tidur, ia harus menunggu: sebanyak klien sebelumnya itulah yang dilayani bersamaan. Kalau tidak ada yang harus menunggu, percobaan selesai dengan 12 klien atau, kalau thread server lebih banyak, dengan satu lebih banyak daripada thread-nya; paling banyak 40.",
  "Klien pertama pergi: apakah yang menunggu sekarang dijawab? Kernel menunjukkan di mana ia menunggu: belum di-accept, atau di dalam server.",
  "Thread bertambah bersama klien: satu thread untuk setiap klien. Proses bertambah: satu proses untuk setiap klien. Tidak bertambah, dan hanya satu yang dilayani: satu per satu. Tidak bertambah, dan beberapa dilayani sampai ada yang menunggu: sekumpulan thread atau proses. Tidak bertambah, dan tidak ada yang menunggu: event loop; ini diperiksa lagi dengan klien yang baru mengirim setengah permintaan, atau belum mengirim apa-apa.",
  "Hasilnya dipakai kalau terlihat dua kali berturut-turut. Pertambahan langsung dipakai kalau yang bertambah itu hilang lagi bersama kliennya. Kalau tidak hilang, dicoba dengan 33 klien: pool yang menjalankan thread-nya satu per satu juga bertambah, sampai penuh.",
];

/** Of several trials, only one can be drawn. */
const trials =
  "Semua ini diulang sebanyak --trials. Dari ulangan yang hasilnya sama, tabel dan garis waktu menunjukkan ulangan dengan waktu median.";

export const decided: typeof en = {
  pair: [
    "Keadaan klien 1 dipastikan dulu sebelum klien 2 meminta: jawabannya sudah diterima, koneksinya tetap terbuka, dan server sedang diam. Kalau server menutup koneksi setelah menjawab, klien 1 terhubung tanpa mengirim apa-apa.",
    "Klien 2 terhubung dan mengirim permintaannya. Berhasil terhubung belum membuktikan apa-apa: kernel menyelesaikannya sebelum accept.",
    "Antre menunggu jawaban untuk klien 2. Kalau jawaban datang selagi klien 1 masih terhubung, server itu konkuren. Kalau tidak datang sampai batas waktu tunggu habis, klien 1 pergi.",
    "Kalau klien 2 baru dijawab sesudah itu, klien 2 tertahan oleh klien 1. Batas waktu tunggu dihitung dari seberapa cepat server yang sama menjawab klien yang sendirian.",
    trials,
  ],
  alone: [
    "Satu klien terhubung dan meminta, tanpa klien lain.",
    "Status yang benar dan jawaban yang utuh: server menjawab. Untuk file yang tidak ada, status yang benar adalah 404. Status lain, jawaban yang terpotong, atau tidak ada jawaban dalam 5 detik: gagal.",
    "Untuk browser, diperiksa juga apakah teks halamannya tampil di jendelanya.",
    trials,
  ],
  holds,
  model,
  limit: [
    "Klien datang satu per satu, meminta, dan tetap terhubung. Kalau server menutup koneksi setelah menjawab, klien terhubung tanpa mengirim apa-apa.",
    "Klien berikutnya meminta. Kalau ia tidak dijawab dalam waktu yang wajar bagi server ini, dan semua thread server sedang tidur, ia harus menunggu: sebanyak klien sebelumnya itulah yang dilayani bersamaan. Kalau tidak ada yang harus menunggu, percobaan selesai dengan 12 klien atau, kalau thread server lebih banyak, dengan satu lebih banyak daripada thread-nya; paling banyak 40.",
    "Klien pertama pergi. Kalau klien berikutnya baru dijawab sesudah itu, ia harus menunggu karena semua klien itu tetap terhubung.",
    "Hasilnya dipakai kalau terlihat dua kali berturut-turut.",
  ],
  backlog: [
    "Klien datang satu per satu, dijawab, dan tetap terhubung, sampai klien berikutnya tidak dijawab dalam waktu yang wajar bagi server ini dan semua thread server sedang tidur: sejak itu tidak ada lagi yang di-accept. Di server iteratif, satu klien sudah cukup; di pool, semua thread-nya terpakai dulu. Kalau 12 klien atau lebih dilayani semua, tidak ada antrean yang terlihat.",
    "Kalau klien yang menunggu itu sudah di-accept, server langsung menerima setiap klien, dan antreannya tidak bisa dipenuhi. Kalau belum, klien lain terhubung dan meminta, sampai dua di antaranya tidak terhubung dalam 100 ms. Sebanyak itulah yang ada di antrean; kernel mengatakan hal yang sama.",
    "Klien 1 pergi. Yang lain dijawab satu per satu, lalu pergi. Yang ada di antrean menunggu klien 1; yang mendapati antrean penuh menunggu sampai sistemnya sendiri mencoba lagi.",
  ],
  zoo: [...model, ...holds],
  report: [
    "Setiap percobaan dilakukan dengan jenis klien yang dipakai laporan: klien baris perintah, atau browser sungguhan dengan profil kosong. Apakah server mencatat kliennya, dibaca dari tulisan server: adakah port klien itu di sana?",
    "Klien yang sendirian dijawab kalau statusnya benar dan jawabannya utuh; browser menampilkan halaman kalau teks halaman itu tampil di jendelanya.",
    "Kalau ada dua klien, klien 1 sudah dijawab dan tetap terhubung, dan server sedang diam, sebelum klien 2 meminta. Kalau jawaban untuk klien 2 datang selagi klien 1 masih terhubung, keduanya dijawab. Kalau tidak datang dalam waktu yang wajar bagi server ini, klien 1 pergi.",
    "Baru dijawab sesudah itu: klien kedua harus menunggu klien pertama. Di mana ia menunggu, kernel yang menunjukkannya.",
    "Terulang berarti Antre melihat apa yang dilihat laporan. Yang tidak bisa dicoba tidak dihitung terulang.",
    "Semua ini diulang sebanyak --trials. Dari ulangan yang hasilnya sama, garis waktu, angka waktu, dan gambarnya berasal dari ulangan dengan waktu median.",
    "autocannon, alat uji beban, mengirim permintaan lewat koneksi yang tetap terbuka. Jawaban setiap koneksi dihitung.",
  ],
};
