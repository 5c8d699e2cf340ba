/**
 * Effect: fibers that interpret effects. A switch is its own `yieldNow`.
 */
import { Deferred, Effect, Fiber } from "effect";
import { amounts, bytesInUse, type Contender, perSecond } from "./rows.ts";

/** A part of the full amounts, which would take it half a minute a row. */
const share = 0.2;

const turning = (turns: number) =>
  Effect.gen(function* () {
    for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow;
  });

const switches = (tasks: number) =>
  Effect.gen(function* () {
    const turns = Math.floor((amounts.switches * share) / tasks);
    const fibers: Fiber.Fiber<void>[] = [];
    for (let at = 0; at < tasks; at++) fibers.push(yield* Effect.forkChild(turning(turns)));
    const begun = performance.now();
    for (const fiber of fibers) yield* Fiber.join(fiber);
    return perSecond(turns * tasks, performance.now() - begun);
  });

const nest = (depth: number, turns: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    if (depth > 1) yield* nest(depth - 1, turns);
    else yield* turning(turns);
  });

const nested = Effect.gen(function* () {
  const begun = performance.now();
  yield* nest(amounts.depth, amounts.nestedSwitches * share);
  return perSecond(amounts.nestedSwitches * share, performance.now() - begun);
});

const one = Effect.gen(function* () {
  return 1;
});

const createFinish = Effect.gen(function* () {
  const fibers: Fiber.Fiber<number>[] = [];
  const begun = performance.now();
  for (let at = 0; at < amounts.created; at++) fibers.push(yield* Effect.forkChild(one));
  for (const fiber of fibers) yield* Fiber.join(fiber);
  return perSecond(amounts.created, performance.now() - begun);
});

const createCancel = Effect.gen(function* () {
  const fibers: Fiber.Fiber<never>[] = [];
  const begun = performance.now();
  for (let at = 0; at < amounts.cancelled; at++) fibers.push(yield* Effect.forkChild(Effect.never));
  yield* Effect.yieldNow;
  yield* Fiber.interruptAll(fibers);
  return perSecond(amounts.cancelled, performance.now() - begun);
});

const roundTrips = Effect.gen(function* () {
  let there = yield* Deferred.make<number>();
  let back = yield* Deferred.make<number>();
  const answering = Effect.gen(function* () {
    for (let trip = 0; trip < amounts.roundTrips; trip++) {
      yield* Deferred.await(there);
      there = yield* Deferred.make<number>();
      yield* Deferred.succeed(back, 1);
    }
  });
  const answers = yield* Effect.forkChild(answering);
  yield* Effect.yieldNow;
  const begun = performance.now();
  for (let trip = 0; trip < amounts.roundTrips; trip++) {
    back = yield* Deferred.make<number>();
    yield* Deferred.succeed(there, 1);
    yield* Deferred.await(back);
  }
  const took = performance.now() - begun;
  yield* Fiber.join(answers);
  return perSecond(amounts.roundTrips, took);
});

const waitingBytes = (effect: Effect.Effect<unknown>) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<unknown>[] = new Array(amounts.waiting);
    const before = bytesInUse();
    for (let at = 0; at < amounts.waiting; at++) fibers[at] = yield* Effect.forkChild(effect);
    yield* Effect.yieldNow;
    const bytes = (bytesInUse() - before) / amounts.waiting;
    yield* Fiber.interruptAll(fibers);
    return bytes;
  });

export const effect: Contender = {
  "switches, 1 task": () => Effect.runPromise(switches(1)),
  "switches, 100 tasks": () => Effect.runPromise(switches(100)),
  "switches, 10000 tasks": () => Effect.runPromise(switches(10_000)),
  "nested 10 deep": () => Effect.runPromise(nested),
  "create+finish": () => Effect.runPromise(createFinish),
  "create+cancel": () => Effect.runPromise(createCancel),
  "await round trips": () => Effect.runPromise(roundTrips),
  "bytes a task waiting on a future": () => Effect.runPromise(waitingBytes(Effect.never)),
  "bytes a sleeping task": () => Effect.runPromise(waitingBytes(Effect.sleep("100 seconds"))),
};
