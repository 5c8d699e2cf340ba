/**
 * What saving needs of a file system. A host implements it with synchronous calls; a test makes the n-th of them
 * fail. Each may throw.
 */
export interface SaveFiles {
  /** The path itself, or what a symbolic link there leads to. @throws for a missing folder, or what is no file. */
  resolve(path: string): string;
  /** A new path in the same folder, where nothing is. */
  beside(path: string): string;
  /** Opens a new file for writing; throws when there is one already. */
  create(path: string): number;
  /** Gives the open file the mode and the owner of the file at `path`, as far as the system lets us; never throws. */
  keepAccess(file: number, path: string): void;
  /** Writes from `offset` on and returns how many bytes it wrote, which may be fewer than were left. */
  write(file: number, bytes: Uint8Array, offset: number): number;
  /** Everything written is on the disk when this returns. */
  sync(file: number): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  /** A rename in the folder of `path` is on the disk when this returns. */
  syncFolder(path: string): void;
  remove(path: string): void;
}
