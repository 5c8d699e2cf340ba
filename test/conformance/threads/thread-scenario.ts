/**
 * A scenario as a program of the threading module: each of its bodies is an exported function, so that a thread is named
 * after it. A body is called with the log's root, the strand it runs as, and its arguments.
 */
import type { Body, Program } from "../../../core/threading/bodies.ts";
import { currentContext } from "../../../core/threading/context.ts";
import { setExceptHook, Thread } from "../../../core/threading/index.ts";
import { BadScenario, isObject, type Json, list, number, object, text } from "../json.ts";
import { makeObject } from "./make-object.ts";
import { AppError, describeError, KeyError, OtherError, ZeroDivisionError } from "./scenario-errors.ts";
import { ScenarioObjects } from "./scenario-objects.ts";
import type { Call, Named, ScenarioProgram } from "./scenario-program.ts";
import { runStatements } from "./scenario-statements.ts";
import { encode, evaluate, type Frame } from "./scenario-values.ts";
import { beginLog, logEvent, logNote } from "./shared-log.ts";

const hookName = "$excepthook";
const callbackOf = (body: string) => `${body} as a callback`;

export class ThreadScenario implements ScenarioProgram {
  readonly #bodies: { readonly [name: string]: unknown };
  readonly #scenario: { readonly [key: string]: unknown };
  readonly #functions = new Map<string, Body>();
  #root = 0;
  #objects: ScenarioObjects | undefined;
  /** The strand that this thread runs as. */
  #strand: string | undefined;

  constructor(scenario: unknown) {
    this.#scenario = object(scenario);
    if (this.#scenario["version"] !== 1) throw new BadScenario("unknown scenario version");
    this.#bodies = object(this.#scenario["bodies"]);
    for (const name of Object.keys(this.#bodies)) {
      this.#functions.set(name, (...call) => this.#enter(name, call));
      this.#functions.set(callbackOf(name), (_future, ...call) => this.#enter(name, call));
    }
    this.#functions.set(hookName, (args) => this.#uncaught(object(args)));
  }

  /** For the threading module. MainThread's argument holds the log's root. */
  get program(): Program {
    const module = { AppError, KeyError, OtherError, ZeroDivisionError, ...Object.fromEntries(this.#functions) };
    return { id: text(this.#scenario["name"]), module, main: (given) => this.#main(object(given)) };
  }

  get objects(): ScenarioObjects {
    if (this.#objects === undefined) throw new BadScenario("no strand has begun in this thread");
    return this.#objects;
  }

  /** The exported function of a body. @throws BadScenario */
  body(name: string): Body {
    const found = this.#functions.get(name);
    if (found !== undefined) return found;
    throw new BadScenario(`no body is called ${name}`);
  }

  /** The exported function that runs a body as a callback. @throws BadScenario */
  callback(name: string): Body {
    return this.body(callbackOf(name));
  }

  /** The arguments with which a body runs as a strand. */
  call(strand: string, args: Named): Call {
    return [this.#root, strand, args];
  }

  emit(strand: string, ...event: readonly Json[]): void {
    logEvent(currentContext(), this.#root, strand, event);
  }

  note(bag: string, value: Json): void {
    logNote(currentContext(), this.#root, bag, value);
  }

  /** Runs a body inline. */
  inline(strand: string, body: string, args: Named): unknown {
    const frame: Frame = { strand, local: new Map(Object.entries(args)), error: undefined };
    const status = runStatements(this, frame, list(this.#bodies[body]));
    return status?.kind === "return" ? status.value : null;
  }

  #main(given: Named): Json {
    this.#attach(number(given["root"]));
    beginLog(currentContext(), this.#root);
    setExceptHook(this.body(hookName));
    for (const [name, spec] of Object.entries(object(this.#scenario["objects"] ?? {}))) {
      const frame: Frame = { strand: "main", local: new Map(), error: undefined };
      const [kind, ...rest] = list(spec);
      const values = rest.map((value) => (isObject(value) ? value : evaluate(frame, value)));
      this.objects.bind(name, makeObject(this, name, [kind, ...values]));
    }
    return encode(this.#run("main", "main", {}));
  }

  #enter(body: string, [root, strand, args]: readonly unknown[]): unknown {
    this.#attach(number(root));
    return this.#run(text(strand), body, object(args));
  }

  #attach(root: number): void {
    this.#root = root;
    this.#objects ??= new ScenarioObjects(root);
  }

  #run(strand: string, body: string, args: Named): unknown {
    const before = this.#strand;
    this.#strand = strand;
    this.emit(strand, "start");
    try {
      const value = this.inline(strand, body, args);
      this.emit(strand, "end", { returned: encode(value) });
      return value;
    } catch (error) {
      this.emit(strand, "end", { raised: describeError(error) });
      throw error;
    } finally {
      this.#strand = before ?? strand;
    }
  }

  #uncaught({ excValue, thread }: Named): void {
    const name = thread instanceof Thread ? thread.name : "?";
    this.emit(this.#strand ?? "?", "excepthook", name, describeError(excValue));
  }
}
