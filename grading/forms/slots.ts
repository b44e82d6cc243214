// What a word in a usage line, a variable or an option stands for, by its name: in English, Indonesian, Spanish and
// Portuguese. A path is what a client asks for, and where a server keeps its pages: each has its own vocabulary.

/** A mark of a form, or a word that is given as it is. */
export type Slot = string;

export interface Vocabulary {
  /** What a name stands for. null: nobody knows. */
  slotOf: (name: string) => Slot | null;
  /** What the words are of which nobody says anything (null), in their order. */
  unnamed: (slots: readonly (Slot | null)[]) => Slot[];
  /** What a second word is, where two would be the same; null: nobody knows. */
  second: (slot: Slot) => Slot | null;
  /** What a program of this kind is called in a usage line, beside its file. */
  program: RegExp;
}

/** The first that fits. Names come in lower case, with spaces between their parts. */
type Names = readonly [RegExp, Slot][];

const CLIENT_NAMES: Names = [
  [/\b(url|uri|link|address bar)\b/, "{url}"],
  [/\b(time ?out|batas waktu|seconds?|detik|delay)\b/, "5"],
  [/\b(method|metode|verb)\b/, "GET"],
  [/\b(buffer|buf|size|ukuran|bufsize)\b/, "4096"],
  [/\b(count|jumlah|num|times|repeat|threads?|requests|clients)\b/, "1"],
  [/\b(version|versi|protocol|protokol)\b/, "HTTP/1.1"],
  [/\b(port|ports|portno|portnum\w*|\w*port|puerto|porta)\b|^p$/, "{port}"],
  [
    /\b(\w*file\w*|fname|fn|berkas|archivo|arquivo|fichero|dokumen|docs?|document|objects?|obj|resource|pages?|halaman|html?)\b|^[fr]$/,
    "{file}",
  ],
  [
    /\b(\w*host\w*|server|servidor|srv|ip|ipv4|ip ?addr\w*|addr\w*|alamat|direccion|endereco|dest\w*|target|tujuan|remote|domain|\w*ip)\b|^[hsai]$/,
    "{host}",
  ],
  [/\b(\w*path|route|endpoint|lokasi)\b/, "{path}"],
  [/\b(nama|name|request|req|query|get|what)\b|^n$/, "{file}"],
  [/^u$/, "{url}"],
];

/** Examples say it, too: client.py 127.0.0.1 8080 index.html */
const CLIENT_EXAMPLES: Names = [
  [/^https?:\/\/\S+$/i, "{url}"],
  [/^(localhost|\d{1,3}(\.\d{1,3}){3}|::1)$/i, "{host}"],
  [/^\d{2,5}$/, "{port}"],
  [/^\/\S*$/, "{path}"],
  [/^[\w-]+\.(html?|txt|png|jpe?g|css|js|php)$/i, "{file}"],
  [/^GET([|/]\w+)*$/, "GET"],
];

const SERVER_NAMES: Names = [
  [/\b(time ?out|batas waktu|seconds?|detik|delay)\b/, "60"],
  [/\b(buffer|buf|bufsize|chunk)\b/, "4096"],
  [/\b(version|versi|protocol|protokol)\b/, "HTTP/1.1"],
  [/\b(log|logs|log ?file)\b/, "server.log"],
  [/\b(port|ports|portno|portnum\w*|\w*port|puerto|porta)\b|^p$/, "{port}"],
  [
    /\b(n?threads?|utas|hilos?|workers?|pekerja|pool|\w*pool|backlog|queue|antrian|processes|procs|proses|children|concurrency|connections|koneksi|clients|klien|max|size|ukuran|jumlah|count|num)\b|^[tnwjcbqk]$/,
    "{threads}",
  ],
  [
    /\b(\w*dir|\w*directory|\w*folder|direktori|carpeta|directorio|pasta|diretorio|\w*root|www\w*|web ?root|htdocs|public|static|\w*path|base|home|files?|content|pages?|halaman|html|situs|site)\b|^[dfr]$/,
    "{folder}",
  ],
  [
    /\b(\w*host\w*|server|servidor|srv|ip|ipv4|ip ?addr\w*|addr\w*|alamat|direccion|endereco|bind|listen|interface|iface|domain|\w*ip)\b|^[hsai]$/,
    "{host}",
  ],
];

const SERVER_EXAMPLES: Names = [
  [/^(localhost|\d{1,3}(\.\d{1,3}){3}|::1)$/i, "{host}"],
  [/^(80|\d{4,5})$/, "{port}"],
  [/^\d{1,3}$/, "{threads}"],
  [/^(\.|\.{0,2}\/\S*|www|public|html|htdocs|static)$/, "{folder}"],
];

/** camelCase, snake_case and kebab-case as words. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

const MOST_NAME = 60;

const among =
  (names: Names, examples: Names) =>
  (name: string): Slot | null => {
    if (name.length > MOST_NAME) return null;
    const example = examples.find(([pattern]) => pattern.test(name));
    if (example) return example[1];
    const words = plain(name);
    return names.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  };

/** Who tells no file may ask for it, or be told a path or a URL instead. */
export const CLIENT: Vocabulary = {
  slotOf: among(CLIENT_NAMES, CLIENT_EXAMPLES),
  unnamed: (slots) => {
    if (slots.includes("{url}")) return [];
    const asks = slots.includes("{path}");
    return ["{host}", "{port}", ...(asks ? [] : ["{file}"])];
  },
  second: () => null,
  program: /^[\w-]*(client|klien|http|tcp|web)[\w-]*[,:]?$/i,
};

export const SERVER: Vocabulary = {
  slotOf: among(SERVER_NAMES, SERVER_EXAMPLES),
  // ADDRESS PORT, or PORT FOLDER
  unnamed: (slots) =>
    slots.indexOf(null) < slots.indexOf("{port}")
      ? ["{host}", "{folder}", "{threads}"]
      : ["{port}", "{folder}", "{threads}"],
  // Two numbers are a port and another one.
  second: (slot) => (slot === "{port}" ? "{threads}" : null),
  program: /^[\w-]*(server|serv|srv|httpd|http|tcp|web|peladen|servidor)[\w-]*[,:]?$/i,
};
