// A source's bytes as text, whatever editor wrote them: UTF-8 or UTF-16 with or without a mark, or one byte a letter.

export interface Decoded {
  /** Without the mark at its beginning; its lines end with \n. */
  text: string;
  encoding: "UTF-8" | "UTF-8 with a mark" | "UTF-16" | "one byte";
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** The letters of Western Europe, as editors on Windows write them. It knows every byte. */
const latin = new TextDecoder("windows-1252");
const MARK = "\u{feff}";

/** Never throws: a file that is no text at all becomes letters of some kind. */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding } = asWritten(bytes);
  const marked = text.startsWith(MARK);
  return {
    text: (marked ? text.slice(1) : text).replaceAll(/\r\n?/g, "\n"),
    encoding: marked && encoding === "UTF-8" ? "UTF-8 with a mark" : encoding,
  };
}

function asWritten(bytes: Uint8Array): Decoded {
  const order = byteOrder(bytes);
  if (order !== null)
    return { text: new TextDecoder(order, { ignoreBOM: true }).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: utf8.decode(bytes), encoding: "UTF-8" };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: latin.decode(bytes), encoding: "one byte" };
  }
}

/** UTF-16 is known by its mark, or by the zeros that every second byte of a program in it is. */
function byteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const pairs = Math.min(bytes.length >> 1, 500);
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.1) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.1) return "utf-16be";
  return null;
}
