// The words that students name their programs with: English, Indonesian, Spanish, Portuguese. Data; lower case, no accents.

/** What a word of a name says. `perhaps`: it may as well mean something else, so it counts only where nothing else does. */
export type Meaning =
  | "server"
  | "client"
  | "network"
  | "single"
  | "multi"
  | "thread"
  | "perhaps single"
  | "perhaps multi"
  | "no"
  | "one"
  | "many"
  | "main"
  | "helper"
  | "test"
  | "old"
  | "copy"
  | "new"
  | "task"
  | "chat"
  | "game"
  | "udp"
  | "proxy"
  | "filler";

const WORDS: Record<Meaning, string> = {
  server:
    "server servers serv srv svr servidor servidores servidora peladen pelayan serwer serveur serverside httpd daemon listener",
  client: "client clients klien klient cliente clientes clnt cli clientside peminta pelanggan",
  network:
    "web http https tcp ip tcpip socket sockets soket sock www internet net network jaringan html rest api",
  single:
    "single singlethread singlethreaded singlethreading sequential sequentially sekuensial sekuential secuencial secuencialmente sequencial iterative iteratif iterativo iterativa iteratively serial serially tunggal satu satusatu singel singgel monothread mono monohilo monoproceso unico unica singular",
  multi:
    "multi multiple multiples multiplos multipla multiplas multy mult multithread multithreads multithreaded multithreading multithreding mutithread multihilo multihilos multiproses multiprocess multiprocessing multiproceso multiprocesso concurrent concurrente concurrentes concorrente concorrentes concurrency concurrencia konkuren konkurensi parallel parallels paralel paralelo paralela paralelos banyak jamak simultan simultaneous simultaneo simultaneos bersamaan prefork multitarea multitarefa",
  thread:
    "thread threads threaded threading thred treading threadpool hilo hilos pool fork forks forked forking async asyncio asynchronous asynchronously asincrono assincrono asinkron goroutine goroutines coroutine executor executors executorservice epoll select selector selectors nonblocking nio eventloop process processes proses procesos processos workers virtualthreads runnable",
  "perhaps single":
    "basic basico basica dasar simple simples simplest sederhana biasa normal plain standard standar sync synchronous sinkron sincrono blocking bloqueante one uno um una sendiri individual linear st awal",
  "perhaps multi":
    "advanced lanjut lanjutan avanzado avancado two dua dos dois mt ganda many varios several ramai events event evented cluster",
  no: "no non not without tanpa sin sem bukan tidak nao nothread nothreads unthreaded nonthread nonthreaded",
  one: "one a un um uno satu per",
  many: "many banyak n",
  main: "main app index program run start mulai utama jalankan principal launcher init entry aplikasi script code kode source solution solusi",
  helper:
    "handler handlers manejador util utils utility utilities helper helpers common commons shared config configuration configs settings constant constants session sessions request requests response responses parser logger logging log worker model models types protocol message messages view views controller routes router exception exceptions error errors interface task job tool tools lib library framework module modul base abstract file files reader writer penangan",
  test: "test tests tester testing testes teste prueba pruebas uji ujicoba coba spec specs unittest benchmark bench stress load loadtest latency mock demo conftest check checker grader autograder",
  old: "old older bak backup backups back lama usang cadangan antiguo antigua viejo vieja velho antigo anterior original orig asli deprecated draft draf tmp temp temporary temporal trash unused legacy archive archived arsip skeleton template templat starter broken rusak salah gagal failed wrong",
  copy: "copy copia copie salinan duplicate duplikat dup kopi",
  new: "new newer baru nuevo nueva novo nova final fixed fix fiks revisi revised rev improved latest terbaru update updated",
  task: "tugas task tasks lab labs modul week minggu praktikum prak pertemuan hw homework assignment assignments asg ex exercise exercicio ejercicio latihan soal practica pratica taller tarea tarefa trabajo trabalho project projek proyek proyecto projeto prj kelompok group grupo grup team tim kelas class chapter bab ch uts uas quiz kuis pa lbo jarkom jkom prog progjar progjarx semester nim nrp npm p a1 question q problem",
  chat: "chat chatting chatroom messenger obrolan chatapp groupchat ngobrol bate papo",
  game: "game games tictactoe tic tac toe hangman snake pong chess catur permainan juego jogo quizgame trivia rps battleship",
  udp: "udp datagram dgram pinger ping",
  proxy: "proxy proxies proksi reverseproxy loadbalancer balancer relay gateway forwarder cache caching",
  filler:
    "py python java js javascript node nodejs ts typescript cpp cxx rust golang go ruby php kotlin in c the of for with and using by to on de del da do com con para por dan dengan untuk pakai menggunakan menangani yang pada handling handle handles handled serve serving based mode type version versi my mi meu saya me ku kita our simplehttp hello world echo request file get computer networks networking redes komputer sistem system programming pemrograman user users s connection connections koneksi conexion conexao at time all part parte bagian port localhost local host remote observer timeserver first second",
};

const MEANINGS = new Map<string, Meaning[]>();
for (const [meaning, words] of Object.entries(WORDS) as [Meaning, string][])
  for (const word of words.split(" ")) {
    const known = MEANINGS.get(word) ?? [];
    if (!known.includes(meaning)) MEANINGS.set(word, [...known, meaning]);
  }

/** Words that hold a known one by chance, and mean nothing here. */
const INNOCENT = new Set([
  "observer",
  "observers",
  "multimedia",
  "multiply",
  "multiplication",
  "multiplayer",
  "reserve",
  "reserved",
  "conserver",
  "singleton",
  "multipart",
  "multicast",
  "selection",
  "recliente",
]);

export const meaningsOf = (word: string): readonly Meaning[] =>
  INNOCENT.has(word) ? ["filler"] : (MEANINGS.get(word) ?? []);

/** Shorter ones stand in too many words by chance. */
const LEAST_WITHIN = 3;
/** At the beginning or the end of a word that is not known as a whole, only such long ones are believed. */
const LEAST_BESIDE = 6;
const MOST_WORD = 64;

const within = [...MEANINGS.keys()].filter((word) => word.length >= LEAST_WITHIN || word === "no");
const beside = within.filter((word) => word.length >= LEAST_BESIDE).sort((a, b) => b.length - a.length);
const byFirst = new Map<string, string[]>();
for (const word of within) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word]);

/** The words that were written together: tcpserversingle. A word that is not made of known ones stays as it is. */
export function takenApart(word: string): string[] {
  if (meaningsOf(word).length > 0 || word.length > MOST_WORD) return [word];
  const whole = covered(word);
  if (whole !== null) return whole;
  for (const known of beside) {
    const rest = word.startsWith(known)
      ? word.slice(known.length)
      : word.endsWith(known)
        ? word.slice(0, -known.length)
        : null;
    if (rest === null) continue;
    return word.startsWith(known) ? [known, ...takenApart(rest)] : [...takenApart(rest), known];
  }
  return [word];
}

/** The fewest known words that make up all of it; null: none do. */
function covered(word: string): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) best.push(null);
  for (let at = 0; at < word.length; at++) {
    const before = best[at];
    if (before === null || before === undefined) continue;
    for (const known of byFirst.get(word[at]!) ?? []) {
      const end = at + known.length;
      if (!word.startsWith(known, at)) continue;
      const there = best[end];
      if (there === null || (there !== undefined && there.length > before.length + 1))
        best[end] = [...before, known];
    }
  }
  return best[word.length] ?? null;
}
