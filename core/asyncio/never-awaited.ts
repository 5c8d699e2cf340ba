/**
 * Finds coroutines that nobody awaited, and warns: when they are collected, at the latest when a loop closes.
 * Mirrors CPython's `RuntimeWarning: coroutine 'spin' was never awaited`.
 *
 * Nearly every coroutine is awaited in the turn that made it, so a new one costs one store into a small list. Only
 * what is still there when the turn ends, or when the list is full, is given to the garbage collector to watch.
 */
import { warn } from "./warnings.ts";

/** A coroutine object, as far as this file cares. */
export interface Unawaited {
  readonly name: string;
  readonly awaited: boolean;
  /** Whether the garbage collector watches it. */
  watched: boolean;
}

interface Watched {
  readonly name: string;
  /** The loop that ran when it was found; null for none. */
  readonly loop: object | null;
  readonly object: WeakRef<Unawaited>;
}

const capacity = 256;
const fresh: (Unawaited | null)[] = new Array<Unawaited | null>(capacity).fill(null);
let freshLength = 0;
const watched = new Set<Watched>();
const entries = new WeakMap<Unawaited, Watched>();

const collected = new FinalizationRegistry<Watched>((entry) => {
  if (watched.delete(entry)) warnOf(entry.name);
});

/** Notes a new coroutine object. */
export function watchUnawaited(object: Unawaited): void {
  if (freshLength === capacity) sweepUnawaited(null);
  fresh[freshLength++] = object;
}

/** Looks through what was made since the last time; done by `loop` at the end of each turn. */
export function sweepUnawaited(loop: object | null): void {
  for (let at = 0; at < freshLength; at++) {
    const object = fresh[at];
    if (object === null || object === undefined) continue;
    if (!object.awaited) watch(object, loop);
    fresh[at] = null;
  }
  freshLength = 0;
}

/** A watched coroutine was awaited after all. */
export function forgetUnawaited(object: Unawaited): void {
  const entry = entries.get(object);
  if (entry !== undefined) watched.delete(entry);
  collected.unregister(object);
  object.watched = false;
}

/** Warns of every coroutine of `loop`, or of none, that was not awaited so far: it closes, and nothing will. */
export function warnUnawaited(loop: object): void {
  sweepUnawaited(loop);
  for (const entry of watched) {
    if (entry.loop !== loop && entry.loop !== null) continue;
    const object = entry.object.deref();
    if (object !== undefined) forgetUnawaited(object);
    watched.delete(entry);
    warnOf(entry.name);
  }
}

function watch(object: Unawaited, loop: object | null): void {
  const entry: Watched = { name: object.name, loop, object: new WeakRef(object) };
  object.watched = true;
  watched.add(entry);
  entries.set(object, entry);
  collected.register(object, entry, object);
}

function warnOf(name: string): void {
  warn("RuntimeWarning", `coroutine '${name}' was never awaited`);
}
