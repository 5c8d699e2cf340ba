/**
 * A thread's arguments as text, since that is what crosses: plain data (null, booleans, numbers, strings, lists and
 * plain objects of these) by value, shared objects by reference, errors by class and message. Every other value is refused with its place, so that
 * nothing arrives as something else than what was sent.
 *
 * Form: scalars as JSON; anything else as a tagged list: ["list", …], ["dict", key, value, …], ["float", "NaN"],
 * ["undefined"], ["shared", kind, address], ["error", class, message].
 */
import { carriedError, classNameOf } from "./carried-errors.ts";
import type { ThreadContext } from "./context.ts";
import { SharedObject } from "./shared-object.ts";

/** What is needed to make values of the text again. */
export type Decoder = Pick<ThreadContext, "kinds" | "program">;

type Encoded = null | boolean | number | string | readonly Encoded[];

/** One value, as `encodeArguments` has it in its list. @throws TypeError when it cannot cross. */
export function encodeValue(value: unknown): string {
  return JSON.stringify(encode(value, "the value"));
}

/** @throws TypeError for a text that `encodeValue` did not write. */
export function decodeValue(text: string, decoder: Decoder): unknown {
  return decode(JSON.parse(text), decoder);
}

/** @throws TypeError naming the argument that cannot cross. */
export function encodeArguments(args: readonly unknown[]): string {
  return JSON.stringify(args.map((value, index) => encode(value, `args[${index}]`)));
}

/** @throws TypeError for a text that `encodeArguments` did not write, or a kind that is not among the decoder's. */
export function decodeArguments(text: string, decoder: Decoder): readonly unknown[] {
  const encoded: unknown = JSON.parse(text);
  if (!Array.isArray(encoded)) throw new TypeError("a thread's arguments are not a list");
  return encoded.map((value: unknown) => decode(value, decoder));
}

function encode(value: unknown, place: string): Encoded {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : ["float", Object.is(value, -0) ? "-0" : `${value}`];
  }
  if (value === undefined) return ["undefined"];
  if (value instanceof SharedObject) return ["shared", value.kind, SharedObject.addressOf(value)];
  if (value instanceof Error) return ["error", classNameOf(value), value.message];
  if (Array.isArray(value)) return ["list", ...value.map((item: unknown, i) => encode(item, `${place}[${i}]`))];
  if (typeof value === "object" && isPlain(value))
    return ["dict", ...Object.entries(value).flatMap(([k, v]) => [k, encode(v, `${place}.${k}`)])];
  const said = typeof value === "object" ? `an object of class ${value.constructor.name}` : `a ${typeof value}`;
  throw new TypeError(
    `${place} is ${said}, which cannot cross to another thread: pass plain data, or a shared object such as a Signal`,
  );
}

function decode(value: unknown, decoder: Decoder): unknown {
  if (!Array.isArray(value)) return value;
  const [tag, ...rest]: unknown[] = value;
  switch (tag) {
    case "list":
      return rest.map((item) => decode(item, decoder));
    case "dict": {
      const entries: [string, unknown][] = [];
      for (let i = 0; i < rest.length; i += 2) entries.push([String(rest[i]), decode(rest[i + 1], decoder)]);
      return Object.fromEntries(entries);
    }
    case "float":
      return Number(rest[0]);
    case "error":
      return carriedError(decoder.program, String(rest[0]), String(rest[1]));
    case "undefined":
      return undefined;
    case "shared": {
      const kind = decoder.kinds.find((candidate) => candidate.kind === rest[0]);
      if (kind !== undefined) return kind.at(Number(rest[1]));
    }
  }
  throw new TypeError(`a thread's arguments hold ${JSON.stringify(value)}, which this version does not know`);
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
