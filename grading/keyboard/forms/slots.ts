// What a word in a usage line, a variable or an option stands for, by its name: in English and in Indonesian.

/** A mark of a form, or a word that is given as it is. */
export type Slot = string;

/** The first that fits. Names come in lower case, with spaces between their parts. */
const NAMES: readonly [RegExp, Slot][] = [
  [/\b(url|uri|link|address bar)\b/, "{url}"],
  [/\b(time ?out|batas waktu|seconds?|detik|delay)\b/, "5"],
  [/\b(method|metode|verb)\b/, "GET"],
  [/\b(buffer|buf|size|ukuran|bufsize)\b/, "4096"],
  [/\b(count|jumlah|num|times|repeat|threads?|requests|clients)\b/, "1"],
  [/\b(version|versi|protocol|protokol)\b/, "HTTP/1.1"],
  [/\b(port|ports|portno|portnum\w*|\w*port)\b|^p$/, "{port}"],
  [
    /\b(\w*file\w*|fname|fn|berkas|dokumen|docs?|document|objects?|obj|resource|pages?|halaman|html?)\b|^[fr]$/,
    "{file}",
  ],
  [
    /\b(\w*host\w*|server|srv|ip|ipv4|ip ?addr\w*|addr\w*|alamat|dest\w*|target|tujuan|remote|domain|\w*ip)\b|^[hsai]$/,
    "{host}",
  ],
  [/\b(\w*path|route|endpoint|lokasi)\b/, "{path}"],
  [/\b(nama|name|request|req|query|get|what)\b|^n$/, "{file}"],
  [/^u$/, "{url}"],
];

/** Examples say it, too: client.py 127.0.0.1 8080 index.html */
const EXAMPLES: readonly [RegExp, Slot][] = [
  [/^https?:\/\/\S+$/i, "{url}"],
  [/^(localhost|\d{1,3}(\.\d{1,3}){3}|::1)$/i, "{host}"],
  [/^\d{2,5}$/, "{port}"],
  [/^\/\S*$/, "{path}"],
  [/^[\w-]+\.(html?|txt|png|jpe?g|css|js|php)$/i, "{file}"],
  [/^GET([|/]\w+)*$/, "GET"],
];

/** camelCase, snake_case and kebab-case as words. */
const plain = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

/** Null: nobody knows. */
export function slotOf(name: string): Slot | null {
  if (name.length > 60) return null;
  const example = EXAMPLES.find(([pattern]) => pattern.test(name));
  if (example) return example[1];
  const words = plain(name);
  return NAMES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
