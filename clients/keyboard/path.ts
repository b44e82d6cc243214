// What is asked for when a person types a file name.

/** Not allowed in a request target (RFC 3986 §2), or with a meaning there that a file's name does not have: `#`. */
const FOREIGN = /[^\x21-\x7e]|["#<>\\^`{|}]/gu;

/** What stands before the path where the whole address was typed. */
const ADDRESS = /^https?:\/\/[^/?#\s]+/i;

/** Was the whole address typed, as in a browser? */
export const isAddress = (name: string): boolean => ADDRESS.test(name);

/**
 * The request target for a file name: with a slash in front, and percent-encoded where it must be. `%` and `?` stay
 * what they are in an address bar, and `/../` is sent as it was typed: what the server makes of it is worth seeing.
 * Of an address it is the path: whose it is was said when we connected.
 */
export function pathOf(name: string): string {
  const file = isAddress(name) ? name.replace(ADDRESS, "").replace(/#.*/s, "") : name;
  const encoded = file.replace(FOREIGN, (character) =>
    Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(
      "",
    ),
  );
  return encoded.startsWith("/") ? encoded : `/${encoded}`;
}
