/**
 * Errors, values and states as the scenario language writes them.
 */

import { CancelledError } from "../../../core/asyncio/exceptions.ts";
import {
  Barrier,
  Condition,
  Event,
  ExceptionGroup,
  Future,
  Lock,
  Queue,
  Semaphore,
  Timeout,
} from "../../../core/asyncio/index.ts";
import { BadScenario, isObject, type Json } from "../json.ts";

/** An error that a scenario raises: its type by name, with or without a message. */
class ProgramError extends Error {
  readonly text: string | null;

  constructor(type: string, message: string | undefined) {
    super(message);
    this.name = type;
    this.text = message ?? null;
  }
}

/** What `["raise", type, message]` raises. */
export function makeError(type: string, message?: string): unknown {
  return type === "CancelledError" ? new CancelledError(message) : new ProgramError(type, message);
}

/** `[type, message]`; of an error that the library raised only the type, since messages are its own. */
export function describeError(error: unknown): Json {
  if (error instanceof ExceptionGroup) return [error.name, error.message, error.exceptions.map(describeError)];
  if (error instanceof CancelledError) return [error.name, error.msg ?? null];
  if (error instanceof ProgramError) return [error.name, error.text];
  if (!(error instanceof Error)) throw new BadScenario(`not an error: ${String(error)}`);
  const selfAwait = "Task cannot await on itself";
  return [error.name, error.message.startsWith(selfAwait) ? selfAwait : null];
}

/** Whether a handler of `type` takes an error. */
export function matches(error: unknown, type: string): boolean {
  if (error instanceof BadScenario) return false;
  if (type === "BaseException") return true;
  if (type === "Exception") return !(error instanceof CancelledError);
  return error instanceof Error && error.name === type;
}

/** A value as an event shows it. */
export function encode(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (value instanceof Error) return { exc: describeError(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (isObject(value) && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  }
  return "<object>";
}

/** The state of a future, a primitive or a value. */
export function stateOf(value: unknown): Json {
  if (value instanceof Future) {
    if (!value.done()) return "pending";
    if (value.cancelled()) return "cancelled";
    return value.failed() ? { exception: describeError(value.exception()) } : { result: encode(value.result()) };
  }
  if (value instanceof Lock || value instanceof Condition || value instanceof Semaphore) {
    return value.locked() ? "locked" : "unlocked";
  }
  if (value instanceof Barrier) return { waiting: value.nWaiting, broken: value.broken };
  if (value instanceof Event) return value.isSet() ? "set" : "unset";
  if (value instanceof Queue) return { size: value.qsize() };
  if (value instanceof Timeout) return { expired: value.expired() };
  return encode(value);
}
