/**
 * What the scenario language can wait for.
 */
import {
  type Awaitable,
  Barrier,
  Condition,
  Event,
  Future,
  gather,
  isCoroutine,
  Queue,
  type ReturnWhen,
  shield,
  sleep,
  wait,
  waitFor,
} from "../../../core/asyncio/index.ts";
import { BadScenario, type Json, list, number, numberOrNull, text } from "../json.ts";
import type { Program } from "./program.ts";
import type { Frame } from "./variables.ts";

const modes: ReadonlySet<unknown> = new Set<ReturnWhen>(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]);

function isMode(value: unknown): value is ReturnWhen {
  return modes.has(value);
}

/** Builds one awaitable; those inside it first, from left to right. */
export function makeAwaitable(program: Program, frame: Frame, written: unknown): Awaitable<unknown> {
  const { variables } = program;
  if (typeof written === "string") return held(variables.get(frame, written), written);
  const [kind, first, second, third] = list(written);
  const inner = (each: unknown) => makeAwaitable(program, frame, each);
  switch (kind) {
    case "call": {
      const name = text(first);
      return program.invoke(name, variables.args(frame, second), third === undefined ? name : text(third));
    }
    case "sleep":
      return sleep(number(variables.value(frame, first)), variables.value(frame, second));
    case "shield":
      return shield(inner(first));
    case "gather":
      return gather(list(first).map(inner), { returnExceptions: Boolean(second) });
    case "wait_for":
      return waitFor(inner(first), numberOrNull(variables.value(frame, second)));
    case "wait":
      return indexed(
        list(first).map((each) => variables.the<Future<unknown>>(frame, each, Future)),
        second ?? "ALL_COMPLETED",
        numberOrNull(third),
      );
    case "acquire":
      return variables.theLock(frame, first).acquire();
    case "event_wait":
      return variables.the(frame, first, Event).wait();
    case "put":
      return variables.the<Queue<unknown>>(frame, first, Queue).put(variables.value(frame, second));
    case "get":
      return variables.the<Queue<unknown>>(frame, first, Queue).get();
    case "join":
      return variables.the<Queue<unknown>>(frame, first, Queue).join();
    case "cond_wait":
      return variables.the(frame, first, Condition).wait();
    case "cond_wait_for":
      return variables.the(frame, first, Condition).waitFor(() => variables.get(frame, text(second)));
    case "barrier_wait":
      return variables.the(frame, first, Barrier).wait();
    case "barrier_reset":
      return variables.the(frame, first, Barrier).reset();
    case "barrier_abort":
      return variables.the(frame, first, Barrier).abort();
    default:
      throw new BadScenario(`unknown awaitable ${JSON.stringify(written)}`);
  }
}

/** A future, or a coroutine that `as_completed` gave. */
function held(value: unknown, name: string): Awaitable<unknown> {
  if (value instanceof Future || isCoroutine(value)) return value;
  throw new BadScenario(`variable ${name} can't be awaited`);
}

/** `wait`, with its futures named by their places in the list. */
function* indexed(
  futures: readonly Future<unknown>[],
  mode: unknown,
  timeout: number | null,
): Generator<unknown, Json, unknown> {
  if (!isMode(mode)) throw new BadScenario(`unknown mode of wait: ${JSON.stringify(mode)}`);
  const { done, pending } = yield* wait(futures, { returnWhen: mode, timeout });
  const places = (among: ReadonlySet<Future<unknown>>) =>
    futures.flatMap((future, place) => (among.has(future) ? [place] : []));
  return { done: places(done), pending: places(pending) };
}
