// A source without its comments, and with or without what is in its strings: what a comment says decides nothing.

export interface Stripped {
  /** The code: comments are gone, strings are empty. */
  code: string;
  /** The same with the strings as they are. */
  text: string;
  /** What is in the strings, and in character literals. */
  strings: string[];
}

interface Syntax {
  /** What begins at a place and ends there: the first that fits. */
  comments: readonly RegExp[];
  strings: readonly RegExp[];
}

const LINE_SLASHES = /\/\/[^\n]*/y;
const BLOCK = /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/y;
const HASH = /#[^\n]*/y;
const DOUBLE = /"(?:\\[\s\S]|[^"\\\n])*(?:"|(?=\n)|$(?![\s\S]))/y;
const SINGLE = /'(?:\\[\s\S]|[^'\\\n])*(?:'|(?=\n)|$(?![\s\S]))/y;
const LONG_DOUBLE = /"(?:\\[\s\S]|[^"\\])*(?:"|$(?![\s\S]))/y;
const LONG_SINGLE = /'(?:\\[\s\S]|[^'\\])*(?:'|$(?![\s\S]))/y;
const BACKTICK = /`(?:\\[\s\S]|[^`\\])*(?:`|$(?![\s\S]))/y;
const TRIPLE_DOUBLE = /"""(?:\\[\s\S]|[^\\])*?(?:"""|$(?![\s\S]))/y;
const TRIPLE_SINGLE = /'''(?:\\[\s\S]|[^\\])*?(?:'''|$(?![\s\S]))/y;
/** A character, and not the lifetime of Rust or the separator in a number of C++. */
const CHARACTER = /'(?:\\(?:[^u\n]|u\{?[\da-fA-F]+\}?)[^'\n]{0,8}|[^'\\\n])'/y;

const C: Syntax = {
  comments: [LINE_SLASHES, BLOCK],
  strings: [/R"([^\s()\\]{0,16})\([\s\S]*?(?:\)\1"|$(?![\s\S]))/y, DOUBLE, CHARACTER],
};

/** By the name of the language; another language is read as C is. */
const SYNTAX: Record<string, Syntax> = {
  Python: { comments: [HASH], strings: [TRIPLE_DOUBLE, TRIPLE_SINGLE, DOUBLE, SINGLE] },
  JavaScript: { comments: [LINE_SLASHES, BLOCK], strings: [BACKTICK, DOUBLE, SINGLE] },
  TypeScript: { comments: [LINE_SLASHES, BLOCK], strings: [BACKTICK, DOUBLE, SINGLE] },
  Java: { comments: [LINE_SLASHES, BLOCK], strings: [TRIPLE_DOUBLE, DOUBLE, CHARACTER] },
  PHP: { comments: [LINE_SLASHES, BLOCK, /#(?!\[)[^\n]*/y], strings: [LONG_DOUBLE, LONG_SINGLE] },
  Ruby: {
    comments: [/(?<=^|\n)=begin\b[\s\S]*?(?:\n=end\b[^\n]*|$(?![\s\S]))/y, HASH],
    strings: [LONG_DOUBLE, LONG_SINGLE],
  },
  Go: { comments: [LINE_SLASHES, BLOCK], strings: [/`[^`]*(?:`|$(?![\s\S]))/y, DOUBLE, CHARACTER] },
  Rust: {
    comments: [LINE_SLASHES, BLOCK],
    strings: [/r(#{0,8})"[\s\S]*?(?:"\1|$(?![\s\S]))/y, LONG_DOUBLE, CHARACTER],
  },
};

/** A slash after these begins a regular expression of JavaScript, which may hold quotes. */
const BEFORE_REGEX = /(?:[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of))\s*$/;
const REGEX = /\/(?![*/])(?:\\[^\n]|\[(?:\\[^\n]|[^\]\\\n]){0,100}\]|[^/\\[\n]){1,200}\/[a-z]{0,8}/y;

/** Reads the source once, from its beginning to its end. Never throws, whatever it is given. */
export function strip(source: string, language: string): Stripped {
  const { comments, strings } = SYNTAX[language] ?? C;
  const slashes = language === "JavaScript" || language === "TypeScript";
  const starts = new Set(
    `"'\`#/=${language === "Rust" ? "r" : ""}${SYNTAX[language] === undefined || language === "C" ? "R" : ""}`,
  );
  const content = language === "PHP" ? outsideHtml(source) : source;
  const found: string[] = [];
  let [code, text] = ["", ""];
  let copied = 0;
  let at = 0;
  const at_ = (patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(content);
      if (match !== null) return match[0];
    }
    return null;
  };
  const copy = () => {
    const plain = content.slice(copied, at);
    code += plain;
    text += plain;
  };
  while (at < content.length) {
    if (!starts.has(content[at]!)) {
      at++;
      continue;
    }
    const comment = at_(comments);
    if (comment !== null) {
      copy();
      code += " ";
      text += " ";
      at += comment.length;
      copied = at;
      continue;
    }
    const begins = content[at] !== "r" || !/\w/.test(content[at - 1] ?? "");
    const string = begins ? at_(strings) : null;
    const regex =
      string === null &&
      slashes &&
      content[at] === "/" &&
      BEFORE_REGEX.test(content.slice(Math.max(0, at - 40), at))
        ? at_([REGEX])
        : null;
    const literal = string ?? regex;
    if (literal === null) {
      at++;
      continue;
    }
    copy();
    code += '""';
    text += literal;
    found.push(inside(literal));
    at += literal.length;
    copied = at;
  }
  copy();
  return { code, text, strings: found };
}

const inside = (literal: string): string =>
  literal.replace(/^(?:R|r#*)?(["'`])\1{0,2}\(?/, "").replace(/\)?["'`]+#*$/, "");

/** What stands outside of PHP's tags is shown as it is, and is no program. */
function outsideHtml(source: string): string {
  if (!/<\?(?:php|=)/i.test(source)) return source;
  return source
    .replace(/^[\s\S]*?<\?(?:php|=)/i, "")
    .replaceAll(/\?>[\s\S]*?(?:<\?(?:php|=)|$(?![\s\S]))/gi, ";");
}
