import {
  coroutine,
  createTask,
  ensureFuture,
  type Future,
  getEventLoop,
  InvalidStateError,
  isFuture,
  sleep,
  wait,
} from "spinscope/asyncio";
import { print } from "spinscope/programs";

export const slowFunction = coroutine(function* slowFunction(value: number, job: number) {
  yield* sleep(job);
  return value;
});

export function report(future: Future<number>) {
  print("the callback asks for result():", future.result());
}

export function promised(value: number, job: number) {
  const loop = getEventLoop();
  const future = loop.createFuture<number>();
  loop.callLater(job, () => future.setResult(value));
  return future;
}

export const supervisor = coroutine(function* supervisor(job: number, limit: number) {
  const future = createTask(slowFunction(42, job));
  print("a task is a future:", isFuture(future));
  future.addDoneCallback(report);
  try {
    future.result();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    print("result() while pending, at once: InvalidStateError");
  }
  yield* wait([future], { timeout: limit });
  print("wait(timeout) gave up, done:", future.done());
  const value = yield* future;
  print("yield* gives:", value);
  print("yield* a coroutine:", yield* slowFunction(42, limit));
  print("yield* a plain function's future:", yield* promised(42, limit));
  print("ensureFuture leaves a future as it is:", ensureFuture(future) === future);
  return value;
});

export async function main(job: number, limit: number) {
  const loop = getEventLoop();
  const result = await loop.runUntilComplete(supervisor(job, limit));
  print("Answer:", result);
  return result;
}
