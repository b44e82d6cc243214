// HTML written with template literals: what is put into one is escaped, unless it is HTML already.

/** HTML that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | false | readonly Part[];

/** `h`<p>${"a < b"}</p>`` is `<p>a &lt; b</p>`; a list is put together, and false is nothing. */
export function h(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, at) => text + shown(parts[at - 1] ?? "") + string));
}

function shown(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === false) return "";
  if (typeof part === "object") return part.map(shown).join("");
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
