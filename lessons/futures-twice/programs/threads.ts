import { coroutine, ensureFuture, wrapFuture } from "spinscope/asyncio";
import { run } from "spinscope/bridges";
import { print } from "spinscope/programs";
import { type Future, sleep, ThreadPoolExecutor, TimeoutError } from "spinscope/threading";

export function slowFunction(value: number, job: number) {
  sleep(job);
  return value;
}

export function report(future: Future<number>) {
  print("the callback asks for result():", future.result());
}

export const bridge = coroutine(function* bridge(future: Future<number>) {
  try {
    ensureFuture(future);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    print("awaited as it is: TypeError");
  }
  return yield* wrapFuture(future);
});

export function supervisor(job: number, limit: number) {
  const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
  const future = pool.submit(slowFunction, 42, job);
  const queued = pool.submit(slowFunction, 7, job);
  future.addDoneCallback(report);
  print("not begun, cancelled:", queued.cancel());
  try {
    future.result(limit);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print("result(timeout) blocked, and gave up: TimeoutError");
  }
  print("begun, cancelled:", future.cancel());
  const value = future.result();
  print("result() blocked, and gives:", value);
  print("wrapped and awaited:", run(bridge(pool.submit(slowFunction, 42, limit))));
  pool.shutdown();
  return value;
}

export function main(job: number, limit: number) {
  const result = supervisor(job, limit);
  print("Answer:", result);
  return result;
}
