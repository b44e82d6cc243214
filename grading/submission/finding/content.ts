// What a program does, read from its source: whether it listens or connects, and how it serves several clients.

import { strip } from "./strip.js";
import { ABOUT, ENOUGH, FRONT_END, PROXY, type Signs, signs, WEB } from "./traits.js";

export type Aside = "chat" | "game" | "udp" | "proxy" | "front end" | "helper" | "no network" | "unread";

/** How it serves several clients, as far as its source tells. */
export type Serves = "one at a time" | "threads" | "processes" | "events";

export interface Content {
  listens: boolean;
  connects: boolean;
  serves: Serves;
  /** How sure it is that it means to serve several at once: 0 not at all, 3 it does so by its own calls. */
  concurrent: 0 | 1 | 2 | 3;
  udp: boolean;
  /** It names a socket for TCP, whatever else it uses. */
  stream: boolean;
  web: boolean;
  about: "chat" | "game" | null;
  proxy: boolean;
  frontEnd: boolean;
  /** It can be started. */
  main: boolean;
  /** Names of files of its own that it uses, without their endings. */
  uses: string[];
  /** The code alone, to tell copies. */
  code: string;
  text: string;
  strings: string[];
}

const NOTHING: Content = {
  listens: false,
  connects: false,
  serves: "one at a time",
  concurrent: 0,
  udp: false,
  stream: false,
  web: false,
  about: null,
  proxy: false,
  frontEnd: false,
  main: true,
  uses: [],
  code: "",
  text: "",
  strings: [],
};

/** Reads a source. `language`: its name; of one that is not known nothing can be said. */
export function readContent(source: string, language: string): Content {
  const all = signs[language];
  if (all === undefined) return NOTHING;
  const { code, text, strings } = strip(source, language);
  const words = `${code}\n${strings.join("\n")}`;
  const has = (sign: RegExp | undefined) => sign?.test(code) ?? false;
  const udp = has(all.udp) || strings.some((one) => one.startsWith("udp"));
  const listens = has(all.listens);
  // To learn its own address a program "connects" by UDP; nothing is sent.
  const connects = has(all.connects) && !(listens && udp && onlyOnce(code, all.connects));
  const serves: Serves = has(all.processes)
    ? "processes"
    : has(all.threads)
      ? "threads"
      : has(all.events)
        ? "events"
        : "one at a time";
  const byNature = listens && has(all.byNature);
  const [chat, game] = (["chat", "game"] as const).map(
    (kind) => ABOUT[kind].filter((sign) => sign.test(words)).length,
  ) as [number, number];
  // Go's own server has a goroutine for each client; those of the others are loops.
  const natural: Serves = language === "Go" ? "threads" : "events";
  const web = WEB.test(words);
  const about = web || Math.max(chat, game) < ENOUGH ? null : game > chat ? "game" : "chat";
  return {
    listens,
    connects,
    serves: serves === "one at a time" && byNature ? natural : serves,
    concurrent: serves !== "one at a time" ? 3 : byNature ? 2 : has(all.intends) ? 1 : 0,
    udp,
    stream: /\bSOCK_STREAM\b/.test(code),
    web,
    about,
    proxy: PROXY.test(words),
    frontEnd: FRONT_END.test(code),
    main: all.main === undefined || all.main.test(code) || startsItsOwn(code),
    uses: used(text, all),
    code,
    text,
    strings,
  };
}

const MOST_STARTS = 200;

/** `server = Server()` at the end of a script: the class does the rest when it is made. */
const startsItsOwn = (code: string): boolean =>
  [...code.matchAll(/^\w+[ \t]*=[ \t]*(\w+)[ \t]*\(/gm)]
    .slice(0, MOST_STARTS)
    .some(([, name]) => new RegExp(`^(?:class|(?:async[ \\t]+)?def)[ \\t]+${name}\\b`, "m").test(code));

const onlyOnce = (code: string, sign: RegExp): boolean =>
  (code.match(new RegExp(sign.source, `${sign.flags.replace("g", "")}g`)) ?? []).length === 1;

const MOST_USED = 200;

function used(text: string, { uses }: Signs): string[] {
  const names = [...text.matchAll(new RegExp(uses.source, `${uses.flags.replace("g", "")}g`))].flatMap(
    (match) => match.slice(1).flatMap((group) => group?.split(/[\s,]+/) ?? []),
  );
  const stems = names.map(
    (name) =>
      name
        .split(/[/.]/)
        .filter((part) => !/^(py|[cm]?[jt]s|h|hpp|c|rb|php|)$/.test(part))
        .at(-1) ?? "",
  );
  return [...new Set(stems.filter(Boolean))].slice(0, MOST_USED);
}

/** What it does, of several files that are used by one: its own calls go before those of its helpers. */
export function joined(own: Content, helpers: readonly Content[]): Content {
  if (helpers.length === 0) return own;
  const speaks = own.listens || own.connects || own.udp;
  const any = (of: (content: Content) => boolean) => helpers.some(of);
  const threaded = helpers.find(({ concurrent }) => concurrent === 3);
  return {
    ...own,
    listens: own.listens || (!speaks && any(({ listens }) => listens)),
    connects: own.connects || (!speaks && any(({ connects }) => connects)),
    udp: own.udp || (!speaks && any(({ udp }) => udp)),
    serves: own.concurrent < 2 && threaded ? threaded.serves : own.serves,
    concurrent: own.concurrent < 2 && threaded ? 2 : own.concurrent,
    web: own.web || any(({ web }) => web),
    about:
      own.web || any(({ web }) => web)
        ? null
        : (own.about ?? helpers.find(({ about }) => about)?.about ?? null),
    proxy: own.proxy,
  };
}

/** What it is, where it is neither a server nor a client of this coursework. */
export function kindOf(content: Content): "server" | "client" | Aside {
  const { listens, connects, udp, stream, about, frontEnd, main, proxy } = content;
  if (about !== null) return about;
  if (listens && connects) return proxy ? "proxy" : "server";
  if (listens) return main ? "server" : "helper";
  if (frontEnd && !udp) return "front end";
  if (udp && !(connects && stream)) return "udp";
  if (connects) return main ? "client" : "helper";
  return main ? "no network" : "helper";
}
