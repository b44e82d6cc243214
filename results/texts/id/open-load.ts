import type { Texts } from "../texts.js";

export const openLoad: Texts["openLoad"] = {
  title: "Permintaan yang datang dengan laju tetap, dan lamanya (ms)",
  account: "Kemampuan setiap server, dan hasil semua yang direncanakan",
  heads: {
    percent: "beban (%)",
    planned: "rencana /dtk",
    answered: "dijawab /dtk",
    mean: "rerata",
    range: "rentang",
    little: "rerata (Little)",
    model: "rerata (model)",
    fromPlan: "99 % sejak rencana",
    fromSend: "99 % sejak kirim",
    backlog: "sisa",
    capacity: "kemampuan /dtk",
    lines: "koneksi",
    service: "sendirian (us)",
    variation: "variasi",
    modelName: "model",
    inSystem: "di dalam sistem",
    plannedAll: "direncanakan",
    completed: "selesai",
    failed: "gagal",
    unfinished: "belum selesai",
    late: "klien terlambat (ms)",
    cpu: "CPU %, klien / server",
  },
  models: { "D/G/1": "D/G/1", fluid: "fluida", none: "tidak ada" },
  picturesTitle: "Di bawah, tepat pada, dan di atas kemampuan setiap server",
  under:
    "Dua gambar pertama menunjukkan permintaan yang sama. Kalau dihitung dari saat yang direncanakan, waktu menunggu jawaban sebelumnya ikut terhitung; kalau dihitung dari saat pengiriman, tidak, sehingga server yang kewalahan pun tampak baik. Pada gambar ketiga, model tepat kalau kedua angkanya sama.",
  pictures: {
    fromPlan: "99 dari 100 jawaban tiba dalam sekian milidetik sejak saat yang direncanakan.",
    fromSend: "99 dari 100 jawaban tiba dalam sekian milidetik sejak saat pengiriman.",
    model: "Rata-rata yang terlihat, terhadap rata-rata menurut model (ms).",
    same: "sama dengan model",
    distribution: (percent) =>
      `Sekian persen jawaban tiba dalam sekian milidetik sejak saat yang direncanakan, pada ${percent} % kemampuan.`,
  },
  at: (time, server) => `${time} di ${server}`,
  answer: (percent, each) =>
    `Pada ${percent} % kemampuan setiap server, 99 dari 100 permintaan dijawab dalam ${each}.`,
  can: (perSecond, lines, alone) =>
    `Server ini sanggup menjawab ${perSecond} permintaan per detik, koneksi yang dilayani sekaligus: ${lines}; permintaan yang sendirian memakan ${alone}.`,
  keepsUp: (percent, seen) =>
    `Pada ${percent} % server masih sanggup: satu permintaan rata-rata memakan ${seen}.`,
  keepsUpAs: (percent, seen, model) =>
    `Pada ${percent} % server masih sanggup: satu permintaan rata-rata memakan ${seen}, sedangkan menurut model ${model}.`,
  saturated: (percent, time, left, longest) =>
    `Pada ${percent} % server jenuh: antreannya terus memanjang. Setelah ${time} masih tersisa ${left} permintaan; waktu tunggu terlama ${longest}, dan akan lebih lama lagi kalau diukur lebih lama.`,
  omitted: (fromSend, fromPlan) =>
    `Kalau dihitung dari saat pengiriman, 99 dari 100 seolah-olah dijawab dalam ${fromSend}; sebenarnya ${fromPlan} sejak saat seharusnya dikirim.`,
  decided: [
    "Setiap server dibebani sampai tidak bertambah cepat lagi; bagian ini tidak dihitung. Kemampuannya diukur dulu, dari awal di setiap putaran. Satu koneksi menunjukkan berapa lama permintaan yang sendirian, dan seberapa bervariasi lamanya (simpangan baku dibagi rata-rata). Sepuluh koneksi menunjukkan kemampuannya; yang dihitung hanya koneksi yang benar-benar dilayani. Semuanya meminta lagi begitu dijawab. Angkanya dari putaran dengan kemampuan tengah (median), supaya saling cocok; rentangnya adalah rentang rerata dari semua putaran.",
    "Lalu permintaan direncanakan dengan jarak tetap, sekian persen dari kemampuan itu. Setiap permintaan dikirim pada saatnya lewat koneksi yang bebas, atau begitu ada yang bebas. Latensinya dihitung dari saat yang direncanakan sampai akhir jawabannya, sehingga permintaan yang harus menunggu jawaban sebelumnya menunjukkan waktu tunggunya (tanpa coordinated omission); selain itu ditampilkan latensi dari saat pengiriman.",
    "Hukum Little: latensi rata-rata adalah banyaknya permintaan di dalam sistem, dirata-ratakan terhadap waktu, dibagi laju kedatangannya. Hukum ini berlaku kalau yang pergi sebanyak yang datang; di atas kemampuan server angkanya lebih kecil daripada yang terlihat, karena yang tersisa di akhir belum selesai menunggu.",
    "Model di bawah kemampuan adalah D/G/1: permintaan datang dengan jarak tetap ke satu server yang memerlukan 1/kemampuan untuk masing-masing, dengan variasi yang terukur (rumus Kingman), lalu ditambah pelayanannya sendiri. Server dengan beberapa thread dianggap satu server yang cepat, prosesor dianggap tidak dipakai yang lain, dan rumusnya berlaku untuk jangka panjang.",
    "Di atas kemampuan modelnya fluida: yang datang dan tidak terjawab menumpuk, sehingga waktu tunggu rata-rata adalah setengah dari waktu tunggu permintaan terakhir. Tepat pada kemampuan tidak ada keadaan tunak, dan tidak ada yang diramalkan.",
    "Server disebut jenuh (!) kalau lebih dari 2 % permintaan yang direncanakan masih tersisa di akhir jadwal, di sebagian besar putaran. Klien beban tidak pernah tidur, supaya jadwalnya tepat: ia memakai satu prosesor, yang mungkin lalu kurang bagi server dengan banyak thread, dan angka CPU-nya tidak berarti bahwa ia sudah tidak sanggup lebih. Seberapa terlambat klien beban itu sendiri ada di tabel terakhir.",
  ],
};
