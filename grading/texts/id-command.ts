// Yang dikatakan perintah dalam Bahasa Indonesia: what the command says, in Indonesian.

import { howToInstall } from "../../cli/install.js";
import type { Problem } from "../rubric.js";
import { APPARMOR } from "../sandbox/apparmor.js";
import type { command as en } from "./en-command.js";

const list = (words: readonly string[]): string => words.join(", ");

export const command: typeof en = {
  usage: `Cara pakai: npm run grade -- FOLDER... [opsi]

Menilai tugas: server single, server multi, dan klien, dalam bahasa apa pun.
FOLDER adalah satu kiriman (folder, file zip, atau tar), atau folder yang
berisi satu kiriman di setiap folder dan arsipnya.

Opsi:
  --self               program Anda sendiri, sebelum dikumpulkan:
                       tanpa sandbox, dengan langkah berikutnya
  --one                setiap FOLDER adalah satu kiriman, apa pun isinya
  --rubric FILE        apa yang dinilai dan berapa poinnya: sebuah file, atau
                       pair, one-server, atau textbook
                       (bawaan pair; lihat grading/rubrics/)
  --single PERINTAH    perintah atau file server single,
                       kalau tidak dapat dikenali sendiri
  --multi PERINTAH     perintah server multi
  --client PERINTAH    perintah klien; {host}, {port}, {file}, {path}, dan
                       {url} di dalamnya menunjukkan letak semuanya
  --programs FILE      yang sama untuk setiap kiriman satu kelas, berupa tabel:
                       ani: { single: server.py, client: python3 tanya.py }
  --jobs N             banyaknya program yang diperiksa sekaligus
                       (bawaan: jumlah prosesor)
  --out FOLDER         folder hasil (bawaan results/runs/grades)
  --again              nilai ulang yang sudah dinilai
  --format NAMA        tambahan: gradescope, junit, atau classroom;
                       boleh diulang
  --shard K/N          hanya bagian ke-K dari N bagian kiriman,
                       untuk beberapa komputer
  --merge              setiap FOLDER berisi hasil satu bagian:
                       gabungkan, tanpa menilai
  --browser FILE       program browser; boleh diulang
                       (bawaan: yang terpasang)
  --autograder NAMA    buat yang diperlukan Gradescope atau GitHub Classroom:
                       gradescope atau classroom
  --unsafe-no-sandbox  jalankan program tanpa sandbox (lihat SECURITY.id.md)
  --json               tampilkan nilainya saja, dalam bentuk JSON
  --lang en|id         bahasa umpan balik
  --help               teks ini

Status keluar: 0 semua dinilai, 1 ada yang perlu diperiksa manual (dengan
--self: ada poin yang kurang), 2 perintah salah, 3 tidak dapat dijalankan.`,
  noFolder: "Sebutkan folder yang berisi kiriman: npm run grade -- submissions/   Lihat --help.",
  unknownOption: (option) => `Tidak ada opsi ${option}. Lihat daftar opsi dengan --help.`,
  missingValue: (option) => `Opsi ${option} memerlukan nilai. Lihat daftar opsi dengan --help.`,
  noValue: (option) => `Opsi ${option} tidak memakai nilai.`,
  badNumber: (option, value, least, most) =>
    `Opsi ${option} harus berupa bilangan bulat dari ${least} sampai ${most}, bukan "${value}".`,
  badShard: (value) =>
    `Opsi --shard berbentuk K/N, bagian ke-K dari N bagian, misalnya 3/10, bukan "${value}".`,
  badWord: (option, value, known) =>
    `Opsi ${option} adalah salah satu dari ${list(known)}, bukan "${value}".`,
  badLanguage: (value) => `Opsi --lang harus en atau id, bukan "${value}".`,
  eatenByNpm: (option) =>
    `Opsi ${option} diambil oleh npm sendiri. Tulis -- sebelum opsi: npm run grade -- ${option} ... (di PowerShell: npm.cmd run ...).`,
  missing: (path) => `Tidak ada folder atau file "${path}".`,
  noArchive: (path) => `"${path}" bukan folder, bukan pula file zip atau tar.`,
  nothingIn: (path) => `Tidak ada kiriman di dalam "${path}".`,
  passedOver: (paths) => `Dilewati, karena bukan folder dan bukan arsip: ${list(paths)}`,
  programsBeside: (paths) =>
    `Peringatan: program berikut terletak di samping kiriman dan bukan bagian dari kiriman mana pun, jadi tidak dinilai: ${list(paths)}. Kalau semuanya adalah satu kiriman, pakai --one.`,
  oneSelf: "Dengan --self, sebutkan satu folder: folder Anda sendiri.",
  sameFolder: (path) =>
    `Hasil tidak dapat ditulis ke "${path}": kirimannya ada di sana. Sebutkan folder lain dengan --out.`,
  noRubric: (path, why, ready) =>
    `Rubrik "${path}" tidak dapat dibaca: ${why}. Sebutkan sebuah file, atau yang sudah tersedia: ${list(ready)}.`,
  noTable: (path, why) => `Tabel program "${path}" tidak dapat dibaca: ${why}.`,
  badTable: (problem) => `${problem}.`,
  badRubric: (file, line, problem) => `${file}, baris ${line}: ${rubricProblem(problem)}`,
  noSandbox: {
    system: () =>
      "Program orang lain dinilai di dalam sandbox (bubblewrap), yang hanya ada di Linux; di Windows tersedia lewat WSL 2.",
    "not installed": () =>
      `Program orang lain dinilai di dalam sandbox, tetapi bubblewrap, program yang membuatnya, belum terpasang (${howToInstall("bubblewrap")}).`,
    "too old": (said) =>
      `Program orang lain dinilai di dalam sandbox, tetapi bubblewrap di sini terlalu lama untuk membuatnya bagi pengguna biasa (${said}): pasang versi 0.8 atau yang lebih baru, atau jalankan penilai sebagai root.`,
    "namespaces off": (setting) =>
      `Program orang lain dinilai di dalam sandbox, tetapi namespace yang diperlukan dimatikan di sistem ini: hidupkan (sudo sysctl -w ${setting}).`,
    apparmor: () =>
      `Program orang lain dinilai di dalam sandbox, tetapi AppArmor melarang pengguna biasa membuatnya, seperti di Ubuntu sejak 23.10: izinkan untuk bubblewrap (${APPARMOR}), atau jalankan penilai sebagai root.`,
    container: (said) =>
      `Program orang lain dinilai di dalam sandbox, tetapi container tempat penilai berjalan tidak mengizinkannya (${said}): jalankan container dengan --privileged, atau jalankan penilai di luar container.`,
    refused: (said) =>
      `Program orang lain dinilai di dalam sandbox, tetapi sistem tidak mengizinkan bubblewrap membuatnya (${said}): jalankan penilai sebagai root, atau di sistem lain.`,
  },
  withoutSandbox:
    "Program Anda sendiri tidak memerlukan sandbox: --self. Untuk menjalankan program orang lain tanpa sandbox, dengan risiko sendiri: --unsafe-no-sandbox (lihat SECURITY.id.md).",
  unsafe:
    "Peringatan: program dijalankan TANPA sandbox. Program itu dapat membaca dan mengubah semua yang dapat Anda ubah.",
  unsafeUser:
    "Peringatan: program dijalankan TANPA sandbox, tetapi sebagai pengguna yang tidak memiliki apa-apa.",
  doing: (done, all, names) =>
    `${done} dari ${all} dinilai${names.length > 0 ? `; sekarang: ${list(names)}` : ""}`,
  graded: (done, all, name, score, max, flagged) =>
    `[${done}/${all}] ${name}: ${score} dari ${max}${flagged ? ", perlu diperiksa manual" : ""}`,
  ungraded: (done, all, name, why) => `[${done}/${all}] ${name}: ${why}`,
  kept: (count) =>
    `${count} sudah dinilai sebelumnya, dan tidak dinilai lagi (pakai --again untuk mengulang).`,
  interrupted:
    "Dihentikan. Semua program sudah diakhiri. Nilai yang sudah ada tetap disimpan: perintah yang sama akan melanjutkannya.",
  written: (path) => `Hasil disimpan di: ${path}`,
  cannotWrite: (path, why) => `"${path}" tidak dapat ditulis: ${why}.`,
  built: (path) => `Dibuat: ${path}`,
  noParts: (path) => `Tidak ada hasil di dalam "${path}".`,
};

function rubricProblem(problem: Problem): string {
  switch (problem.kind) {
    case "yaml":
      return `ini bukan YAML: ${problem.detail}`;
    case "not a map":
      return `${problem.path || "rubrik"} harus berupa daftar nama dan nilai, misalnya page: 4`;
    case "unknown":
      return `${problem.path || "rubrik"} tidak punya "${problem.word}". Yang ada: ${list(problem.known)}`;
    case "number":
      return `${problem.path} harus berupa bilangan dari ${problem.least} sampai ${problem.most}${problem.value ? `, bukan ${problem.value}` : ""}`;
    case "words":
      return `${problem.path} harus salah satu dari: ${list(problem.known)}; bukan ${problem.value}`;
    case "yes or no":
      return `${problem.path} harus true atau false, bukan ${problem.value}`;
    case "no points":
      return "tidak ada pemeriksaan yang berpoin";
  }
}
