/**
 * A scenario's objects by name, in shared memory, so that each thread finds what another has made. Iterators of `map` are the exception: they stay with the thread that has them.
 */
import { currentContext } from "../../../core/threading/context.ts";
import * as library from "../../../core/threading/index.ts";
import { getValue, putValue, ValueSlot } from "../../../core/threading/value-slot.ts";
import { BadScenario } from "../json.ts";
import { objectsOf } from "./shared-log.ts";

const Entry = { next: 0, name: 1, slot: 2, words: 2 + ValueSlot.words } as const;

export class ScenarioObjects {
  readonly #root: number;
  readonly #names = new Map<number, string>();
  readonly iterators = new Map<string, Iterator<unknown>>();

  constructor(root: number) {
    this.#root = root;
  }

  /** Gives an object a name; of several of one name the newest has it. */
  bind(name: string, value: unknown): void {
    const context = currentContext();
    const { memory } = context;
    const entry = memory.allocate(Entry.words);
    memory.store(entry + Entry.name, memory.writeText(name));
    putValue(context, entry + Entry.slot, value);
    memory.push(objectsOf(this.#root), entry);
  }

  /** @throws BadScenario when nothing has that name. */
  find(name: string): unknown {
    for (const [known, slot] of this.#entries()) if (known === name) return getValue(currentContext(), slot);
    throw new BadScenario(`no object is called ${name}`);
  }

  /** The object of a class that has that name. @throws BadScenario when it is of another. */
  the<Wanted>(name: string, wanted: abstract new (...args: never[]) => Wanted): Wanted {
    const found = this.find(name);
    if (found instanceof wanted) return found;
    throw new BadScenario(`${name} is no ${wanted.name}`);
  }

  /** The final value of each cell. */
  cells(): ReadonlyMap<string, unknown> {
    const cells = new Map<string, unknown>();
    for (const [name, slot] of this.#entries()) {
      const value: unknown = getValue(currentContext(), slot);
      if (value instanceof library.SharedCell && !cells.has(name)) cells.set(name, value.value);
    }
    return cells;
  }

  *#entries(): Generator<readonly [name: string, slot: number], void> {
    const { memory } = currentContext();
    for (const entry of memory.list(objectsOf(this.#root))) {
      let name = this.#names.get(entry);
      if (name === undefined) {
        name = memory.readText(memory.load(entry + Entry.name));
        this.#names.set(entry, name);
      }
      yield [name, entry + Entry.slot];
    }
  }
}
