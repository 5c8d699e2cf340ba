import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordingPieces } from "../../../../electron/node/recording-pieces.ts";

let folder: string;
const path = (name: string): string => join(folder, name);
const drain = (file: string, largest?: number): number =>
  [...recordingPieces(file, largest === undefined ? {} : { largest })].reduce((sum, { length }) => sum + length, 0);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spinscope-pieces-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the pieces of a file", () => {
  test("are all of it, and it is told how far they go", () => {
    writeFileSync(path("a"), new Uint8Array(2_500_000));
    const told: string[] = [];
    const onRead = (read: number, { size }: { size: number }): void => void told.push(`${read}/${size}`);
    const sizes = [...recordingPieces(path("a"), { onRead })].map(({ length }) => length);
    expect(sizes).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(told).toEqual(["0/2500000", "1048576/2500000", "2097152/2500000", "2500000/2500000"]);
  });

  test.skipIf(process.platform === "win32")("are refused of what is no file, without waiting for it", () => {
    execFileSync("mkfifo", [path("pipe")]);
    expect(() => drain(path("pipe"))).toThrow("it is no regular file");
    expect(() => drain("/dev/zero")).toThrow("it is no regular file");
    expect(() => drain(folder)).toThrow("it is a folder");
    expect(() => drain(path("absent"))).toThrow("it can't be opened");
  });

  test("are refused of a file for which there is no memory, with both numbers", () => {
    writeFileSync(path("a"), new Uint8Array(1_000));
    expect(drain(path("a"), 1_000)).toBe(1_000);
    expect(() => drain(path("a"), 999)).toThrow("it has 1000 bytes, and there is memory free for 999");
  });
});
