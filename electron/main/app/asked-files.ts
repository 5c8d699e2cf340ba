/**
 * Files that the system or another instance asks this one to open: they may come before there is a window, and wait.
 */
export class AskedFiles {
  #waiting: string[] = [];
  #open: ((path: string) => void) | undefined;

  /** The file at `path` (absolute) is to be opened, now or when that is possible. */
  ask(path: string): void {
    if (this.#open === undefined) this.#waiting.push(path);
    else this.#open(path);
  }

  /** From now on files are opened by `open`: of those that waited only the last one, which would be shown. */
  openWith(open: (path: string) => void): void {
    this.#open = open;
    const last = this.#waiting.at(-1);
    this.#waiting = [];
    if (last !== undefined) open(last);
  }
}
