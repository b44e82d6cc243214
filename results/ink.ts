// Colours on a terminal. Whether there are any is the caller's decision, never guessed here:
// util.styleText and @colors look at the environment themselves, and a table must not change with who looks at it.

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Colour = keyof typeof codes;

/** Paints a text, or leaves it as it is. */
export type Ink = (colour: Colour, text: string) => string;

export function ink(on: boolean): Ink {
  return (colour, text) =>
    on && text
      ? `\u001b[${codes[colour]}m${text}\u001b[${colour === "bold" || colour === "dim" ? 22 : 39}m`
      : text;
}
