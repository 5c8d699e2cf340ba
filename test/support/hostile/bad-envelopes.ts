/**
 * Messages that are none: what stands around a payload is wrong.
 */
import { largeJunk, smallJunk } from "./mutations.ts";

/** Bad messages around a payload that fits `type`. */
export function badEnvelopes(type: string, payload: unknown, large = largeJunk()): readonly unknown[] {
  const strangers = [
    "",
    "quit",
    "__proto__",
    "constructor",
    "toString",
    `${type} `,
    type.toUpperCase(),
    "x".repeat(65),
  ];
  const names = [[], [1], [1, -1], [-1, 0], ["1", 2], [5_000, 1], [1, 2, 3], [1, 0.5], {}, "1.2", null, 1n];
  return [
    ...large,
    ...smallJunk(),
    { type },
    { payload },
    { type: [type], payload },
    { type, payload, extra: 1 },
    { type, payload, __proto__: null, constructor: 1 },
    ...strangers.map((stranger) => ({ type: stranger, payload })),
    ...names.map((id) => ({ type, payload, id })),
  ];
}
