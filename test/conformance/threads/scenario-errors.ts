/**
 * Errors as the scenario language knows them: Python's classes by name, and which is a kind of which.
 */
import * as library from "../../../core/threading/index.ts";
import { BadScenario, type Json } from "../json.ts";

export class AppError extends Error {
  override readonly name = "AppError";
}
export class OtherError extends Error {
  override readonly name = "OtherError";
}
export class KeyError extends Error {
  override readonly name = "KeyError";
}
export class ZeroDivisionError extends Error {
  override readonly name = "ZeroDivisionError";
}

type ErrorClass = new (message?: string) => Error;

const classes: Readonly<Record<string, ErrorClass>> = {
  AppError,
  OtherError,
  KeyError,
  ZeroDivisionError,
  ValueError: library.ValueError,
  TypeError,
  RuntimeError: library.RuntimeError,
  TimeoutError: library.TimeoutError,
  SystemExit: library.SystemExit,
  BrokenBarrierError: library.BrokenBarrierError,
  Empty: library.Empty,
  Full: library.Full,
  CancelledError: library.CancelledError,
  InvalidStateError: library.InvalidStateError,
};

/** What a class is a kind of, besides `Exception`. */
const families: Readonly<Record<string, readonly string[]>> = {
  BrokenBarrierError: ["RuntimeError"],
  BrokenThreadPool: ["BrokenExecutor", "RuntimeError"],
  AbandonedLockError: ["RuntimeError"],
  TimeoutError: ["OSError"],
  ZeroDivisionError: ["ArithmeticError"],
  KeyError: ["LookupError"],
  CancelledError: ["Error"],
  InvalidStateError: ["Error"],
};

/** What `["raise", TYPE, message]` raises. @throws BadScenario for a type that the language has not. */
export function makeError(type: string, message: string | undefined): Error {
  const found = classes[type];
  if (found === undefined) throw new BadScenario(`unknown error ${type}`);
  return message === undefined ? new found() : new found(message);
}

/** Whether a handler of `type` takes an error. */
export function isOfType(error: unknown, type: string): boolean {
  if (!(error instanceof Error) || error instanceof BadScenario) return false;
  if (type === error.name || type === "BaseException") return true;
  if (error.name === "SystemExit") return false;
  return type === "Exception" || (families[error.name] ?? []).includes(type);
}

/** `{"exc": [TYPE, MESSAGE]}`, without addresses. */
export function describeError(error: unknown): Json {
  if (!(error instanceof Error)) return { exc: ["object", String(error)] };
  return { exc: [error.name, error.message.replaceAll(/0x[0-9a-fA-F]+/g, "0xADDR")] };
}
