/**
 * The files that were opened or saved last, the newest first. The system is told, too, for its own menus.
 */
import { z } from "../../../core/contract/schema.ts";
import { JsonFile } from "../settings/json-file.ts";

/** So many are remembered. */
const most = 10;

const recentSchema = z.array(z.string().min(1).max(32_768)).max(most);

/** What the system keeps of recent files. */
export interface SystemRecents {
  add(path: string): void;
  clear(): void;
}

export class RecentFiles {
  readonly #file: JsonFile<string[]>;
  readonly #system: SystemRecents;
  readonly #onChange: () => void;

  /** `path` of the list, absolute. `onProblem` is told of one that can't be read or written. */
  constructor(path: string, system: SystemRecents, onChange: () => void, onProblem: (reason: string) => void) {
    this.#file = new JsonFile({ path, schema: recentSchema, fallback: [], onProblem });
    this.#system = system;
    this.#onChange = onChange;
  }

  /** Absolute paths. */
  get paths(): readonly string[] {
    return this.#file.value;
  }

  /** The file at `path` (absolute) is the newest now. */
  add(path: string): void {
    this.#system.add(path);
    this.#put((paths) => [path, ...paths.filter((each) => each !== path)].slice(0, most));
  }

  clear(): void {
    this.#system.clear();
    this.#put(() => []);
  }

  #put(change: (paths: string[]) => string[]): void {
    this.#file.change(change);
    this.#onChange();
  }
}
