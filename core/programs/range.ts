/** The whole numbers from 0 to below `stop`. Python's `range(stop)`, as a list. */
export function range(stop: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil(stop)) }, (_, index) => index);
}
