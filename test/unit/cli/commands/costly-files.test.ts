/**
 * Files made so that work that is quadratic, recursive or holds everything never ends: every command that reads comes to a
 * clear end in bounded time of the processor and in bounded memory. The commands are spawned, as a person starts them.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../../scripts/build/build.mjs";
import { inProject } from "../../../../scripts/setup/project.mjs";
import { type CostlyFile, costlyFiles } from "../../../support/hostile/costly-files.ts";
import { isSoak } from "../../../support/soak.ts";

/** ms of the processor: some ten times what the costliest takes, a thousandth of what they took. */
const busyAtMost = 15_000;
/** MB of objects, and of everything. */
const heapAtMost = 400;
const memoryAtMost = 700;
/** Characters that a command may say. */
const saidAtMost = 200_000;

/**
 * What each took without bound, and what the fast form tries; the long form tries every command on each. Those that are not
 * named here cost what one of these does, and the checks and folds behind them count their steps in tests of their own.
 */
const worst: Readonly<Record<string, readonly string[]>> = {
  "circle-of-waits": ["check"],
  "chain-into-a-circle": ["check"],
  "overlapping-runs": ["check"],
  holes: ["check"],
  "joins-of-one-lane": ["stats"],
  clocks: ["stats"],
  "in-reverse": ["svg"],
  "chain-of-lanes": ["trace.json"],
  "circle-of-lanes": ["trace.json"],
  "blocked-loops": ["check"],
  "lanes-of-nothing": ["check"],
  "modes-of-numbers": ["stats"],
};

/** Those that the two formats which pass each event on are tried with; the others cost them what these do. */
const passOn: ReadonlySet<string> = new Set(["clocks", "circle-of-lanes", "long-texts"]);

const folder = mkdtempSync(join(tmpdir(), "spinscope-costly-"));
const usage = join(folder, "usage.json");
const note = join(folder, "note-usage.cjs");

beforeAll(async () => {
  await ensureBuilt(["cli"]);
  const file = JSON.stringify(usage);
  writeFileSync(
    note,
    `process.on("exit", () => require("node:fs").writeFileSync(${file}, JSON.stringify(process.resourceUsage())));`,
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function write({ name, size, lines }: CostlyFile): string {
  const path = join(folder, `${name}.spinscope`);
  const file = openSync(path, "w");
  for (const line of lines(size)) writeSync(file, `${line}\n`);
  closeSync(file);
  return path;
}

function call(...args: readonly string[]) {
  rmSync(usage, { force: true });
  const node = [`--max-old-space-size=${heapAtMost}`, "--require", note, inProject("out", "cli", "cli.cjs")];
  const ended = spawnSync(process.execPath, [...node, ...args], {
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 2 ** 30,
  });
  const what = `${args[0]} ${args[2]?.slice(args[2].indexOf(".")) ?? ""}`;
  if (ended.status === null || ended.stderr.includes("heap out of memory")) return { what, end: "none", said: "" };
  const used = JSON.parse(readFileSync(usage, "utf8"));
  const said = ended.stdout + ended.stderr;
  const busy = (used.userCPUTime + used.systemCPUTime) / 1_000;
  return { what, end: ended.status, said, busy, memory: used.maxRSS / 1_024 };
}

describe("a file made to cost without bound", () => {
  it.each(costlyFiles.filter(({ name }) => isSoak || name in worst))(
    "$name comes to a clear end in each command that is tried",
    (file) => {
      const path = write(file);
      const all = ["check", "stats", "trace.json", "svg", ...(passOn.has(file.name) ? ["spinscope", "csv"] : [])];
      const tried = isSoak ? all : (worst[file.name] ?? []);
      const ends = tried.map((how) => {
        return how === "check" || how === "stats" ? call(how, path) : call("convert", path, join(folder, `out.${how}`));
      });
      for (const { what, end, said, busy, memory } of ends) {
        if (file.refused !== undefined) {
          expect({ what, end }).toEqual({ what, end: 2 });
          expect(said).toMatch(file.refused);
        } else
          expect({ what, end }).toEqual({
            what,
            end: expect.toSatisfy((code) => code === 0 || (what.startsWith("check") && code === 1) || code === 2),
          });
        expect({ what, said: said.length }).toEqual({ what, said: expect.toSatisfy((length) => length < saidAtMost) });
        expect(said).not.toMatch(/RangeError|\n\s+at /);
        expect({ what, busy, memory }).toEqual({
          what,
          busy: expect.toSatisfy((ms) => ms < busyAtMost),
          memory: expect.toSatisfy((mb) => mb < memoryAtMost),
        });
      }
      rmSync(path);
    },
    300_000,
  );
});
