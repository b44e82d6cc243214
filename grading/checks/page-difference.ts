// What is wrong with a page that came out different, as far as its bytes tell. A cause is named only where the bytes show it.

export type Difference =
  /** The file, and one line end after it, as a textbook's skeleton sends it: no fault. */
  | "line end after it"
  /** Nothing came. */
  | "empty"
  /** It ends where it would if letters were counted and not bytes. */
  | "letters counted"
  | "cut short"
  /** The whole file comes, after something else. */
  | "something before it"
  /** The whole file comes, and then something else. */
  | "something after it"
  /** Only the line ends are others. */
  | "line ends"
  /** The letters of English are right, and those beyond it, or the bytes that are no text, were made anew. */
  | "text made of bytes"
  /** It begins like the file, and goes on otherwise. */
  | "other bytes"
  | "other page";

const LINE_ENDS = ["\n", "\r\n"].map((end) => Buffer.from(end));

/** How what came differs from the file, or only in what comes after it. Equal ones do not differ: call it for others. */
export function differenceOf(came: Buffer, file: Buffer): Difference {
  if (came.length === 0) return "empty";
  if (came.length < file.length && came.equals(file.subarray(0, came.length)))
    return countsLetters(came.length, file) ? "letters counted" : "cut short";
  if (came.subarray(0, file.length).equals(file)) {
    const rest = came.subarray(file.length);
    return LINE_ENDS.some((end) => rest.equals(end)) ? "line end after it" : "something after it";
  }
  if (came.subarray(-file.length).equals(file) || came.includes(file)) return "something before it";
  const [ours, theirs] = [plain(file), plain(came)];
  if (withoutLineEnds(came).equals(withoutLineEnds(file))) return "line ends";
  if (ours.equals(theirs) && !file.equals(ours)) return "text made of bytes";
  return firstDifference(came, file) === 0 || !sharesBeginning(came, file) ? "other page" : "other bytes";
}

/** Where they begin to differ. */
export function firstDifference(a: Buffer, b: Buffer): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** Two pages of ours begin with the same head, so that much in common says nothing. */
const HEAD_BYTES = 40;
const sharesBeginning = (came: Buffer, file: Buffer): boolean => firstDifference(came, file) > HEAD_BYTES;

/** Python counts characters; Java, JavaScript and C# count UTF-16 units. */
function countsLetters(length: number, file: Buffer): boolean {
  const text = file.toString("utf8");
  return length === text.length || length === [...text].length;
}

const [CR, LF, QUESTION_MARK] = [13, 10, 63];
const withoutLineEnds = (bytes: Buffer): Buffer =>
  bytes.filter((byte) => byte !== CR && byte !== LF) as Buffer;
/** What is left when bytes that are no English text are read as text: line ends may change, `?` may come. */
const plain = (bytes: Buffer): Buffer =>
  bytes.filter((byte) => byte < 128 && byte !== CR && byte !== LF && byte !== QUESTION_MARK) as Buffer;
