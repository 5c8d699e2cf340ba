import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { suspendedInstance, whyNotWritable } from "../../../../../electron/main/app/why-not-started.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a data folder", () => {
  test("that can be written is made where it is missing, and nothing is left in it", () => {
    const data = join(folder, "new", "data");
    expect(whyNotWritable(data)).toBeUndefined();
    expect(readdirSync(data)).toEqual([]);
  });

  test("that can't be is told of in the system's words", () => {
    writeFileSync(join(folder, "file"), "");
    expect(whyNotWritable(join(folder, "file", "data"))).toMatch(/ENOTDIR/);
  });
});

describe("an instance that is there already", () => {
  const lock = (target: string) => symlinkSync(target, join(folder, "SingletonLock"));

  test("is named when it is suspended, and only then", () => {
    lock(`${hostname()}-4711`);
    expect(suspendedInstance(folder, (pid) => pid === 4711)).toBe(4711);
    expect(suspendedInstance(folder, () => false)).toBeUndefined();
  });

  test("is nobody's business on another machine, where its number is another's, or where there is no lock", () => {
    expect(suspendedInstance(folder, () => true)).toBeUndefined();
    lock("another-machine-4711");
    expect(suspendedInstance(folder, () => true)).toBeUndefined();
  });

  test("goes on where the system does not say otherwise", () => {
    lock(`${hostname()}-${process.pid}`);
    expect(suspendedInstance(folder)).toBeUndefined();
  });
});
