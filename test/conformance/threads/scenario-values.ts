/**
 * VALUEs of the scenario language, and values as events show them.
 */
import { BadScenario, isObject, type Json, list, number, text } from "../json.ts";
import { describeError } from "./scenario-errors.ts";

/** One invocation of a body. */
export interface Frame {
  readonly strand: string;
  readonly local: Map<string, unknown>;
  /** The error being handled, for `reraise`. */
  error: unknown;
}

type Named = { readonly [name: string]: unknown };

/** What a VALUE stands for. */
export function evaluate(frame: Frame, written: unknown): unknown {
  if (Array.isArray(written)) return written.map((item: unknown) => evaluate(frame, item));
  if (!isObject(written)) return written;
  const [entry] = Object.entries(written);
  if (entry === undefined) throw new BadScenario("an empty object is no VALUE");
  const [kind, operand] = entry;
  if (kind === "v") return variable(frame, text(operand));
  if (kind === "not") return !isTrue(evaluate(frame, operand));
  if (kind === "str")
    return list(operand)
      .map((item) => textOf(evaluate(frame, item)))
      .join("");
  if (kind === "len") return lengthOf(evaluate(frame, operand));
  const [a, b] = list(operand).map((item) => evaluate(frame, item));
  if (kind === "pick") return pick(a, number(b));
  return combine(kind, a, b);
}

/** An object's name: itself, or `name[VALUE]`. */
export function nameOf(frame: Frame, written: unknown): string {
  if (typeof written === "string") return written;
  const [name, index] = list(written);
  return `${text(name)}[${String(evaluate(frame, index))}]`;
}

/** The VALUEs of named arguments; null where there are none. */
export function argumentsOf(frame: Frame, written: unknown): Named {
  if (!isObject(written)) return {};
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, evaluate(frame, value)]));
}

/** A value as an event shows it. */
export function encode(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Error) return describeError(value);
  if (Array.isArray(value)) return value.map(encode);
  if (isObject(value) && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  }
  return "<object>";
}

/** Whether Python holds it true. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A comparison by its name. @throws BadScenario */
export function compare(kind: string, a: unknown, b: unknown): boolean {
  const same = JSON.stringify(a) === JSON.stringify(b) || (isNumeric(a) && isNumeric(b) && Number(a) === Number(b));
  const less = typeof a === "string" && typeof b === "string" ? a < b : Number(a) < Number(b);
  switch (kind) {
    case "eq":
      return same;
    case "ne":
      return !same;
    case "lt":
      return less;
    case "le":
      return less || same;
    case "gt":
      return !less && !same;
    case "ge":
      return !less;
    default:
      throw new BadScenario(`unknown comparison ${kind}`);
  }
}

function isNumeric(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function variable(frame: Frame, name: string): unknown {
  if (frame.local.has(name)) return frame.local.get(name);
  throw new BadScenario(`variable ${name} is read before it is set`);
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null || value === undefined ? "None" : String(value);
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? [...value].length : list(value).length;
}

function pick(from: unknown, index: number): unknown {
  const items = typeof from === "string" ? [...from] : list(from);
  return items[((index % items.length) + items.length) % items.length];
}

function combine(kind: string, a: unknown, b: unknown): unknown {
  switch (kind) {
    case "add":
      if (typeof a === "string") return a + text(b);
      return Array.isArray(a) ? [...a, ...list(b)] : Number(a) + Number(b);
    case "mul":
      return Number(a) * Number(b);
    case "mod":
      return ((Number(a) % Number(b)) + Number(b)) % Number(b);
    default:
      return compare(kind, a, b);
  }
}
