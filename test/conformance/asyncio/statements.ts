/**
 * The control flow of the scenario language: each statement that can await or leave is a case of one switch.
 */
import { asCompleted, asyncWith, Barrier, sleep, TaskGroup, timeout } from "../../../core/asyncio/index.ts";
import { list, number, numberOrNull, object, optionalList, text } from "../json.ts";
import { makeAwaitable } from "./awaitables.ts";
import { runPlain } from "./plain-statements.ts";
import type { Program } from "./program.ts";
import { describeError, matches } from "./values.ts";
import type { Frame } from "./variables.ts";

/** How a list of statements was left: by its end, by `break` or by `return`. */
export type Status = undefined | { readonly kind: "break" } | { readonly kind: "return"; readonly value: unknown };

type Outcome = { readonly status: Status } | { readonly error: unknown };
type Body = Generator<unknown, Status, unknown>;

export class Statements {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  *run(frame: Frame, statements: readonly unknown[]): Body {
    for (const statement of statements) {
      const [kind, ...operands] = list(statement);
      const status = yield* this.#step(frame, text(kind), operands);
      if (status !== undefined) return status;
    }
    return undefined;
  }

  *#step(frame: Frame, kind: string, operands: readonly unknown[]): Body {
    const [first, second, third] = operands;
    const { variables, loop } = this.#program;
    switch (kind) {
      case "await":
        variables.set(frame, second, yield* makeAwaitable(this.#program, frame, first));
        return undefined;
      case "sleep":
        yield* sleep(number(variables.value(frame, first)));
        return undefined;
      case "if":
        return yield* this.run(frame, variables.value(frame, first) ? list(second) : optionalList(third));
      case "for":
        return yield* this.#for(frame, text(first), numberOrNull(second), list(third));
      case "as_completed":
        return yield* this.#asCompleted(frame, operands);
      case "break":
        return { kind: "break" };
      case "return":
        return { kind: "return", value: first === undefined ? null : variables.value(frame, first) };
      case "try":
        return yield* this.#try(frame, object(first));
      case "with":
        return yield* this.#with(frame, text(first), list(second));
      case "timeout":
        return yield* asyncWith(timeout(numberOrNull(variables.value(frame, first))), (manager) => {
          variables.set(frame, third, manager);
          return this.run(frame, list(second));
        });
      case "taskgroup":
        return yield* asyncWith(new TaskGroup(), (group) => {
          variables.set(frame, first, group);
          return this.run(frame, list(second));
        });
      case "block":
        loop.block(number(first));
        return undefined;
      default:
        runPlain(this.#program, frame, kind, operands);
        return undefined;
    }
  }

  *#for(frame: Frame, name: string, count: number | null, body: readonly unknown[]): Body {
    for (let round = 0; count === null || round < count; round++) {
      this.#program.variables.set(frame, name, round);
      const status = yield* this.run(frame, body);
      if (status?.kind === "break") break;
      if (status !== undefined) return status;
    }
    return undefined;
  }

  *#with(frame: Frame, name: string, body: readonly unknown[]): Body {
    const { variables } = this.#program;
    const held = variables.get(frame, name);
    const manager = held instanceof Barrier ? held : variables.theLock(frame, name);
    return yield* asyncWith<unknown, Status>(manager, () => this.run(frame, body));
  }

  *#asCompleted(frame: Frame, operands: readonly unknown[]): Body {
    const [awaitables, timeout, name, body] = operands;
    const made = list(awaitables).map((each) => makeAwaitable(this.#program, frame, each));
    for (const next of asCompleted(made, { timeout: numberOrNull(timeout) })) {
      this.#program.variables.set(frame, text(name), next);
      const status = yield* this.run(frame, list(body));
      if (status?.kind === "break") break;
      if (status !== undefined) return status;
    }
    return undefined;
  }

  /** Leaving by the finally part wins over an error, as in Python; closing the generator runs no part of it. */
  *#try(frame: Frame, parts: { readonly [part: string]: unknown }): Body {
    const outcome = yield* this.#guarded(frame, parts);
    const last = yield* this.run(frame, optionalList(parts["finally"]));
    if (last !== undefined) return last;
    if ("error" in outcome) throw outcome.error;
    return outcome.status;
  }

  *#guarded(frame: Frame, parts: { readonly [part: string]: unknown }): Generator<unknown, Outcome, unknown> {
    try {
      let status: Status;
      try {
        status = yield* this.run(frame, list(parts["body"]));
      } catch (error) {
        return { status: yield* this.#handle(frame, error, optionalList(parts["except"])) };
      }
      return { status: status ?? (yield* this.run(frame, optionalList(parts["else"]))) };
    } catch (error) {
      return { error };
    }
  }

  *#handle(frame: Frame, error: unknown, handlers: readonly unknown[]): Body {
    const handler = handlers.map(list).find(([type]) => matches(error, text(type)));
    if (handler === undefined) throw error;
    this.#program.emit("caught", frame.label, describeError(error));
    const outer = frame.handled;
    frame.handled = error;
    try {
      return yield* this.run(frame, list(handler[1]));
    } finally {
      frame.handled = outer;
    }
  }
}
