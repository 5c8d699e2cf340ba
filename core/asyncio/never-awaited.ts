/**
 * Finds coroutines that nobody awaited, and warns: when they are collected, at the latest when a loop closes.
 * Mirrors CPython's `RuntimeWarning: coroutine 'spin' was never awaited`.
 *
 * Nearly every coroutine is awaited by the time that the next one is made, so a new one costs one store. Only what was
 * not is put on a list, and only what is still not awaited when the turn ends is given to the garbage collector to
 * watch.
 */
import { warn } from "./warnings.ts";

/** What became of a coroutine object. `watched`: the garbage collector is to tell of it. */
export type Standing = "fresh" | "watched" | "awaited";

/** A coroutine object, as far as this file cares. */
export interface Unawaited {
  readonly name: string;
  standing: Standing;
}

interface Watched {
  readonly name: string;
  /** The loop that ran when it was found; null for none. */
  readonly loop: object | null;
  readonly object: WeakRef<Unawaited>;
}

/** A program that makes ever more of them in one turn has them watched on the way. */
const capacity = 256;
let newest: Unawaited | null = null;
const fresh: Unawaited[] = [];
const watched = new Set<Watched>();
const entries = new WeakMap<Unawaited, Watched>();

const collected = new FinalizationRegistry<Watched>((entry) => {
  if (watched.delete(entry)) warnOf(entry.name);
});

/** Notes a new coroutine object. */
export function noteUnawaited(object: Unawaited): void {
  if (newest !== null && newest.standing === "fresh") setAside(newest);
  newest = object;
}

function setAside(object: Unawaited): void {
  if (fresh.length === capacity) watchFresh(null);
  fresh.push(object);
}

/** Looks through what was made since the last time; done by `loop` at the end of each turn. */
export function sweepUnawaited(loop: object | null): void {
  if (newest !== null && newest.standing === "fresh") setAside(newest);
  newest = null;
  if (fresh.length > 0) watchFresh(loop);
}

function watchFresh(loop: object | null): void {
  for (const object of fresh) if (object.standing === "fresh") watch(object, loop);
  fresh.length = 0;
}

/** A watched coroutine was awaited after all. */
export function forgetUnawaited(object: Unawaited): void {
  const entry = entries.get(object);
  if (entry !== undefined) watched.delete(entry);
  collected.unregister(object);
}

/** Nobody is to hear of what that loop, or none, has made so far: its run was given up. */
export function dropUnawaited(loop: object): void {
  newest = null;
  fresh.length = 0;
  for (const entry of watched) if (entry.loop === loop || entry.loop === null) watched.delete(entry);
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
  object.standing = "watched";
  watched.add(entry);
  entries.set(object, entry);
  collected.register(object, entry, object);
}

function warnOf(name: string): void {
  warn("RuntimeWarning", `coroutine '${name}' was never awaited`);
}
