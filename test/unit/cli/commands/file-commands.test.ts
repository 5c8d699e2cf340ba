import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BadArguments, type Command } from "../../../../cli/command.ts";
import { check } from "../../../../cli/commands/check.ts";
import { convert } from "../../../../cli/commands/convert.ts";
import { stats } from "../../../../cli/commands/stats.ts";
import { writeNative } from "../../../../core/formats/native/native-writer.ts";
import { goodRecording, lanes } from "../../core/trace/check/good-recording.ts";

let folder = "";
const path = (name: string) => join(folder, name);
const good = () => [...writeNative(goodRecording().recording)].join("");

async function call(command: Command, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out, err };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-commands-"));
  writeFileSync(path("good.spinscope"), good());
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("check", () => {
  it("gives 0 for a recording in which every invariant holds", async () => {
    expect(await call(check, path("good.spinscope"))).toEqual({
      code: 0,
      out: ["46 events: no invariant is broken"],
      err: [],
    });
  });

  it("gives 1 and says which invariant is broken and where", async () => {
    const made = goodRecording();
    made.say(0, 302, lanes.task, "lane.ended", { how: "returned" });
    writeFileSync(path("bad.spinscope"), [...writeNative(made.recording)].join(""));
    const { code, out } = await call(check, path("bad.spinscope"));
    expect(code).toBe(1);
    expect(out).toEqual([
      'broken (lane ends): line 48, event [0, 5] at 302 µs: lane 4 "Task-2" ends a second time, after line 43, event [1, 18] at 284 µs.',
      "47 events: invariants are broken",
    ]);
  });

  it("gives 1 for a file that was cut short, having read and counted its whole lines", async () => {
    truncateSync(path("good.spinscope"), good().length - 100);
    const { code, out } = await call(check, path("good.spinscope"));
    expect(code).toBe(1);
    expect(out[0]).toContain("the file was cut short inside line");
    expect(out.at(-1)).toBe("45 events: no invariant is broken");
  });

  it("gives 2 for an unreadable file, with the reason and the place", async () => {
    const lines = good().split("\n");
    lines[5] = '{"p":0}';
    writeFileSync(path("broken.spinscope"), lines.join("\n"));
    expect(await call(check, path("broken.spinscope"))).toEqual({
      code: 2,
      out: [],
      err: [`${path("broken.spinscope")}: line 6: "s" must be a whole number from 0 to 4294967295, not absent.`],
    });
    expect((await call(check, path("none.spinscope"))).code).toBe(2);
    expect((await call(check, folder)).err).toEqual([`${folder}: it is a folder.`]);
    expect((await call(check, "/dev/zero")).err).toEqual(["/dev/zero: it is no regular file."]);
    execFileSync("/usr/bin/env", ["mkfifo", path("pipe.spinscope")]);
    expect((await call(check, path("pipe.spinscope"))).err[0]).toContain("it is no regular file");
    expect((await call(check, path("a.trace.json"))).err[0]).toContain("is written only");
  });

  it("takes one file", async () => {
    await expect(call(check)).rejects.toThrow(BadArguments);
    await expect(call(check, "a", "b")).rejects.toThrow("check takes IN: got 2 files.");
    await expect(call(check, "--nonsense", "a")).rejects.toThrow(BadArguments);
  });
});

describe("convert", () => {
  it("gives a recording in its own format byte for byte", async () => {
    expect(await call(convert, path("good.spinscope"), path("copy.spinscope"))).toEqual({
      code: 0,
      out: [`wrote ${path("copy.spinscope")}`],
      err: [],
    });
    expect(readFileSync(path("copy.spinscope"), "utf8")).toBe(good());
  });

  it("writes over its own input", async () => {
    expect((await call(convert, path("good.spinscope"), path("good.spinscope"))).code).toBe(0);
    expect(readFileSync(path("good.spinscope"), "utf8")).toBe(good());
  });

  it("writes Chrome's form", async () => {
    expect((await call(convert, path("good.spinscope"), path("good.trace.json"))).code).toBe(0);
    expect(JSON.parse(readFileSync(path("good.trace.json"), "utf8")).traceEvents.length).toBeGreaterThan(46);
  });

  it("takes what is whole of a file that was cut short, and says so", async () => {
    truncateSync(path("good.spinscope"), good().length - 10);
    const { code, err } = await call(convert, path("good.spinscope"), path("copy.spinscope"));
    expect(code).toBe(0);
    expect(err).toEqual([expect.stringContaining("46 whole events were read")]);
    expect(readFileSync(path("copy.spinscope"), "utf8")).toBe(good());
  });

  it("gives 2 and leaves no litter when IN can't be read, at its start or later", async () => {
    const lines = good().split("\n");
    lines.splice(20, 0, lines[20] ?? "");
    writeFileSync(path("twice.spinscope"), lines.join("\n"));
    const { code, err } = await call(convert, path("twice.spinscope"), path("copy.spinscope"));
    expect(code).toBe(2);
    expect(err).toEqual([expect.stringMatching(/line 22: number \d+ of producer \d+ comes twice or out of order\.$/)]);
    expect((await call(convert, path("none.spinscope"), path("copy.spinscope"))).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(["good.spinscope", "twice.spinscope"]);
  });

  it("gives 1 when OUT can't be written", async () => {
    const { code, err } = await call(convert, path("good.spinscope"), path("no/such/folder.spinscope"));
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining("folder.spinscope was not written: there is no folder")]);
  });

  it("refuses an ending that names no format", async () => {
    await expect(call(convert, path("good.spinscope"), path("a.pdf"))).rejects.toThrow(
      "its ending must be .spinscope, .trace.json, .csv or .svg.",
    );
  });
});

describe("stats", () => {
  it("prints one JSON object with --json", async () => {
    const { code, out } = await call(stats, path("good.spinscope"), "--json");
    expect(code).toBe(0);
    expect(out.length).toBe(1);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({
      lesson: "one-job-two-ways",
      events: 46,
      dropped: 0,
      lanes: 8,
      durationUs: 301,
      clockErrorUs: 50,
      modes: {
        threads: { askedSeen: { n: 1, p50: 10 }, join: { n: 1, p50: 19 } },
        coroutines: { requestedDelivered: { p50: 2 }, deliveredEnded: { p50: 1 } },
      },
    });
  });

  it("prints a table otherwise", async () => {
    const { out } = await call(stats, path("good.spinscope"));
    expect(out.slice(0, 2)).toEqual([
      "one-job-two-ways: 46 events on 8 lanes in 301 µs; 0 lost; clock error ≤ 50 µs",
      "                             threads          coroutines",
    ]);
  });

  it("gives 2 for an unreadable file", async () => {
    expect((await call(stats, path("none.spinscope"), "--json")).code).toBe(2);
  });
});
