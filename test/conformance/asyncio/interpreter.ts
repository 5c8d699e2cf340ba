/**
 * Runs a scenario on core/asyncio with the virtual clock and gives its events. What the words mean is said in
 * test/conformance/oracle/SPEC.md; the same program runs on CPython there.
 */

import type { ExceptionContext } from "../../../core/asyncio/handles.ts";
import { type Coroutine, coroutine, type Future, gather, Task } from "../../../core/asyncio/index.ts";
import { Deadlock, VirtualClock, VirtualEventLoop } from "../../../core/asyncio/virtual-clock.ts";
import { BadScenario, type Json, list, object, optionalList } from "../json.ts";
import type { Program, ScenarioCallback } from "./program.ts";
import { Statements, type Status } from "./statements.ts";
import { describeError, encode, stateOf } from "./values.ts";
import { type Frame, Variables } from "./variables.ts";

type Body = Generator<unknown, Status, unknown>;

export class Interpreter implements Program {
  readonly loop: VirtualEventLoop;
  readonly events: Json[] = [];
  readonly variables = new Variables();
  readonly #callbacks = new Map<string, ScenarioCallback>();
  readonly #coros: { readonly [name: string]: unknown };
  readonly #tasks: Task<unknown>[] = [];
  readonly #statements: Statements;
  #tag: string | null = null;

  constructor(scenario: unknown, loop: VirtualEventLoop = new VirtualEventLoop(new VirtualClock())) {
    const { version, coros } = object(scenario);
    if (version !== 1) throw new BadScenario(`unknown scenario version ${String(version)}`);
    this.#coros = object(coros);
    this.loop = loop;
    this.#statements = new Statements(this);
    this.loop.setTaskFactory((owner, driven, name) => {
      if (this.#tag !== null) this.emit("factory", this.#tag);
      const task = new Task(driven, owner, name);
      this.#tasks.push(task);
      return task;
    });
    this.loop.setExceptionHandler((_, context) => this.#callbackRaised(context));
  }

  /** Runs `main` and then the shutdown. Returns the events, in order. */
  run(): readonly Json[] {
    const main = this.loop.createTask(this.invoke("main", new Map(), "main"));
    this.watch(main, "main");
    this.#until(main);
    const left = this.#tasks.filter((task) => !task.done());
    if (left.length > 0) {
      this.emit("shutdown", left.length);
      for (const task of left) task.cancel();
      this.#until(gather(left, { returnExceptions: true }));
    }
    return [...this.events];
  }

  emit(...event: readonly Json[]): void {
    this.events.push([this.loop.time(), ...event]);
  }

  invoke(name: string, args: ReadonlyMap<string, unknown>, label: string): Coroutine<unknown> {
    return this.#invocation(name, args, label);
  }

  readonly #invocation = coroutine(function* scenario(
    this: Interpreter,
    name: string,
    args: ReadonlyMap<string, unknown>,
    label: string,
  ): Generator<unknown, unknown, unknown> {
    const frame: Frame = { label, locals: new Map(args), handled: undefined };
    this.emit("start", label);
    let status: Status;
    try {
      status = yield* this.#statements.run(frame, list(this.#coros[name]));
    } catch (error) {
      if (error instanceof BadScenario) throw error;
      this.emit("end", label, { raised: describeError(error) });
      throw error;
    }
    const value = status?.kind === "return" ? status.value : null;
    this.emit("end", label, { returned: encode(value) });
    return value;
  });

  announceTasks(tag: string | null): void {
    this.#tag = tag;
  }

  watch(task: Task<unknown>, label: string): void {
    task.addDoneCallback((done) => this.emit("done", label, stateOf(done)));
  }

  callback(tag: string, statements: unknown): ScenarioCallback {
    return (...settled) => {
      this.emit("callback", tag, ...settled.map(stateOf));
      const frame: Frame = { label: tag, locals: new Map(), handled: undefined };
      const body: Body = this.#statements.run(frame, optionalList(statements));
      if (body.next().done !== true) throw new BadScenario(`callback ${tag} tried to await`);
    };
  }

  sharedCallback(tag: string, statements: unknown): ScenarioCallback {
    const shared = this.#callbacks.get(tag) ?? this.callback(tag, statements);
    this.#callbacks.set(tag, shared);
    return shared;
  }

  #callbackRaised({ handle, exception }: ExceptionContext): void {
    if (exception instanceof BadScenario) throw exception;
    if (handle !== undefined) this.emit("loop_exception", describeError(exception));
  }

  #until(future: Future<unknown>): void {
    try {
      this.loop.runUntilComplete(future);
    } catch (error) {
      if (error instanceof BadScenario) throw error;
      if (error instanceof Deadlock) this.emit("deadlock");
    }
  }
}

/** The events of a scenario, run on a loop of its own. */
export function runCoros(scenario: unknown): readonly Json[] {
  return new Interpreter(scenario).run();
}
