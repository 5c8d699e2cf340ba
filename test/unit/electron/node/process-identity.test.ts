import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { journalFileName, journalStem, parseJournalName } from "../../../../electron/main/journal/journal-name.ts";
import {
  askedStart,
  isAlive,
  ownIdentity,
  type ProcessIdentity,
  unknownStart,
} from "../../../../electron/node/process-identity.ts";

const self: ProcessIdentity = { pid: process.pid, start: "5e1f" };
const parent = process.ppid;

/** The number of a process that was there and has gone. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("a process by its number and its start", () => {
  test("is dead when no process has its number", async () => {
    expect(isAlive({ pid: await goneProcess(), start: unknownStart }, self)).toBe(false);
  });

  test("is dead when its number was given to another one", () => {
    expect(isAlive({ pid: parent, start: "01d" }, self, () => "0e3")).toBe(false);
    expect(isAlive({ pid: parent, start: "0e3" }, self, () => "0e3")).toBe(true);
  });

  test("counts as alive while nobody can tell when it started", () => {
    expect(isAlive({ pid: parent, start: "01d" }, self, () => undefined)).toBe(true);
    expect(isAlive({ pid: parent, start: unknownStart }, self, () => "0e3")).toBe(true);
  });

  test("with this one's number is this one only when it started with it", () => {
    expect(isAlive(self, self)).toBe(true);
    expect(isAlive({ ...self, start: "01d" }, self)).toBe(false);
  });

  test("says the same of itself as another process does", () => {
    const own = ownIdentity();
    expect(askedStart(own.pid)).toBe(process.platform === "linux" ? own.start : askedStart(own.pid));
    expect(askedStart(own.pid)).toMatch(/^[0-9a-f]{12}$/);
    expect(askedStart(parent)).not.toBe(askedStart(own.pid));
  });

  test("that has ended is dead though its parent has not heard of it", {
    skip: process.platform !== "linux",
  }, async () => {
    // A shell that starts a process, says its number, and never asks what became of it.
    const shell = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 30"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const [said] = await once(shell.stdout, "data");
      const pid = Number(String(said).trim());
      await expect.poll(() => isAlive({ pid, start: unknownStart }, self)).toBe(false);
    } finally {
      shell.kill("SIGKILL");
    }
  });
});

describe("a journal's name", () => {
  test("gives back its stem, its ordinal and its owner", () => {
    const stem = journalStem(12, "2026-01-31T14:05:09.000Z", 4_711, 3);
    const owner = { pid: 815, start: "0a1b2c" };
    const name = journalFileName(stem, owner);
    expect(name).toBe("00000012-2026-01-31T14-05-09-000Z-4711-3.815-0a1b2c.journal");
    expect(parseJournalName(name)).toEqual({ stem, ordinal: 12, owner });
  });

  test("is not read into any other name", () => {
    for (const name of [
      "a.journal",
      "00000012-x.settled",
      "2026-01-31T14-05-09-000Z-4711-3.journal",
      "00000012-x.corrupt",
    ])
      expect(parseJournalName(name)).toBeUndefined();
  });
});
