import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { standardOutput } from "../../../../cli/terminal/standard-output.ts";

function outputs(failing?: NodeJS.ErrnoException) {
  const exits: number[] = [];
  const texts = { out: "", err: "" };
  const stream = (name: "out" | "err", error?: Error) =>
    new Writable({
      write(chunk, _encoding, done) {
        if (error === undefined) texts[name] += String(chunk);
        done(error);
      },
    });
  const io = standardOutput({ out: stream("out", failing), err: stream("err"), exit: (code) => exits.push(code) });
  return { io, exits, texts };
}

const failure = (code: string) => Object.assign(new Error(`${code}: write`), { code });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe("a command's output", () => {
  test.each([
    ["an ANSI escape", "\u001b[2Jgone", "\\u001b[2Jgone"],
    ["a C1 control", "\u009b31m", "\\u009b31m"],
    ["a direction override", "a\u202egnp.exe", "a\\u202egnp.exe"],
    ["an isolate", "a\u2066b", "a\\u2066b"],
    ["a forged line", "x\n9 events: no invariant is broken\r", "x\\n9 events: no invariant is broken\\r"],
    ["a line separator", "a\u2028b\u2029c", "a\\u2028b\\u2029c"],
    ["half of a pair", "a\ud83eb", "a\\ud83eb"],
    ["a tag beyond the first plane", "a\u{e0041}b", "a\\udb40\\udc41b"],
  ])("shows %s as text", (_what, text, shown) => {
    const { io, texts } = outputs();
    io.out(text);
    io.err(text);
    expect(texts).toEqual({ out: `${shown}\n`, err: `${shown}\n` });
  });

  test("leaves words and emoji as they are", () => {
    const { io, texts } = outputs();
    io.out("考え中 👩‍💻 می‌خواهم é");
    expect(texts.out).toBe("考え中 👩‍💻 می‌خواهم é\n");
  });

  test("ends quietly with 0 when its reader has gone", async () => {
    const { io, exits, texts } = outputs(failure("EPIPE"));
    io.out("a");
    await nextTurn();
    expect({ exits, texts }).toEqual({ exits: [0], texts: { out: "", err: "" } });
  });

  test("ends with 1 and a sentence when its device is full", async () => {
    const { io, exits, texts } = outputs(failure("ENOSPC"));
    io.out("a");
    await nextTurn();
    expect(exits).toEqual([1]);
    expect(texts.err).toBe("Standard output can't be written: ENOSPC: write.\n");
  });
});
