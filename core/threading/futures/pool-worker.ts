/**
 * What a pool's worker thread runs (`_worker` in Lib/concurrent/futures/thread.py, 3.11), and how pools end with their
 * program (`_python_exit` there).
 */
import { defineInternalBody } from "../bodies.ts";
import { callBody } from "../call-body.ts";
import { currentContext, type ThreadContext } from "../context.ts";
import { BrokenThreadPool } from "../exceptions.ts";
import { Header } from "../layout.ts";
import { inMonitor } from "../monitor.ts";
import { Thread } from "../thread.ts";
import { Future } from "./future.ts";
import { takeCall } from "./future-call.ts";
import { becomeIdle, PoolCell, putWork, takeAll, takeWork, WorkerNode } from "./pool-cell.ts";

export const poolWorkerBody = "$pool worker";

/** What a broken pool says. */
export const brokenText = "A thread initializer failed, the thread pool is not usable anymore";

defineInternalBody(poolWorkerBody, (pool) => work(currentContext(), Number(pool)));

function work(context: ThreadContext, pool: number): void {
  const { memory } = context;
  if (!initialize(context, pool)) return;
  for (;;) {
    const item = takeWork(context, pool);
    if (item !== null) {
      run(context, item);
      becomeIdle(context, pool);
      continue;
    }
    if (memory.load(pool + PoolCell.shutdown) === 0 && memory.load(Header.shutdown) === 0) continue;
    memory.store(pool + PoolCell.shutdown, 1);
    putWork(context, pool, null);
    return;
  }
}

function initialize(context: ThreadContext, pool: number): boolean {
  const { memory } = context;
  const name = memory.readText(memory.load(pool + PoolCell.initializer));
  if (name === "") return true;
  try {
    callBody(name, memory.readText(memory.load(pool + PoolCell.initargs)));
    return true;
  } catch {
    inMonitor(context, pool + PoolCell.shutdownLock, () => {
      memory.store(pool + PoolCell.broken, 1);
      for (const future of drainWork(context, pool)) future.setException(new BrokenThreadPool(brokenText));
    });
    return false;
  }
}

function run(context: ThreadContext, cell: number): void {
  const future = Future.at(cell);
  const call = takeCall(context, cell);
  if (!future.setRunningOrNotifyCancel()) return;
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    future.setException(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  try {
    future.setResult(result);
  } catch (error) {
    // What can't cross to another thread is no result: who asks is told so.
    future.setException(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Takes all work out that is there, and gives its futures. */
export function drainWork(context: ThreadContext, pool: number): readonly Future[] {
  return takeAll(context, pool).map((cell) => {
    takeCall(context, cell);
    return Future.at(cell);
  });
}

/** Blocks until the pool's workers have ended. */
export function joinWorkers({ memory }: ThreadContext, pool: number): void {
  for (const node of [...memory.list(pool + PoolCell.firstWorker)].reverse()) {
    Thread.at(memory.load(node + WorkerNode.thread)).join();
  }
}

/** The program ends: no pool takes more work, each finishes what it has. */
export function shutdownPools(context: ThreadContext): void {
  const { memory } = context;
  memory.store(Header.shutdown, 1);
  const pools = [...memory.list(Header.firstPool)].reverse();
  for (const pool of pools) {
    inMonitor(context, pool + PoolCell.shutdownLock, () => putWork(context, pool, null));
  }
  for (const pool of pools) joinWorkers(context, pool);
}
