/**
 * The number that Python prints as an object's address. Ours counts up from the first object that was printed, so
 * that the same program prints the same text each time.
 */
const addresses = new WeakMap<object, string>();
const first = 0x7f0000000000;
let next = 0;

/** `0x7f0000000010`: the same for an object each time. */
export function addressOf(object: object): string {
  const known = addresses.get(object);
  if (known !== undefined) return known;
  next += 0x10;
  const address = `0x${(first + next).toString(16)}`;
  addresses.set(object, address);
  return address;
}
