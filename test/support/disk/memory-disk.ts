/**
 * A disk in memory that keeps apart what a running system sees and what would still be there after a loss of power: a
 * file's bytes are sure once it was synced, a folder's entries once the folder was. After each call it tells every state
 * that the loss could leave. The n-th call can be made to fail, and writes to be short.
 */
import type { SaveFiles } from "../../../core/formats/save/save-files.ts";

interface Inode {
  bytes: readonly number[];
  synced: readonly number[];
}

export interface MemoryDiskOptions {
  /** The call that fails, counted from 1; none when left out. */
  readonly failing?: number;
  /** Bytes that each write takes at most, in turn. */
  readonly takes?: readonly number[];
}

export class MemoryDisk implements SaveFiles {
  readonly calls: string[] = [];
  /** Told after each call, also one that failed. */
  onCall: () => void = () => {};
  #entries = new Map<string, Inode>();
  #surely = new Map<string, Inode>();
  readonly #open = new Map<number, Inode>();
  readonly #options: MemoryDiskOptions;
  #handles = 0;

  constructor(options: MemoryDiskOptions, files: Readonly<Record<string, Uint8Array>> = {}) {
    this.#options = options;
    for (const [path, bytes] of Object.entries(files)) {
      const sure = [...bytes];
      const inode = { bytes: sure, synced: sure };
      this.#entries.set(path, inode);
      this.#surely.set(path, inode);
    }
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Files that are open. */
  get open(): number {
    return this.#open.size;
  }

  /** What a running program reads; undefined for no file. */
  read(path: string): Uint8Array | undefined {
    const inode = this.#entries.get(path);
    return inode === undefined ? undefined : Uint8Array.from(inode.bytes);
  }

  /** What may be read after a loss of power now: whichever entry was written last, whichever bytes were. */
  afterPowerLoss(path: string): readonly (Uint8Array | undefined)[] {
    return [this.#entries.get(path), this.#surely.get(path)].flatMap((inode) => {
      if (inode === undefined) return [undefined];
      const half = inode.bytes.slice(0, Math.ceil(inode.bytes.length / 2));
      const states = inode.bytes === inode.synced ? [inode.bytes] : [inode.bytes, inode.synced, half];
      return states.map((bytes) => Uint8Array.from(bytes));
    });
  }

  resolve(path: string): string {
    return this.#call("resolve", () => path);
  }

  beside(path: string): string {
    return `${path}.part`;
  }

  create(path: string): number {
    return this.#call("create", () => {
      if (this.#entries.has(path)) throw new Error(`${path} is there`);
      const inode = { bytes: [], synced: [] };
      this.#entries.set(path, inode);
      this.#open.set(++this.#handles, inode);
      return this.#handles;
    });
  }

  write(file: number, bytes: Uint8Array, offset: number): number {
    const { takes = [] } = this.#options;
    const most = takes[this.calls.length % takes.length] ?? bytes.length;
    const part = bytes.subarray(offset, offset + Math.max(1, most));
    // A nearly full disk takes a part, and fails then.
    return this.#call(
      "write",
      () => this.#put(file, part),
      () => this.#put(file, part.subarray(0, 1)),
    );
  }

  keepAccess(): void {}

  sync(file: number): void {
    this.#call("sync", () => {
      const inode = this.#inode(file);
      inode.synced = inode.bytes;
    });
  }

  close(file: number): void {
    this.#open.delete(file);
    this.#call("close", () => {});
  }

  rename(from: string, to: string): void {
    this.#call("rename", () => {
      const inode = this.#entries.get(from);
      if (inode === undefined) throw new Error(`${from} is not there`);
      this.#entries.delete(from);
      this.#entries.set(to, inode);
    });
  }

  syncFolder(): void {
    this.#call("syncFolder", () => {
      this.#surely = new Map(this.#entries);
    });
  }

  remove(path: string): void {
    this.#entries.delete(path);
    this.onCall();
  }

  #inode(file: number): Inode {
    const inode = this.#open.get(file);
    if (inode === undefined) throw new Error(`file ${file} is not open`);
    return inode;
  }

  #put(file: number, part: Uint8Array): number {
    const inode = this.#inode(file);
    inode.bytes = [...inode.bytes, ...part];
    return part.length;
  }

  #call<Result>(name: string, action: () => Result, onFailure: () => void = () => {}): Result {
    this.calls.push(name);
    try {
      if (this.calls.length !== this.#options.failing) return action();
      onFailure();
      throw new Error(`${name} failed`);
    } finally {
      this.onCall();
    }
  }
}
