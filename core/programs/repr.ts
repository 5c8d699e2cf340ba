/**
 * Values as Python prints them: `repr`, `str` and the shortened `repr` that futures use for their results.
 * Mirrors the built-in `repr()` and `Lib/reprlib.py`. An object with a `toString` of its own is its own repr.
 */

/** Lengths at which `shortRepr` cuts, as reprlib has them. */
const shortest = { items: 6, entries: 4, text: 30, other: 30, depth: 6 } as const;

/** Python's `repr(value)`. */
export function repr(value: unknown): string {
  return write(value, Number.POSITIVE_INFINITY, false);
}

/** Python's `str(value)`: a text as it is, an error as its message, anything else as its repr. */
export function str(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error && !ownToString(value)) return value.message;
  return repr(value);
}

/** Python's `reprlib.repr(value)`: long texts and collections are cut. */
export function shortRepr(value: unknown): string {
  return write(value, shortest.depth, true);
}

function write(value: unknown, depth: number, short: boolean): string {
  switch (typeof value) {
    case "string":
      return short ? shortText(value) : quote(value);
    case "number":
      return number(value);
    case "bigint":
      return String(value);
    case "boolean":
      return value ? "True" : "False";
    case "undefined":
      return "None";
    case "symbol":
      return String(value);
    case "function":
      return ownToString(value) ? String(value) : `<function ${value.name || "<lambda>"}>`;
    case "object":
      return value === null ? "None" : object(value, depth, short);
  }
}

function object(value: object, depth: number, short: boolean): string {
  const inner = (item: unknown) => write(item, depth - 1, short);
  if (Array.isArray(value)) {
    return wrap("[", cut(value, depth, short, shortest.items, inner), "]");
  }
  if (value instanceof Set) {
    return value.size === 0 ? "set()" : wrap("{", cut([...value], depth, short, shortest.items, inner), "}");
  }
  if (value instanceof Map) return entries([...value], depth, short, inner);
  if (value instanceof Error && !ownToString(value)) {
    return `${value.name}(${value.message === "" ? "" : quote(value.message)})`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return entries(Object.entries(value), depth, short, inner);
  const text = ownToString(value) ? String(value) : `<${value.constructor.name} object>`;
  return short ? middle(text, shortest.other) : text;
}

function entries(pairs: [unknown, unknown][], depth: number, short: boolean, inner: (item: unknown) => string): string {
  const pair = ([key, item]: [unknown, unknown]) => `${inner(key)}: ${inner(item)}`;
  return wrap("{", cut(pairs, depth, short, shortest.entries, pair), "}");
}

function cut<Item>(items: Item[], depth: number, short: boolean, most: number, inner: (item: Item) => string): string {
  if (!short) return items.map(inner).join(", ");
  if (depth <= 0 && items.length > 0) return "...";
  const shown = items.slice(0, most).map(inner);
  return (items.length > most ? [...shown, "..."] : shown).join(", ");
}

function wrap(open: string, inside: string, close: string): string {
  return open + inside + close;
}

/** Whether an object prints itself: its `toString` is neither every object's nor the language's own. */
function ownToString(value: object): boolean {
  const own: unknown = Reflect.get(value, "toString");
  return (
    typeof own === "function" &&
    own !== Object.prototype.toString &&
    own !== Error.prototype.toString &&
    own !== Function.prototype.toString
  );
}

function number(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let quoted = mark;
  for (const character of text) quoted += character === mark ? `\\${mark}` : escaped(character);
  return quoted + mark;
}

function escaped(character: string): string {
  switch (character) {
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default: {
      const point = character.codePointAt(0) ?? 0;
      return point < 0x20 || (point >= 0x7f && point < 0xa0) ? `\\x${point.toString(16).padStart(2, "0")}` : character;
    }
  }
}

function shortText(text: string): string {
  const whole = quote(text.slice(0, shortest.text));
  if (whole.length <= shortest.text && text.length <= shortest.text) return whole;
  const head = Math.max(0, Math.floor((shortest.text - 3) / 2));
  const tail = Math.max(0, shortest.text - 3 - head);
  const both = quote(text.slice(0, head) + text.slice(text.length - tail));
  return `${both.slice(0, head)}...${both.slice(both.length - tail)}`;
}

function middle(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.max(0, Math.floor((most - 3) / 2));
  return `${text.slice(0, head)}...${text.slice(text.length - (most - 3 - head))}`;
}
