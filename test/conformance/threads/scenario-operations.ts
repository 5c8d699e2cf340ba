/**
 * The operations of the scenario language: some are done and say nothing, some give a result, which becomes an event or
 * goes into a variable.
 */
import * as library from "../../../core/threading/index.ts";
import { BadScenario, type Json, list, number, object, text } from "../json.ts";
import { makeObject } from "./make-object.ts";
import { done } from "./quiet-operations.ts";
import type { Named, ScenarioProgram } from "./scenario-program.ts";
import { argumentsOf, encode, evaluate, type Frame, isTrue, nameOf } from "./scenario-values.ts";
import { resultOf } from "./telling-operations.ts";

/** Runs one. @throws what it raises. BadScenario when the language has none of that kind. */
export function runOperation(program: ScenarioProgram, frame: Frame, kind: string, operands: readonly unknown[]): void {
  const [first, second, third, fourth] = operands;
  const { objects } = program;
  switch (kind) {
    case "new": {
      const [of, ...rest] = list(second);
      const values = rest.map((value) => (of === "barrier" || of === "pool" ? value : evaluate(frame, value)));
      const name = nameOf(frame, first);
      objects.bind(name, makeObject(program, name, [of, ...values]));
      return;
    }
    case "thread":
      objects.bind(nameOf(frame, first), makeThread(program, frame, nameOf(frame, first), text(second), third));
      return;
    case "timer": {
      const name = nameOf(frame, first);
      const interval = number(evaluate(frame, second)) / 1_000;
      const call = program.call(name, argumentsOf(frame, fourth));
      objects.bind(name, new library.Timer(interval, program.body(text(third)), call));
      return;
    }
    case "self":
      objects.bind(nameOf(frame, first), library.currentThread());
      return;
    case "submit":
      submit(program, frame, operands);
      return;
    case "map":
      map(program, frame, operands);
      return;
    case "wait_futures":
      give(program, frame, kind, undefined, waitFutures(program, frame, first, argumentsOf(frame, second)), third);
      return;
    case "current":
      give(program, frame, kind, undefined, library.currentThread().name, first);
      return;
    case "active_count":
      give(program, frame, kind, undefined, library.activeCount(), first);
      return;
    case "enumerate": {
      const names = library.enumerate().map((thread) => thread.name);
      give(program, frame, kind, undefined, names.toSorted(), first);
      return;
    }
    case "add":
      add(program, frame, operands);
      return;
    case "add_done_callback": {
      const future = objects.the<library.Future>(nameOf(frame, first), library.Future);
      future.addDoneCallback(program.callback(text(third)), ...program.call(text(second), {}));
      return;
    }
    case "local_get": {
      const local = objects.the<library.Local>(nameOf(frame, first), library.Local);
      give(program, frame, kind, nameOf(frame, first), local.get(text(second)), third);
      return;
    }
    default:
      onObject(program, frame, kind, operands);
  }
}

function onObject(program: ScenarioProgram, frame: Frame, kind: string, operands: readonly unknown[]): void {
  const [first, second, third] = operands;
  const name = nameOf(frame, first);
  if (kind === "next" || kind === "drain") {
    give(program, frame, kind, name, iterate(program, name, kind), third);
    return;
  }
  const target = objectCalled(program, name);
  if (done(frame, kind, target, operands)) return;
  const result = resultOf(program, kind, target, argumentsOf(frame, second), frame);
  if (result === undefined) throw new BadScenario(`unknown operation ${kind}`);
  give(program, frame, kind, name, result.value, third);
}

/** The result of an operation: into a variable, or an event. */
function give(
  program: ScenarioProgram,
  frame: Frame,
  kind: string,
  name: string | undefined,
  value: unknown,
  into: unknown,
): void {
  if (typeof into === "string") frame.local.set(into, value);
  else program.emit(frame.strand, kind, ...(name === undefined ? [] : [name]), encode(value));
}

function objectCalled({ objects }: ScenarioProgram, name: string): unknown {
  if (name === "self") return library.currentThread();
  return name === "MAIN" ? library.mainThread() : objects.find(name);
}

function makeThread(program: ScenarioProgram, frame: Frame, strand: string, body: string, written: unknown) {
  const { name, daemon, args } = object(written ?? {});
  const called = evaluate(frame, name);
  return new library.Thread({
    target: program.body(body),
    args: program.call(strand, argumentsOf(frame, args)),
    ...(typeof called === "string" ? { name: called } : {}),
    ...(typeof daemon === "boolean" ? { daemon } : {}),
  });
}

function submit(program: ScenarioProgram, frame: Frame, [pool, future, body, args]: readonly unknown[]): void {
  const { objects } = program;
  const executor = objects.the(nameOf(frame, pool), library.ThreadPoolExecutor);
  const name = nameOf(frame, future);
  const call = program.call(name, argumentsOf(frame, args));
  objects.bind(name, executor.submit(program.body(text(body)), ...call));
}

function map(program: ScenarioProgram, frame: Frame, [pool, iterator, body, given]: readonly unknown[]): void {
  const { objects } = program;
  const executor = objects.the(nameOf(frame, pool), library.ThreadPoolExecutor);
  const name = nameOf(frame, iterator);
  const { items, timeout } = argumentsOf(frame, given);
  const calls = list(items).map((x, index) => program.call(`${name}[${index}]`, { x }));
  const columns = [0, 1, 2].map((column) => calls.map((call) => call[column]));
  const options = typeof timeout === "number" ? { timeout: timeout / 1_000 } : {};
  objects.iterators.set(name, executor.map(program.body(text(body)), columns, options));
}

function iterate({ objects }: ScenarioProgram, name: string, kind: "next" | "drain"): unknown {
  const iterator = objects.iterators.get(name);
  if (iterator === undefined) throw new BadScenario(`${name} is no iterator of this thread`);
  const all: unknown[] = [];
  for (let next = iterator.next(); ; next = iterator.next()) {
    if (kind === "next") return next.done === true ? "<end>" : next.value;
    if (next.done === true) return all;
    all.push(next.value);
  }
}

function waitFutures(program: ScenarioProgram, frame: Frame, written: unknown, given: Named): Json {
  const names = list(written).map((each) => nameOf(frame, each));
  const futures = names.map((name) => program.objects.the<library.Future>(name, library.Future));
  const { timeout, return_when } = given;
  const { done: ended } = library.wait(futures, {
    timeout: typeof timeout === "number" ? timeout / 1_000 : null,
    ...(isReturnWhen(return_when) ? { returnWhen: return_when } : {}),
  });
  const among = (isIn: boolean) =>
    names.filter((_, index) => {
      const future = futures[index];
      return future !== undefined && ended.has(future) === isIn;
    });
  return { done: among(true), not_done: among(false) };
}

function isReturnWhen(value: unknown): value is library.ReturnWhen {
  return typeof value === "string";
}

function add(program: ScenarioProgram, frame: Frame, [cell, amount, pause, into]: readonly unknown[]): void {
  const target = program.objects.the<library.SharedCell>(nameOf(frame, cell), library.SharedCell);
  const more = number(evaluate(frame, amount));
  const read = number(target.value);
  if (pause !== undefined && pause !== null) library.sleep(number(pause) / 1_000);
  target.value = read + more;
  if (typeof into === "string" && isTrue(into)) frame.local.set(into, read + more);
}
