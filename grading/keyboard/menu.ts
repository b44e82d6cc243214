// A menu that a client prints, and which of its entries is wanted.

/** To ask for a page; to connect first; to leave. */
export type Wish = "ask" | "connect" | "leave";

interface Entry {
  /** What is typed to choose it. */
  key: string;
  label: string;
}

const ENTRY =
  /^[\s|*-]*(?:[[(]\s*(\d{1,2}|[a-z])\s*[\])]|(\d{1,2}|[a-z])\s*(?:[.):=]|->?|\s-))\s*([^\s|].*?)[\s|]*$/i;
const MOST_LINES = 40;

const WISHES: Record<Wish, RegExp> = {
  leave: /\b(exit|quit|keluar|selesai|tutup|berhenti|stop|bye|close|end)\b/i,
  connect: /\b(connect|hubung\w*|sambung\w*|koneksi|host|port|ip|alamat|server)\b/i,
  ask: /\b(get|request|minta\w*|ambil|files?|berkas|halaman|page|kirim|send|akses|access|lihat|view|open|buka|download|unduh|fetch|cari|url|dokumen)\b/i,
};

/** The entries of the menu that was printed last; none where there are fewer than two. */
export function menuIn(printed: string): Entry[] {
  const entries = printed
    .split(/\r?\n/)
    .slice(-MOST_LINES)
    .flatMap((line) => {
      const [, bracketed, plain, label] = ENTRY.exec(line.slice(0, 200)) ?? [];
      const key = bracketed ?? plain;
      return key === undefined ? [] : [{ key, label: label! }];
    });
  const begin = entries.findLastIndex(({ key }) => /^[1a]$/i.test(key));
  const menu = entries.slice(begin === 1 && entries[0]!.key === "0" ? 0 : Math.max(0, begin));
  return begin >= 0 && menu.length > 1 ? menu : [];
}

/** The key of the entry that does what is wished; null: none says so. */
export function chosen(menu: readonly Entry[], wish: Wish): string | null {
  const leaving = menu.find(({ label }) => WISHES.leave.test(label));
  if (wish === "leave") return leaving?.key ?? null;
  const others = menu.filter((entry) => entry !== leaving);
  const named = others.filter(({ label }) => WISHES[wish].test(label));
  if (wish === "connect") return named.find(({ label }) => !WISHES.ask.test(label))?.key ?? null;
  return (named[0] ?? others[0])?.key ?? null;
}
