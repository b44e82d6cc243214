// Which forms are tried, in which order, and when the search ends: with clients that are functions.

import { describe, expect, test } from "vitest";
import { type Form, formOf, shown } from "./form.js";
import { meansToGoOn, planFor } from "./plan.js";
import { bestOf, type Seen, search } from "./search.js";

const ENDED: Seen = { grip: "ended", slash: null, typed: null, output: "" };
const HELP = "python3 client.py";

/** Searches the form of a client; tells the form that was found and those that were tried. */
async function searched(
  source: string | null,
  client: (form: string) => Partial<Seen>,
  { help = "", command = HELP, stated = [] as string[] } = {},
) {
  let helped = 0;
  const tried = await search(
    planFor(source, command, stated),
    async (form: Form) => ({
      ...ENDED,
      ...client(form.typed === "{url}" ? `${shown(form)} <URL` : shown(form)),
      result: null,
    }),
    async () => {
      helped++;
      return help;
    },
  );
  const { form, grip } = bestOf(tried);
  return {
    form: form.typed === "{url}" ? "<URL" : shown(form),
    grip,
    tried: tried.map((one) => shown(one.form)),
    helped,
  };
}

const only =
  (right: string, output = "") =>
  (form: string) =>
    form === right ? { grip: "fits" as const } : { output };

describe("the form of a client", () => {
  test("is tried first as its source reads its words", async () => {
    const source = "host, port, name = sys.argv[1:4]";
    expect(await searched(source, only("HOST PORT FILE"))).toMatchObject({
      form: "HOST PORT FILE",
      grip: "fits",
      tried: ["HOST PORT FILE"],
    });
  });

  test("is tried with no words where its source reads none", async () => {
    expect((await searched("name = input()", only(""))).tried).toEqual([""]);
  });

  test("leaves the name to its user where its source asks for it, too", async () => {
    const source = "host, port, name = sys.argv[1:4]\ninput('Next: ')";
    expect((await searched(source, only("HOST PORT"))).tried).toEqual(["HOST PORT"]);
    expect((await searched(source, only("HOST PORT FILE"))).tried).toEqual(["HOST PORT", "HOST PORT FILE"]);
  });

  test("is that of the assignment where nobody knows the source, and else the textbook's", async () => {
    expect((await searched(null, only("HOST PORT"))).tried).toEqual(["HOST PORT"]);
    expect((await searched(null, only("HOST PORT FILE"))).tried).toEqual(["HOST PORT", "HOST PORT FILE"]);
  });

  test("is learnt from the usage line that is printed", async () => {
    const { tried } = await searched(null, only("FILE HOST PORT", "usage: client FILE HOST PORT"));
    expect(tried).toEqual(["HOST PORT", "FILE HOST PORT"]);
  });

  test("is learnt from its help, which is asked for once", async () => {
    const help = "usage: client.py [-h] [--addr HOST] [--port PORT] [--get FILE]";
    const { form, helped } = await searched("x = load(sys)", only("--addr HOST --port PORT --get FILE"), {
      help,
      command: "./run",
    });
    expect([form, helped]).toEqual(["", 0]); // its source reads no words: there is nothing to ask
    expect(await searched(null, only("--addr HOST --port PORT --get FILE"), { help })).toMatchObject({
      form: "--addr HOST --port PORT --get FILE",
      helped: 1,
    });
  });

  test("has a / in front of the name, or none, where one was missing or too many", async () => {
    const wants = (right: string, slash: Seen["slash"]) => (form: string) =>
      form === right ? { grip: "fits" as const } : { grip: "asks" as const, slash };
    const source = "host, port, name = sys.argv[1:4]";
    expect((await searched(source, wants("HOST PORT /FILE", "missing"))).form).toBe("HOST PORT /FILE");
    expect((await searched(source.replace("name", "path"), wants("HOST PORT FILE", "double"))).form).toBe(
      "HOST PORT FILE",
    );
    const typed = (form: string) =>
      form === "HOST PORT"
        ? { grip: "asks" as const, slash: "missing" as const, typed: "{path}" as const }
        : {};
    expect(await searched("host, port = sys.argv[1:3]", typed)).toMatchObject({
      tried: ["HOST PORT", "HOST PORT"],
    });
    // Typed, it is a name: who forgets the / has asked for something else.
    expect((await searched("host, port = sys.argv[1:3]", wants("HOST PORT /FILE", "missing"))).form).toBe(
      "HOST PORT",
    );
  });

  test("is one in which a URL is typed, where it asks for one", async () => {
    const asks = (form: string) =>
      form === " <URL" ? { grip: "fits" as const } : { grip: "waits" as const, typed: "{url}" as const };
    expect((await searched("input('URL: ')", asks)).form).toBe("<URL");
  });

  test("is as antre.yaml or the rubric says, and nothing else", async () => {
    const none = () => ({});
    expect(
      (await searched("host, port, f = sys.argv[1:4]", none, { command: "./c -s {host} -p {port}" })).tried,
    ).toEqual([""]);
    expect(
      (await searched("host = sys.argv[1]", none, { stated: ["{host} {port}", "{url}"] })).tried,
    ).toEqual(["HOST PORT", "http://HOST:PORT/FILE"]);
  });
});

describe("the search ends", () => {
  test("soon where a client waits and says nothing: each time takes seconds", async () => {
    const { tried } = await searched(null, () => ({ grip: "waits" }));
    expect(tried).toHaveLength(3);
  });

  test("at once where nothing that it is told can help", async () => {
    expect((await searched(null, () => ({ grip: "stuck" }))).tried).toEqual(["HOST PORT"]);
  });

  test("where it asked its server for something else, but for the textbook's form", async () => {
    expect((await searched(null, () => ({ grip: "asks" }))).tried).toEqual(["HOST PORT", "HOST PORT FILE"]);
  });

  test("where it asks a server of its own, also when it is told another", async () => {
    const itself = () => ({ grip: "elsewhere" as const });
    expect(await searched("PORT = 8080", itself)).toMatchObject({ form: "", tried: ["", "HOST PORT"] });
    const { tried } = await searched("read(sys.argv)", itself);
    expect(tried).toEqual(["", "HOST PORT", "HOST PORT FILE"]);
  });

  test("whatever usage lines it prints", async () => {
    let count = 0;
    const endless = () => ({
      output: `usage: client ${"HOST ".repeat(++count % 9)}PORT --port${count} PORT`,
    });
    expect((await searched(null, endless)).tried.length).toBeLessThanOrEqual(10);
  });

  test("with the form that came furthest", async () => {
    const client = (form: string) => ({
      grip: form === "HOST PORT FILE" ? ("connects" as const) : ("ended" as const),
    });
    expect((await searched(null, client)).form).toBe("HOST PORT FILE");
  });
});

test("a source that compares what is typed with exit means to go on", () => {
  expect(meansToGoOn('if name == "exit": break')).toBe(true);
  expect(meansToGoOn("sys.exit(1)")).toBe(false);
});

test("a form knows whether a name stands in it, or in the command", () => {
  expect(formOf(["{host}", "{port}"]).given).toBe(false);
  expect(formOf(["{url}"]).given).toBe(true);
  expect(formOf([], "./client -f {file}").given).toBe(true);
});
