/**
 * The name of a value's type as Python has it: `type(value).__name__`.
 */

/** `int`, `str`, `NoneType`, `list`; of an object its class, or what its class calls itself in Python. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "NoneType";
    case "string":
      return "str";
    case "boolean":
      return "bool";
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "function":
    case "symbol":
      return typeof value;
    case "object":
      return value === null ? "NoneType" : objectName(value);
  }
}

function objectName(value: object): string {
  if (Array.isArray(value)) return "list";
  if (value instanceof Set) return "set";
  const prototype: unknown = Object.getPrototypeOf(value);
  if (value instanceof Map || prototype === Object.prototype || prototype === null) return "dict";
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  if (typeof tag === "string") return tag === "Generator" ? "generator" : tag;
  return value.constructor.name;
}
