// What is asked for when a person types a file name.

/** Not allowed in a request target (RFC 3986 §2), or with a meaning there that a file's name does not have: `#`. */
const FOREIGN = /[^\x21-\x7e]|["#<>\\^`{|}]/gu;

/**
 * The request target for a file name: with a slash in front, and percent-encoded where it must be. `%` and `?` stay
 * what they are in an address bar, and `/../` is sent as it was typed: what the server makes of it is worth seeing.
 */
export function pathOf(name: string): string {
  const encoded = name.replace(FOREIGN, (character) =>
    Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(
      "",
    ),
  );
  return encoded.startsWith("/") ? encoded : `/${encoded}`;
}
