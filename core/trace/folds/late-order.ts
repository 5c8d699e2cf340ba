/**
 * The order of entries of which the first are in order and the rest came as they liked: late ones are put in their places all
 * at once when somebody looks, so that a recording that runs backwards costs a sort, and not a move of everything for
 * each row.
 */

/** The entries from `from` on, in their order; those before it stay where they are. */
export interface LateOrder {
  readonly from: number;
  readonly order: Uint32Array;
}

/** `sorted` of `length` entries are in order. `isAfter(a, b)`: entry `a` has its place behind `b`, which came later. */
export function lateOrder(sorted: number, length: number, isAfter: (a: number, b: number) => boolean): LateOrder {
  const compare = (a: number, b: number): number => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : a - b);
  const late = Uint32Array.from({ length: length - sorted }, (_, index) => sorted + index).sort(compare);
  const earliest = late[0] ?? length;
  let from = 0;
  for (let high = sorted; from < high; ) {
    const middle = (from + high) >>> 1;
    if (isAfter(middle, earliest)) high = middle;
    else from = middle + 1;
  }
  const order = new Uint32Array(length - from);
  let kept = from;
  let next = 0;
  for (let place = 0; place < order.length; place++) {
    const first = late[next];
    order[place] = first === undefined || (kept < sorted && !isAfter(kept, first)) ? kept++ : (late[next++] ?? 0);
  }
  return { from, order };
}

/** Puts a column's entries in that order. */
export function reorder(column: Float64Array | Int32Array | Uint8Array, { from, order }: LateOrder): void {
  const before = column.slice();
  for (let place = 0; place < order.length; place++) column[from + place] = before[order[place] ?? 0] ?? 0;
}
