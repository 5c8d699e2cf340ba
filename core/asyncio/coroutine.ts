/**
 * Coroutines: generators that `yield*` drives, as `await` drives Python's. Mirrors CPython's coroutine objects and
 * `Lib/asyncio/coroutines.py`.
 *
 * What a body yields to whoever drives it is either a future, handed up by the future's own iterator, or nothing (a
 * bare `yield`: one turn of the loop). Invariant: a coroutine is driven once, by one `yield*` or one task.
 */
import type { Frame } from "../programs/code.ts";
import { definitionOf, expectFrame, type FrameOwner } from "../programs/mark.ts";
import { addressOf } from "./address.ts";
import { RuntimeError } from "./exceptions.ts";
import { forgetUnawaited, noteUnawaited, type Standing, type Unawaited } from "./never-awaited.ts";

/** Whatever `yield*` can wait for: a coroutine, a future, a task, a sleep, or the generator of a plain function. */
export interface Awaitable<Result> {
  [Symbol.iterator](): Iterator<unknown, Result, unknown>;
}

/** A coroutine's body, as a task drives it: a generator, or what is written by hand to behave as one. */
export interface Body<Result> {
  next(): IteratorResult<unknown, Result>;
  throw(error: unknown): IteratorResult<unknown, Result>;
  return(value: unknown): IteratorResult<unknown, unknown>;
}

/** The generator functions that `coroutine` names; what they yield is asyncio's business, not a program's. */
export type CoroutineFunction<Args extends unknown[], Result> = (...args: Args) => Coroutine<Result>;

type AnyFunction = (...args: never[]) => unknown;

export abstract class Coroutine<Result> implements Awaitable<Result>, FrameOwner, Unawaited {
  standing: Standing = "fresh";
  /** Where its body stands, once it has started; null without the line transform, and of one that has no lines. */
  abstract frame: Frame | null;
  abstract readonly definition: AnyFunction;

  constructor() {
    noteUnawaited(this);
  }

  /** Its type, in Python's words. */
  get [Symbol.toStringTag](): string {
    return "coroutine";
  }

  /** The function's name. */
  get name(): string {
    return this.definition.name || "<lambda>";
  }

  protected abstract body(): Body<Result>;

  /** Hands out the body to the one that will drive it. @throws RuntimeError when it has been handed out before. */
  claim(): Body<Result> {
    if (this.standing === "awaited") throw new RuntimeError("cannot reuse already awaited coroutine");
    if (this.standing === "watched") forgetUnawaited(this);
    this.standing = "awaited";
    return this.body();
  }

  abstract [Symbol.iterator](): Iterator<unknown, Result, unknown>;

  /** Ends it before it has begun; one that is driven already is left alone. */
  close(): void {
    if (this.standing !== "awaited") this.claim().return(undefined);
  }

  /** `<coroutine object spin at 0x7f0000000010>`. */
  toString(): string {
    return `<coroutine object ${this.name} at ${addressOf(this)}>`;
  }
}

class GeneratorCoroutine<Result> extends Coroutine<Result> {
  override frame: Frame | null = null;
  override readonly definition: AnyFunction;
  private readonly generator: Generator<unknown, Result, unknown>;

  constructor(definition: AnyFunction, generator: Generator<unknown, Result, unknown>) {
    super();
    this.definition = definition;
    this.generator = generator;
  }

  protected override body(): Body<Result> {
    return this.generator;
  }

  /** The raw generator: a nested `yield*` costs what JavaScript's own does. */
  override [Symbol.iterator](): Iterator<unknown, Result, unknown> {
    this.claim();
    expectFrame(this);
    return this.generator;
  }
}

/**
 * Names a generator function as a coroutine. Calling it makes a coroutine object and runs nothing.
 * @param name what it is called when printed; the function's own name when left out.
 */
export function coroutine<Args extends unknown[], Result>(
  definition: (...args: Args) => Generator<unknown, Result, unknown>,
  name: string = definition.name,
): CoroutineFunction<Args, Result> {
  function call(this: unknown, ...args: Args): Coroutine<Result> {
    return new GeneratorCoroutine(definition, definition.apply(this, args));
  }
  if (name !== definition.name) Object.defineProperty(definition, "name", { value: name });
  Object.defineProperty(call, "name", { value: name });
  return call;
}

/** What a task drives: a coroutine object, or the generator of a plain function. */
export type CoroutineLike<Result> = Coroutine<Result> | Generator<unknown, Result, unknown>;

/** Whether a value is a coroutine object; as in Python 3.11, a generator is one. */
export function isCoroutine(value: unknown): value is CoroutineLike<unknown> {
  return value instanceof Coroutine || Object.prototype.toString.call(value) === "[object Generator]";
}

/** Whether `yield*` can wait for a value: a collection can be iterated, but not awaited. */
export function isAwaitable(value: unknown): value is Awaitable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value && !isCollection(value);
}

function isCollection(value: object): boolean {
  return Array.isArray(value) || value instanceof Set || value instanceof Map || ArrayBuffer.isView(value);
}

/** A coroutine object around what any awaitable's iterator does; a coroutine is handed back as it is. */
export function asCoroutine<Result>(awaitable: Awaitable<Result>): Coroutine<Result> {
  if (awaitable instanceof Coroutine) return awaitable;
  return new GeneratorCoroutine(wrapAwaitable, wrapAwaitable(awaitable));
}

function* wrapAwaitable<Result>(awaitable: Awaitable<Result>): Generator<unknown, Result, unknown> {
  return yield* awaitable;
}

/** `spin() running at spinner.ts:12`: a coroutine as its task's repr shows it. */
export function formatCoroutine(driven: Coroutine<unknown>, done: boolean): string {
  const code = definitionOf(driven.definition) ?? driven.frame?.code;
  if (code === undefined) return `${driven.name}()`;
  if (done) return `${driven.name}() done, defined at ${code.file}:${code.line}`;
  return `${driven.name}() running at ${code.file}:${driven.frame?.line ?? code.line}`;
}
