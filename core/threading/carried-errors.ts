/**
 * How an error crosses to another thread: as its class's name and its message. It is made anew there, of the class that
 * the library or the program has under that name; its stack stays behind.
 */
import type { Program } from "./bodies.ts";
import * as exceptions from "./exceptions.ts";

type ErrorClass = new (message: string) => Error;

const library: Readonly<Record<string, unknown>> = {
  ...exceptions,
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** The name by which the error's class is found again. */
export function classNameOf(error: Error): string {
  return error.name === "Error" ? error.constructor.name : error.name;
}

/** An error of the class of that name; an `Error` of that name, where the class is not to be found. */
export function carriedError({ module }: Program, name: string, message: string): Error {
  for (const classes of [library, module]) {
    const found = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (isErrorClass(found)) return new found(message);
  }
  const error = new Error(message);
  error.name = name;
  return error;
}

function isErrorClass(value: unknown): value is ErrorClass {
  if (typeof value !== "function") return false;
  const prototype: unknown = value.prototype;
  return value === Error || prototype instanceof Error;
}
