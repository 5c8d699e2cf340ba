/**
 * A scenario's log in the run's shared memory: every thread adds its events, the host reads them when the program is over,
 * or when it hangs. Invariant: an event's number is taken at the moment of the event, from one counter of all threads.
 */
import type { ThreadContext } from "../../../core/threading/context.ts";
import type { SharedMemory } from "../../../core/threading/memory.ts";
import { type Json, list, number, text } from "../json.ts";

/** Words of the root, which the host makes before the program begins. */
const Root = { counter: 0, log: 1, start: 2, objects: 4, words: 6 } as const;
const Entry = { next: 0, text: 1, words: 2 } as const;

/** One event: its number, ms since the program began, then its kind and the rest. */
export type LoggedEvent = readonly [n: number, t: number, ...rest: Json[]];

export interface Logged {
  /** By strand, in order of their numbers. */
  readonly strands: ReadonlyMap<string, readonly LoggedEvent[]>;
  /** By bag: number and value of each note. */
  readonly bags: ReadonlyMap<string, readonly (readonly [n: number, value: Json])[]>;
}

/** Host: makes the root. */
export function createLog(memory: SharedMemory): number {
  return memory.allocate(Root.words);
}

/** The program begins now. */
export function beginLog({ memory, now }: ThreadContext, root: number): void {
  memory.storeMark(root + Root.start, Math.round(now()));
}

/** Head of the list of the scenario's objects. */
export function objectsOf(root: number): number {
  return root + Root.objects;
}

/** Adds an event to a strand. */
export function logEvent({ memory, now }: ThreadContext, root: number, strand: string, event: readonly Json[]): void {
  const n = memory.add(root + Root.counter, 1);
  const t = (now() - memory.loadMark(root + Root.start)) / 1_000;
  append(memory, root, ["event", strand, n, t, ...event]);
}

/** Adds a note to a bag. */
export function logNote({ memory }: ThreadContext, root: number, bag: string, value: Json): void {
  append(memory, root, ["note", bag, memory.add(root + Root.counter, 1), value]);
}

function append(memory: SharedMemory, root: number, entry: readonly Json[]): void {
  const cell = memory.allocate(Entry.words);
  memory.store(cell + Entry.text, memory.writeText(JSON.stringify(entry)));
  memory.push(root + Root.log, cell);
}

/** Host: all that was logged. */
export function readLog(memory: SharedMemory, root: number): Logged {
  const strands = new Map<string, LoggedEvent[]>();
  const bags = new Map<string, (readonly [number, Json])[]>();
  const entries = [...memory.list(root + Root.log)].map((cell): readonly Json[] =>
    JSON.parse(memory.readText(memory.load(cell + Entry.text))),
  );
  for (const [kind, name, n, ...rest] of entries) {
    if (kind === "note") put(bags, text(name), [number(n), rest[0] ?? null]);
    else put(strands, text(name), [number(n), number(rest[0]), ...list(rest.slice(1)).map(asJson)]);
  }
  for (const all of [...strands.values(), ...bags.values()]) all.sort(([a], [b]) => a - b);
  return { strands, bags };

  function asJson(value: unknown): Json {
    return JSON.parse(JSON.stringify(value));
  }
}

function put<Item>(map: Map<string, Item[]>, name: string, item: Item): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [item]);
  else known.push(item);
}
