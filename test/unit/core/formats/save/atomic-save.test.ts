import { describe, expect, it } from "vitest";
import { atomicSave } from "../../../../../core/formats/save/atomic-save.ts";
import type { SaveFiles } from "../../../../../core/formats/save/save-files.ts";
import { bytesOf } from "../text-bytes.ts";

/** A file system in memory of which the n-th call fails, and which takes at most `shortest` bytes a write. */
class FailingFiles implements SaveFiles {
  readonly files = new Map<string, number[]>();
  readonly calls: string[] = [];
  readonly access: string[] = [];
  readonly #failing: number;
  readonly #shortest: number;
  readonly #open: string[] = [];

  constructor(failing = 0, shortest = 4) {
    this.#failing = failing;
    this.#shortest = shortest;
  }

  resolve(path: string): string {
    return path;
  }
  beside(path: string): string {
    return `${path}.new`;
  }
  create(path: string): number {
    this.#call("create");
    if (this.files.has(path)) throw new Error(`${path} exists`);
    this.files.set(path, []);
    return this.#open.push(path) - 1;
  }
  keepAccess(_file: number, path: string): void {
    this.access.push(`${path} before ${this.calls.length} calls`);
  }
  write(file: number, bytes: Uint8Array, offset: number): number {
    const part = bytes.subarray(offset, offset + this.#shortest);
    // A nearly full disk writes a part before it fails.
    try {
      this.#call("write");
    } finally {
      this.files.get(this.#open[file] ?? "")?.push(...part.subarray(0, this.#isFailing ? 1 : part.length));
    }
    return part.length;
  }
  sync(): void {
    this.#call("sync");
  }
  close(): void {
    this.#call("close");
  }
  rename(from: string, to: string): void {
    this.#call("rename");
    this.files.set(to, this.files.get(from) ?? []);
    this.files.delete(from);
  }
  syncFolder(): void {
    this.#call("syncFolder");
  }
  remove(path: string): void {
    this.files.delete(path);
  }

  text(path: string): string {
    return new TextDecoder().decode(Uint8Array.from(this.files.get(path) ?? []));
  }

  get #isFailing(): boolean {
    return this.calls.length === this.#failing;
  }

  #call(name: string): void {
    this.calls.push(name);
    if (this.#isFailing) throw new Error(`${name} failed`);
  }
}

const pieces = () => [bytesOf("the new "), bytesOf("text")];

describe("an atomic save", () => {
  it("writes everything before it renames, and leaves nothing else", () => {
    const files = new FailingFiles();
    files.files.set("a", [...bytesOf("the old text")]);
    atomicSave(files, "a", pieces());
    expect(files.text("a")).toBe("the new text");
    expect([...files.files.keys()]).toEqual(["a"]);
    expect(files.access).toEqual(["a before 1 calls"]);
    expect(files.calls).toEqual(["create", "write", "write", "write", "sync", "close", "rename", "syncFolder"]);
  });

  const calls = ["create", "write", "write", "write", "sync", "close", "rename", "syncFolder"];
  it.each(calls.map((call, index) => [call, index + 1] as const))(
    "leaves the old bytes or the new ones and no litter when %s, call %d, fails",
    (call, failing) => {
      const files = new FailingFiles(failing);
      files.files.set("a", [...bytesOf("the old text")]);
      expect(() => atomicSave(files, "a", pieces())).toThrow(`${call} failed`);
      expect(files.text("a")).toBe(failing < calls.length ? "the old text" : "the new text");
      expect([...files.files.keys()]).toEqual(["a"]);
    },
  );

  it("leaves the old bytes when what is to be written can't be made", () => {
    const files = new FailingFiles();
    files.files.set("a", [...bytesOf("the old text")]);
    const broken = function* () {
      yield bytesOf("half");
      throw new Error("the journal is damaged");
    };
    expect(() => atomicSave(files, "a", broken())).toThrow("the journal is damaged");
    expect(files.text("a")).toBe("the old text");
    expect([...files.files.keys()]).toEqual(["a"]);
  });

  it("does not go on for ever on a disk that takes nothing", () => {
    const files = new FailingFiles(0, 0);
    expect(() => atomicSave(files, "a", pieces())).toThrow("the disk took no more bytes");
    expect([...files.files.keys()]).toEqual([]);
  });
});
