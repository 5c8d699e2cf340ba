/**
 * A well-formed payload spoilt in every place in every way: another type, a key too many, one too few, a value out of
 * bounds. What comes out is bad by how it was made: no schema was asked, so a schema can be judged by it.
 */
import type { Example } from "./examples.ts";
import { junk } from "./junk.ts";

/** How many of one type there are at least. */
export const fewest = 200;

type Holder = Readonly<Record<string, unknown>> | readonly unknown[];

/** Junk that takes its time to be sent, or can't be walked to its end. */
export function largeJunk(): readonly unknown[] {
  return junk().filter(isLarge);
}

/** Junk of which there can be some in every place. */
export function smallJunk(): readonly unknown[] {
  return junk().filter((value) => !isLarge(value));
}

/** At least `fewest` bad payloads. Those that are `large` stand once each, in place of the whole. */
export function badPayloads(example: Example, large = largeJunk()): readonly unknown[] {
  const small = smallJunk();
  const spoilt = [...large, ...small.filter((value) => !isSameType(value, example.payload))];
  spoilt.push(...within(example.payload, example, small));
  // A payload with few places to spoil is given more keys than it may have, each with other junk.
  const extras = small.filter((value) => value !== undefined);
  for (let i = 0; spoilt.length < fewest; i++) {
    spoilt.push(withKey(example.payload, `extra ${i}`, extras[i % extras.length]));
  }
  return spoilt;
}

function within(value: unknown, example: Example, small: readonly unknown[]): readonly unknown[] {
  if (!isHolder(value)) return [];
  const spoilt: unknown[] = [];
  if (!Array.isArray(value)) {
    const proto = JSON.parse('{"__proto__":1}');
    spoilt.push({ ...value, extra: 1 }, Object.defineProperties({ ...value }, Object.getOwnPropertyDescriptors(proto)));
  }
  for (const [key, inside] of Object.entries(value)) {
    for (const bad of example.bad?.[key] ?? []) spoilt.push(withKey(value, key, bad));
    if (!Array.isArray(value) && example.optional?.includes(key) !== true) spoilt.push(withoutKey(value, key));
    if (example.free?.includes(key) === true) continue;
    for (const bad of small) {
      if (!isSameType(bad, inside) && !(bad === undefined && example.optional?.includes(key))) {
        spoilt.push(withKey(value, key, bad));
      }
    }
    for (const deeper of within(inside, example, small)) spoilt.push(withKey(value, key, deeper));
  }
  return spoilt;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

/** Whether one may stand for the other as far as their types go. Numbers that no message has are a type of their own. */
function isSameType(a: unknown, b: unknown): boolean {
  return typeOf(a) === typeOf(b);
}

function typeOf(value: unknown): string {
  if (typeof value === "number") return Number.isFinite(value) ? "number" : "no number";
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  return isPlain ? "plain" : Object.prototype.toString.call(value);
}

function withKey(holder: unknown, key: string, value: unknown): unknown {
  if (!isHolder(holder)) return value;
  return Array.isArray(holder)
    ? holder.map((item, index) => (String(index) === key ? value : item))
    : { ...holder, [key]: value };
}

function withoutKey(holder: Holder, key: string): unknown {
  return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key));
}

/** Whether it takes long to clone: too long to stand in every place. */
function isLarge(value: unknown): boolean {
  if (typeof value === "string") return value.length > 100_000;
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength > 10_000;
  return Array.isArray(value)
    ? value.length > 1_000 || isDeep(value)
    : Object.keys(value).length > 1_000 || isDeep(value);
}

function isDeep(value: unknown): boolean {
  let inside = value;
  for (let levels = 0; levels < 20; levels++) {
    if (typeof inside !== "object" || inside === null) return false;
    inside = Object.values(inside)[0];
  }
  return true;
}
