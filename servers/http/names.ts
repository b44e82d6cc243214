// From a URL's path to the names of folders and a file, and nothing that could lead elsewhere.

import { Refusal } from "./refusal.js";

/** Names that Windows takes for devices in every folder, whatever extension they have. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(\..*)?$/i;

/**
 * The names on the way from the site's folder to the file: `/a%20b/` is `["a b", "index.html"]`. Null: no file of the
 * site can have that path. Throws Refusal when the path is badly encoded.
 */
export function namesOf(path: string, windows = process.platform === "win32"): string[] | null {
  const encoded = path.split("/").slice(1);
  // Split first, decode then, and once: a %2f is a letter of a name, never a border between two.
  const names = path.includes("%") ? encoded.map(decode) : encoded;
  if (names.at(-1) === "") names[names.length - 1] = "index.html";
  return names.every((name) => isSafe(name, windows)) ? names : null;
}

function decode(encoded: string): string {
  let name: string;
  try {
    name = decodeURIComponent(encoded); // throws at %zz, but also at bytes that are no UTF-8, such as the overlong %c0%ae
  } catch {
    throw new Refusal(400, "percent-encoding");
  }
  if (name.includes("\0")) throw new Refusal(400, "percent-encoding"); // to the kernel the path would end there
  return name;
}

/** The backslash is refused everywhere, so that a site behaves alike on every system. */
function isSafe(name: string, windows: boolean): boolean {
  if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\\")) return false;
  if (!windows) return true;
  // C: is a drive, page.html:x a hidden stream of page.html; "page.html." and "page.html " are page.html by other names.
  return !name.includes(":") && !name.endsWith(".") && !name.endsWith(" ") && !DEVICE.test(name);
}
