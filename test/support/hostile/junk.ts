/**
 * Values that no message has: wrong types, and what structured clone carries that no checker likes.
 */

/** Junk of every type of value. What can't be cloned is left out: it can't be sent. */
export function junk(): readonly unknown[] {
  made ??= makeJunk();
  return made;
}

/** Made once: some of it takes its time. */
let made: readonly unknown[] | undefined;

function makeJunk(): readonly unknown[] {
  return [
    undefined,
    null,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0.5,
    1e300,
    2n ** 70n,
    "",
    "constructor",
    "\u0000\ud800\r\nrefused (0 so far): forged",
    [],
    [[]],
    {},
    { __proto__: null, toString: 1 },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    { constructor: { prototype: { polluted: true } } },
    new Map([["run", 1]]),
    new Set([1]),
    new Date(0),
    /x/g,
    new Error("an error"),
    new Uint8Array(100_000),
    new ArrayBuffer(100_000),
    new DataView(new ArrayBuffer(8)),
    cyclic(),
    deep(4_000),
    bomb(40),
    sparse(2 ** 32 - 1),
    Array.from({ length: 300_000 }, () => 7),
    Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key ${index}`, index])),
    "x".repeat(1_000_000),
  ];
}

/** Values that stand where any JSON may, and are none, or none that can be kept. */
export function noJson(): readonly unknown[] {
  const inside = [undefined, Number.NaN, 1n, new Date(0), new Map(), new Uint8Array(8), JSON.parse('{"__proto__":1}')];
  return [...inside.slice(1), ...inside.map((value) => [value]), cyclic(), deep(200), deep(4_000), bomb(40)];
}

/** An object that holds itself, twice. */
function cyclic(): object {
  const value: { self?: object; list: object[] } = { list: [] };
  value.self = value;
  value.list.push(value);
  return value;
}

/** Objects in objects. Some thousand levels are as deep as structured clone goes. */
function deep(levels: number): object {
  let value: object = {};
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { in: value } : [value];
  return value;
}

/** Few objects that are 2 to the power of `levels` when each is walked to wherever it is held. */
function bomb(levels: number): object {
  let value: object = [];
  for (let i = 0; i < levels; i++) value = [value, value];
  return value;
}

function sparse(length: number): unknown[] {
  const value: unknown[] = [];
  value.length = length;
  return value;
}
