/**
 * The control flow of the scenario language; every other statement is an operation.
 */
import { currentContext } from "../../../core/threading/context.ts";
import { checkpoint } from "../../../core/threading/gil.ts";
import * as library from "../../../core/threading/index.ts";
import { BadScenario, isObject, list, number, object, optionalList, text } from "../json.ts";
import { describeError, isOfType, makeError } from "./scenario-errors.ts";
import { runOperation } from "./scenario-operations.ts";
import type { ScenarioProgram } from "./scenario-program.ts";
import { argumentsOf, encode, evaluate, type Frame, isTrue, nameOf } from "./scenario-values.ts";

/** How statements were left: by their end, by `break` or by `return`. */
export type Status = undefined | { readonly kind: "break" } | { readonly kind: "return"; readonly value: unknown };

/** Runs a list of statements. @throws what they raise. BadScenario for what the language has not. */
export function runStatements(program: ScenarioProgram, frame: Frame, statements: readonly unknown[]): Status {
  for (const statement of statements) {
    const [kind, ...operands] = list(statement);
    const status = step(program, frame, text(kind), operands);
    if (status !== undefined) return status;
  }
  return undefined;
}

function step(program: ScenarioProgram, frame: Frame, kind: string, operands: readonly unknown[]): Status {
  const [first, second, third] = operands;
  switch (kind) {
    case "log":
      program.emit(
        frame.strand,
        "log",
        text(first),
        ...operands.slice(1).map((value) => encode(evaluate(frame, value))),
      );
      return undefined;
    case "note":
      program.note(text(first), encode(evaluate(frame, second)));
      return undefined;
    case "sleep":
      library.sleep(number(evaluate(frame, first)) / 1_000);
      return undefined;
    case "busy":
      busy(number(evaluate(frame, first)));
      return undefined;
    case "let":
      frame.local.set(text(first), evaluate(frame, second));
      return undefined;
    case "if":
      return runStatements(program, frame, isTrue(evaluate(frame, first)) ? list(second) : optionalList(third));
    case "for":
      return repeat(program, frame, list(third), number(evaluate(frame, second)), text(first));
    case "loop":
      return repeat(program, frame, list(first), Number.POSITIVE_INFINITY, undefined);
    case "break":
      return { kind: "break" };
    case "return":
      return { kind: "return", value: first === undefined ? null : evaluate(frame, first) };
    case "raise":
      throw makeError(text(first), second === undefined ? undefined : text(evaluate(frame, second)));
    case "reraise":
      throw frame.error;
    case "try":
      return attempt(program, frame, object(first));
    case "call": {
      const value = program.inline(frame.strand, text(first), argumentsOf(frame, second));
      if (third !== undefined) frame.local.set(text(third), value);
      return undefined;
    }
    case "with":
      return library.syncWith(managerOf(program, frame, first), () => runStatements(program, frame, list(second)));
    case "as_completed":
      return asCompleted(program, frame, operands);
    default:
      runOperation(program, frame, kind, operands);
      return undefined;
  }
}

/** Computes that long, as a loop of Python's does: who asks for the GIL gets it. */
function busy(ms: number): void {
  const context = currentContext();
  const end = performance.now() + ms;
  while (performance.now() < end) checkpoint(context);
}

function repeat(
  program: ScenarioProgram,
  frame: Frame,
  body: readonly unknown[],
  times: number,
  name: string | undefined,
): Status {
  for (let round = 0; round < times; round++) {
    if (name !== undefined) frame.local.set(name, round);
    const status = runStatements(program, frame, body);
    if (status?.kind === "break") return undefined;
    if (status !== undefined) return status;
  }
  return undefined;
}

/** As in Python, leaving by the finally part wins over an error and over another leaving. */
function attempt(program: ScenarioProgram, frame: Frame, parts: { readonly [part: string]: unknown }): Status {
  let outcome: { readonly status: Status } | { readonly error: unknown };
  try {
    outcome = { status: guarded(program, frame, parts) };
  } catch (error) {
    if (error instanceof BadScenario) throw error;
    outcome = { error };
  }
  const last = runStatements(program, frame, optionalList(parts["finally"]));
  if (last !== undefined) return last;
  if ("error" in outcome) throw outcome.error;
  return outcome.status;
}

function guarded(program: ScenarioProgram, frame: Frame, parts: { readonly [part: string]: unknown }): Status {
  let status: Status;
  try {
    status = runStatements(program, frame, list(parts["body"]));
  } catch (error) {
    const handler = optionalList(parts["except"])
      .map(list)
      .find(([type]) => isOfType(error, text(type)));
    if (handler === undefined) throw error;
    program.emit(frame.strand, "caught", describeError(error));
    const before = frame.error;
    frame.error = error;
    try {
      return runStatements(program, frame, list(handler[1]));
    } finally {
      frame.error = before;
    }
  }
  return status ?? runStatements(program, frame, optionalList(parts["else"]));
}

function managerOf(program: ScenarioProgram, frame: Frame, written: unknown): library.ContextManager<unknown> {
  const found = program.objects.find(nameOf(frame, written));
  if (isObject(found) && "enter" in found && "exit" in found && isManager(found)) return found;
  throw new BadScenario(`${nameOf(frame, written)} can't be entered`);
}

function isManager(value: unknown): value is library.ContextManager<unknown> {
  return (
    value instanceof library.Lock ||
    value instanceof library.RLock ||
    value instanceof library.Condition ||
    value instanceof library.Semaphore ||
    value instanceof library.ThreadPoolExecutor
  );
}

function asCompleted(program: ScenarioProgram, frame: Frame, [written, given, name, body]: readonly unknown[]): Status {
  const names = list(written).map((each) => nameOf(frame, each));
  const futures = names.map((each) => program.objects.the<library.Future>(each, library.Future));
  const { timeout } = argumentsOf(frame, given);
  for (const future of library.asCompleted(futures, typeof timeout === "number" ? timeout / 1_000 : null)) {
    frame.local.set(text(name), names[futures.indexOf(future)]);
    const status = runStatements(program, frame, list(body));
    if (status?.kind === "break") return undefined;
    if (status !== undefined) return status;
  }
  return undefined;
}
