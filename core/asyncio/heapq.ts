/**
 * A list as a heap, smallest first. Mirrors `Lib/heapq.py` step for step: which of two equal items comes out first,
 * and in which order the list stands when it is printed, are then the same as Python's.
 */

/** Whether one item comes before another. */
export type Before<Item> = (one: Item, other: Item) => boolean;

/** Puts an item in. */
export function heappush<Item extends object>(heap: Item[], item: Item, before: Before<Item>): void {
  heap.push(item);
  siftdown(heap, 0, heap.length - 1, item, before);
}

/** Takes the smallest item out; undefined from an empty heap. */
export function heappop<Item extends object>(heap: Item[], before: Before<Item>): Item | undefined {
  const last = heap.pop();
  const [smallest] = heap;
  if (last === undefined || smallest === undefined) return last;
  heap[0] = last;
  siftup(heap, last, before);
  return smallest;
}

/** Moves parents down from `at` until `item` fits, not above `start`. */
function siftdown<Item extends object>(
  heap: Item[],
  start: number,
  at: number,
  item: Item,
  before: Before<Item>,
): void {
  let hole = at;
  while (hole > start) {
    const above = (hole - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !before(item, parent)) break;
    heap[hole] = parent;
    hole = above;
  }
  heap[hole] = item;
}

/** Moves the smaller children up from the top until there are none, then `item` up to where it fits. */
function siftup<Item extends object>(heap: Item[], item: Item, before: Before<Item>): void {
  let hole = 0;
  for (let below = 1; below < heap.length; below = 2 * hole + 1) {
    const left = heap[below];
    const right = heap[below + 1];
    if (left === undefined) break;
    const takeRight = right !== undefined && !before(left, right);
    heap[hole] = takeRight ? right : left;
    hole = takeRight ? below + 1 : below;
  }
  siftdown(heap, 0, hole, item, before);
}
