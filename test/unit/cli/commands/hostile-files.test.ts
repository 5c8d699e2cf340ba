/**
 * Faults 13 and 14 in the terminal: files made to hurt are refused by every command that reads, with the reason, the line
 * and code 2, at once; odd ones are read and told about. Nothing of the program's own is touched.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Command } from "../../../../cli/command.ts";
import { check } from "../../../../cli/commands/check.ts";
import { convert } from "../../../../cli/commands/convert.ts";
import { stats } from "../../../../cli/commands/stats.ts";
import { hostileFiles, oddFiles } from "../../../support/hostile-files.ts";

/** ms of work: how long a busy machine takes to get to it says nothing. */
const atOnce = 2_000;
let folder = "";
const path = (name: string): string => join(folder, name);

async function call(command: Command, ...args: readonly string[]) {
  const told: string[] = [];
  const began = process.cpuUsage();
  const code = await command(args, { out: (text) => told.push(text), err: (text) => told.push(text) });
  return { code, told: told.join("\n"), ms: busyMs(began) };
}

function busyMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-hostile-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a hostile file", () => {
  it.each(hostileFiles)(
    "$name is refused by check, stats and convert",
    async ({ name, content, reason, isChecked }) => {
      const file = path(`${name}.spinscope`);
      writeFileSync(file, content);
      const results = [
        ...(isChecked ? [] : [await call(check, file)]),
        await call(stats, file),
        await call(convert, file, path("out.svg")),
      ];
      for (const { code, told, ms } of results) {
        expect(told).toMatch(reason);
        expect(told).toContain(file);
        expect(told.length).toBeLessThan(1_000);
        expect(code).toBe(2);
        expect(ms).toBeLessThan(atOnce);
      }
      expect(readdirSync(folder)).toEqual([`${name}.spinscope`]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(Reflect.get({}, "polluted")).toBeUndefined();
    },
  );
});

describe("an odd file", () => {
  it.each(oddFiles)("$name is read, and written again in every format", async ({ name, content }) => {
    const file = path(`${name}.spinscope`);
    writeFileSync(file, content);
    expect([0, 1]).toContain((await call(check, file)).code);
    expect((await call(stats, file)).code).toBe(0);
    for (const ending of ["spinscope", "trace.json", "csv", "svg"]) {
      expect(await call(convert, file, path(`again.${ending}`))).toMatchObject({ code: 0 });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("what is no file to read", () => {
  it.skipIf(process.platform === "win32")("a pipe, a device, a folder and a socket are refused at once", async () => {
    execFileSync("mkfifo", [path("pipe")]);
    mkdirSync(path("folder"));
    const server = createServer().listen(path("socket"));
    await new Promise((resolve) => server.once("listening", resolve));
    try {
      for (const [file, reason] of [
        [path("pipe"), /no regular file/],
        ["/dev/zero", /no regular file/],
        [path("folder"), /it is a folder/],
        [path("socket"), /can't be opened/],
        [path("absent"), /can't be opened/],
      ] as const) {
        const { code, told, ms } = await call(check, file);
        expect(told).toMatch(reason);
        expect({ code, soon: ms < atOnce }).toEqual({ code: 2, soon: true });
      }
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it("a file over the limit is refused before a byte of it is read", async () => {
    writeFileSync(path("huge.spinscope"), "");
    truncateSync(path("huge.spinscope"), 2 ** 31 + 1);
    const { code, told, ms } = await call(stats, path("huge.spinscope"));
    expect(told).toContain("2147483649 bytes, and the largest that is read has 2147483648");
    expect({ code, soon: ms < atOnce }).toEqual({ code: 2, soon: true });
    expect(existsSync(path("out.csv"))).toBe(false);
  });
});
