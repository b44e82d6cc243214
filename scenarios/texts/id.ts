import { howToInstall, toolMissing } from "../../cli/install.js";
import { toolOf } from "../../cli/tools.js";
import type { WhySilent } from "../../results/result.js";
import type { NonTcpActivity } from "../lab/kernel/index.js";
import { lastWords } from "./last-words.js";
import type { Texts } from "./texts.js";

const lastLines = (output: string[]): string => {
  const said = lastWords(output);
  return said.length === 0
    ? "Program itu tidak menulis apa-apa."
    : `Keluaran terakhirnya: ${said.join(" / ")}`;
};

function otherActivity(activity: NonTcpActivity | null): string {
  if (activity?.readsInput)
    return ": server menunggu ketikan dari keyboard, padahal Antre tidak mengetik apa-apa.";
  const { udpPorts = [] } = activity ?? {};
  if (udpPorts.length > 0)
    return `: yang dibukanya port UDP ${udpPorts.join(", ")}, padahal HTTP memerlukan TCP (SOCK_STREAM).`;
  return ". Apakah server menunggu ketikan dari keyboard, atau memakai UDP?";
}

/** Some servers keep what has served a client for the next one. */
const others = (held: number, [first, last]: readonly [number, number]): string =>
  last - first < held ? " (yang sudah ada sebelumnya melayani sisanya)" : "";

const silences: Record<WhySilent, string> = {
  "not-accepted": "server mendengarkan, tetapi koneksinya belum di-accept",
  "not-read": "koneksinya sudah di-accept, tetapi yang dikirim klien belum dibaca",
  "reads-on":
    "koneksinya sudah di-accept dan semua yang dikirim klien sudah dibaca, dan satu thread server menunggu lanjutannya",
};

export const id: Texts = {
  questions: {
    "one-client": "Apakah satu klien baris perintah dijawab?",
    "two-clients": "Apakah klien yang tetap terhubung membuat klien berikutnya menunggu?",
    "one-browser": "Apakah browser menampilkan halamannya?",
    "two-browsers": "Apakah browser yang menampilkan halaman membuat browser berikutnya menunggu?",
    "client-and-browser": "Apakah klien yang tetap terhubung membuat browser menunggu?",
    "browser-and-client": "Apakah browser yang menampilkan halaman membuat klien menunggu?",
    holds: "Dalam keadaan apa saja klien berikutnya harus menunggu?",
    model:
      "Bagaimana server melayani banyak klien: satu per satu, dengan thread, dengan proses, atau event loop?",
    "pool-limit": "Berapa klien dilayani sampai ada yang harus menunggu?",
    backlog: "Berapa klien dapat terhubung selama server tidak memanggil accept?",
    zoo: "Apakah server-server terkenal, dilihat dari luar, sesuai dengan dokumentasinya?",
    "two-connections":
      "Dari dua koneksi yang terus dipakai alat uji beban, apakah yang kedua pernah dilayani?",
    load: "Berapa banyak yang dilayani tiap server, berapa lama klien menunggu, dan siapa yang tidak pernah dilayani?",
    "open-load":
      "Berapa lama setiap permintaan menunggu kalau datang dengan laju tetap: di bawah, tepat pada, dan di atas kemampuan server?",
    crowd: "Berapa lama klien terakhir menunggu kalau banyak klien datang sekaligus?",
    cost: "Berapa biayanya bagi server kalau sebuah koneksi tetap terbuka tanpa melakukan apa-apa?",
    "slow-client":
      "Apa akibatnya bagi klien lain kalau satu klien mengirim atau membaca satu byte per detik?",
    "not-found": "Apa yang diterima klien kalau meminta file yang tidak ada?",
    report: "Apakah keempat belas pengamatan dalam laporan praktikum terulang?",
    all: "Apa yang ditemukan oleh semua skenario ini, dalam satu halaman?",
  },

  list: "Daftar skenario. Jalankan dengan: npm run scenario NAMA",
  usage: (names) => `Cara pakai: npm run scenario NAMA [-- opsi]

Menjalankan satu percobaan pada server sungguhan dan menunjukkan siapa
menunggu siapa. Tanpa NAMA, daftar skenario ditampilkan. NAMA adalah salah
satu dari:
${names}

Opsi:
  --servers A,B             server Antre yang dipakai
                            (bawaan: semua yang dibandingkan dalam skenario)
  --server "NAMA=PERINTAH"  server Anda sendiri, dalam bahasa apa pun;
                            boleh diulang
  --port N                  port server, kalau tidak dapat ditemukan sendiri
  --path ALAMAT             yang diminta klien (bawaan /index.html)
  --browser FILE            program browser; boleh diulang
                            (bawaan: yang terpasang)
  --large ALAMAT            file yang terlalu besar untuk semua buffer, bagi
                            klien yang tidak membaca (bawaan /large)
  --trials N                banyaknya ulangan setiap percobaan
                            (bawaan 3; report: 1)
  --connections N,N,...     jumlah koneksi setiap beban, satu per satu
                            (bawaan load: 1,2,10,100; cost: 10,100,500;
                            open-load: 10; slow-client: 4)
  --clients N,N,...         jumlah klien setiap kerumunan, satu per satu
                            (bawaan crowd: 1 sampai 1000; events 5000)
  --stay N                  berapa milidetik setiap klien dalam kerumunan
                            tetap terhubung (bawaan 10)
  --percent N,N,...         open-load: beban dalam persen dari kemampuan server
                            (bawaan 50,80,100,120)
  --seconds N               lama setiap beban (bawaan load: 0.5);
                            lama kerumunan ditunggu (20)
  --only NAMA,NAMA,...      all: hanya skenario-skenario ini
  --out FOLDER              folder hasil (bawaan results/runs)
  --json                    tampilkan hasilnya saja, dalam bentuk JSON
  --lang en|id              bahasa
  --help                    teks ini

Status keluar: 0 semua sesuai dugaan, 1 ada yang tidak sesuai, 2 perintah salah,
3 tidak dapat dijalankan.`,

  unknownScenario: (name, names) => `Tidak ada skenario "${name}". Skenario yang ada: ${names}.`,
  unknownServer: (name, names) =>
    `Antre tidak punya server "${name}". Yang ada: ${names}. Untuk server Anda sendiri, pakai --server "NAMA=PERINTAH".`,
  eatenByNpm: (option) =>
    `Opsi ${option} diambil oleh npm sendiri. Tulis -- sebelum opsi: npm run scenario NAMA -- ${option} ... (di PowerShell: npm.cmd run ...).`,
  unknownOption: (option) => `Tidak ada opsi ${option}. Lihat daftar opsi dengan --help.`,
  missingValue: (option) => `Opsi ${option} memerlukan nilai. Lihat daftar opsi dengan --help.`,
  noValue: (option) => `Opsi ${option} tidak memakai nilai.`,
  surplus: (word, byNpm) =>
    `"${word}" tidak dikenal di sini.${byNpm ? " Kalau kata itu bagian dari opsi, tulis -- sebelum opsi: npm run scenario NAMA -- OPSI." : ""} Lihat cara pakainya dengan --help.`,
  otherScenario: (option, scenario, owners) =>
    `Skenario ${scenario} tidak punya opsi ${option}. Opsi itu milik: ${owners}.`,
  portOfNoServer:
    'Opsi --port menyebutkan port server Anda sendiri. Sebutkan juga servernya: --server "NAMA=PERINTAH".',
  badNumber: (option, value, least, most) =>
    `Opsi ${option} harus berupa bilangan bulat dari ${least} sampai ${most}, bukan "${value}".`,
  badSeconds: (value) =>
    `Opsi --seconds harus berupa angka dari 0.1 sampai 600, misalnya 2 atau 0.5, bukan "${value}".`,
  badServer: (value) =>
    `Opsi --server berbentuk NAMA=PERINTAH, misalnya --server "serverku=python3 server.py", bukan "${value}".`,
  sameName: (name) => `Ada dua server bernama "${name}". Beri nama yang berbeda.`,
  badPath: (option, value) => `Opsi ${option} harus diawali /, misalnya /index.html, bukan "${value}".`,
  badLanguage: (value) => `Opsi --lang harus en atau id, bukan "${value}".`,
  onlyReportServers: (name) =>
    `Skenario report membandingkan dua server bernama single dan multi, bukan "${name}". Beri nama: --server "single=PERINTAH" --server "multi=PERINTAH".`,
  noBrowser: (trouble) => {
    if (trouble === null)
      return `tidak ada browser yang ditemukan di komputer ini. Pasang Chrome, Edge, Chromium, atau Firefox (${howToInstall(["chromium", "firefox"])}), atau sebutkan dengan --browser FILE`;
    const { path, how, output } = trouble;
    const what = {
      missing: `tidak ada program ${path}`,
      ended: `${path} berakhir sebelum membuka halaman`,
      late: `${path} belum membuka halaman setelah satu menit`,
      idle: `${path} disuruh membuka halaman, tetapi setelah setengah menit belum memintanya`,
      deaf: `${path} tidak bekerja seperti browser`,
    };
    const said = output && `. ${lastLines(output.split("\n").filter(Boolean)).replace(/\.$/, "")}`;
    return `${what[how]}${said}. Sebutkan browser lain dengan --browser FILE`;
  },
  doing: (scenario, server, done, all) => `${scenario}: ${server} (${done + 1} dari ${all})`,
  doingSize: (turn, clients) => `${turn}, ${clients} klien`,
  doingTrial: (turn, trial, all) => `${turn}, ulangan ${trial} dari ${all}`,
  waitingForPort: (server, ports, seconds) =>
    `${server}: port ${ports} masih dipakai koneksi terakhirnya (TIME_WAIT). Menunggu sampai bebas, paling lama ${seconds} detik. Dengan SO_REUSEADDR sebelum bind, tidak perlu menunggu.`,
  written: (paths) => `Hasil disimpan di: ${paths}`,
  interrupted: "Dihentikan. Semua server sudah diakhiri; tidak ada hasil yang disimpan.",
  interruptedLate: (folder) =>
    `Dihentikan. Semua server sudah diakhiri; yang sudah selesai ada di ${folder}.`,

  modelReasons: {
    ends: () => "server berakhir setiap kali kliennya pergi, dan harus dijalankan lagi",
    "one in turn": ({ threads, processes, accepted }) =>
      `selama klien pertama tetap terhubung, klien berikutnya menunggu ${accepted === null ? "" : accepted ? "di dalam server " : "di antrean accept "}sampai klien pertama pergi${threads[1] === 0 ? "" : `; jumlah thread tetap ${threads[1]}, proses tetap ${processes[1]}`}`,
    lock: ({ threads }) =>
      `klien berikutnya diterima oleh thread lain (sebelumnya ada ${threads[1]}), tetapi thread itu menunggu kunci (lock) sampai klien pertama pergi: tetap hanya satu yang dilayani`,
    forgotten: ({ accepted }) =>
      `selama klien pertama tetap terhubung, klien berikutnya ${accepted === null ? "" : accepted ? "diterima tetapi " : "tidak diterima dan "}tidak pernah dijawab, juga setelah klien pertama pergi`,
    "processes up to": ({ limit, processes }) =>
      `${limit} klien pertama masing-masing mendapat proses sendiri (dari ${processes[0]} menjadi ${processes[1]} proses); klien berikutnya harus menunggu`,
    "workers are processes": ({ limit, processes }) =>
      `${limit} klien dilayani, klien berikutnya menunggu; ${processes[0]} proses sebelum klien pertama datang, ${processes[1]} di akhir`,
    "workers are threads": ({ limit, threads }) =>
      `${limit} klien dilayani, klien berikutnya menunggu; ${threads[0]} thread di awal, ${threads[1]} di akhir`,
    "limit only": ({ limit }) =>
      `${limit} klien dilayani, klien berikutnya menunggu: sekumpulan thread atau proses; sistem ini tidak memberi tahu yang mana`,
    "processes grow": ({ held, processes }) =>
      `semua ${held} klien dilayani, dan jumlah proses ikut bertambah dari ${processes[0]} menjadi ${processes[1]}${others(held, processes)}`,
    "threads grow": ({ held, threads }) =>
      `semua ${held} klien dilayani, dan jumlah thread ikut bertambah dari ${threads[0]} menjadi ${threads[1]}${others(held, threads)}`,
    "many workers": ({ held }) =>
      `semua ${held} klien dilayani, masing-masing oleh thread yang hanya menunggu klien itu dan sudah ada sejak awal: jumlahnya paling sedikit ${held}`,
    "nothing grows": ({ held, threads, processes }) =>
      `semua ${held} klien dilayani, dan jumlah thread (${threads[1]}) maupun proses (${processes[1]}) tidak ikut bertambah; dari luar, event loop tidak dapat dibedakan dari coroutine atau goroutine`,
    "one request in turn": ({ held, threads, processes }) =>
      `semua ${held} klien dilayani, dan jumlah thread (${threads[1]}) maupun proses (${processes[1]}) tidak ikut bertambah; tetapi selama satu klien baru mengirim setengah permintaan, semua yang lain menunggu: sebuah loop mengawasi koneksi, dan satu thread melayani permintaan satu per satu`,
    "limit without workers": ({ limit, threads }) =>
      `${limit} klien dilayani oleh ${threads[1]} thread, klien berikutnya menunggu: jumlah koneksinya dibatasi, tetapi tidak ada koneksi yang memakai thread sendiri`,
    "not held": () =>
      "tidak ada klien yang bisa tetap terhubung dengannya: koneksi ditutup setelah jawaban, ketika klien tidak mengirim apa-apa, dan setelah setengah permintaan",
    "threads grow elsewhere": ({ held, threads }) =>
      `semua ${held} klien dilayani, dan jumlah thread ikut bertambah dari ${threads[0]} menjadi ${threads[1]}; tetapi tidak satu pun thread baru itu menunggu klien: satu loop membaca dari semuanya`,
    "turned away": ({ limit, threads, processes }) =>
      `${limit} klien dilayani, dan klien berikutnya ditolak selama mereka masih terhubung: ia bahkan tidak menunggu${threads[1] === 0 ? "" : `; thread: semula ${threads[0]}, lalu ${threads[1]}; proses: semula ${processes[0]}, lalu ${processes[1]}`}`,
    unsettled: ({ said }) =>
      `hasilnya tidak pernah sama dua kali berturut-turut. Jumlah klien yang dilayani sampai ada yang menunggu: ${said.map((one) => one ?? "tidak terlihat batasnya").join(", ")}`,
    "no limit only": ({ held }) =>
      `semua ${held} klien dilayani; dengan thread, proses, atau satu loop, sistem ini tidak memberi tahu`,
  },
  nodesOwn: (threads) =>
    `. ${threads} di antara thread itu milik Node.js sendiri dan tidak melayani siapa pun`,
  onlyWhileAsking: {
    partial: (reason) =>
      `klien yang diam tidak memakai thread, tetapi klien yang sudah mengirim setengah permintaan memakainya: ${reason}`,
    idle: (reason) =>
      `klien yang sudah dijawab tidak memakai thread, tetapi klien yang belum mengirim apa-apa memakainya: ${reason}`,
  },
  outcomes: {
    refused: "server menolak atau memutus klien 2, padahal klien yang sendirian tidak",
    silent: "server tidak pernah menjawab klien 2, juga setelah klien 1 pergi",
    broken: "klien 2 mendapat jawaban yang berbeda dari klien yang sendirian",
  },
  crowdOutcomes: {
    refused:
      "sebagian klien yang datang bersama ditolak atau diputus koneksinya, padahal klien yang sendirian tidak",
    silent: "sebagian klien yang datang bersama tidak pernah dijawab, juga setelah yang lain pergi",
    broken: "sebagian klien yang datang bersama mendapat jawaban yang berbeda dari klien yang sendirian",
  },
  ended: ({ when, client, missing, output }) => {
    const asked = missing
      ? "server berakhir ketika klien meminta file yang tidak ada"
      : `server berakhir ketika ${client === null || client === 1 ? "sebuah klien" : `klien ${client}`} sedang meminta`;
    const moments = {
      left: "server berakhir ketika klien pergi",
      answered: "server berakhir setelah menjawab satu klien",
      asked,
      unknown: "server berakhir sendiri",
    };
    return `${moments[when]}. ${lastLines(output)}`;
  },
  wrongStatus: (got, expected, missing) =>
    `server menjawab ${got}${missing ? " untuk file yang tidak ada" : ""}; seharusnya ${expected}`,
  notStarted: (error) => {
    const { reason, ended, output, program, nonTcpActivity, portOwners } = error;
    if (error.portTaken) {
      const [keeper] = portOwners.toSorted(
        (a, b) => Number(a.listener === null) - Number(b.listener === null),
      );
      if (keeper?.listener?.pid) {
        const { pid, command } = keeper.listener;
        return `port ${keeper.port} dipakai oleh proses ${pid}${command ? ` (${command})` : ""}: akhiri dulu, dengan Ctrl-C di terminalnya atau dengan: kill ${pid}`;
      }
      if (keeper?.listener) return `port ${keeper.port} dipakai oleh program lain: akhiri program itu dulu`;
      if (keeper)
        return `port ${keeper.port} masih dipakai koneksi terakhirnya sampai semenit (TIME_WAIT): tunggu semenit, juga kalau SO_REUSEADDR baru saja dipasang sebelum bind. Setelah itu tidak perlu menunggu lagi`;
      return `portnya sudah dipakai: oleh program lain, atau selama satu menit oleh koneksi terakhirnya sendiri (TIME_WAIT), kalau SO_REUSEADDR tidak dipasang sebelum bind. ${lastLines(output)}`;
    }
    if (reason === "no port")
      return `server tidak membuka port TCP apa pun dalam 10 detik${otherActivity(nonTcpActivity)} ${lastLines(output)}`;
    if (reason === "other port")
      return `server berjalan, tetapi tidak di port ${program.port}. ${lastLines(output)}`;
    const tool = toolMissing(output);
    const said = lastLines(output);
    const saidAndRemedy = tool
      ? `${said.replace(/\.$/, "")}. Cara memasang ${toolOf(tool).label}: ${howToInstall(tool)}`
      : said;
    if (ended?.exitCode === 127) return `programnya tidak ditemukan. ${saidAndRemedy}`;
    const how = ended?.signal
      ? `dihentikan oleh ${ended.signal}`
      : `berakhir dengan status ${ended?.exitCode}`;
    return `server ${how} sebelum membuka port. ${saidAndRemedy}`;
  },
  noLoneAnswer: {
    refused: (error) =>
      `koneksi klien yang datang sendirian ditolak atau diputus (${error ?? "tanpa alasan"})`,
    closed: () => "server menutup koneksi klien yang datang sendirian tanpa menjawab",
    silent: (why) =>
      `server tidak menjawab klien yang datang sendirian dalam 5 detik${why === null ? "" : `: ${silences[why as WhySilent]}`}`,
    endless: () =>
      "jawabannya kepada klien yang sendirian tidak selesai dalam 5 detik, atau lebih pendek dari yang dijanjikan",
    unasked: () =>
      "server mengirim hal yang sama kepada klien yang belum meminta apa pun: itu sapaan, bukan jawaban",
    broken: (detail) => `jawabannya bukan HTTP: ${detail ?? "tidak ada baris status"}`,
  },
  notSlow:
    "tidak ada klien yang bisa lambat di sini: server tidak menunggu permintaan yang datang byte demi byte, dan tidak punya file yang terlalu besar untuk semua buffer (--large)",
  nothingServed: {
    busy: () =>
      "klien yang sendirian tidak dijawab dalam satu menit, padahal sebelumnya klien yang sendirian dijawab",
    status: (status) =>
      `jawabannya berstatus ${status === null ? "selain 2xx" : `${status}, bukan 2xx`}${status === 404 ? ": apakah filenya ada di folder yang disajikan server? File lain disebutkan dengan --path" : ""}`,
    wrong: () =>
      "panjang jawabannya berbeda dari jawaban untuk klien yang sendirian, atau jawabannya bukan HTTP: apakah thread-threadnya memakai buffer yang sama?",
    lost: () => "server menutup atau memutus koneksi alih-alih menjawab",
    stopped: () =>
      "server tadinya menjawab, lalu berhenti: koneksi yang sudah pernah dijawab tidak dijawab lagi",
    silent: () => "server tidak menjawab satu pun yang bertanya, padahal klien yang sendirian dijawab",
  },
  notHeld: {
    closed: "server menutup koneksi klien 1, jadi klien 1 tidak bisa tetap terhubung",
    refused: "server menolak atau memutus koneksi klien 1",
    silent: "server tidak menjawab klien 1, padahal sebelumnya menjawab",
    answered: "server menjawab klien 1, padahal permintaannya baru setengah",
    "not large": "file untuk --large kurang besar untuk memenuhi semua buffer",
  },
};
