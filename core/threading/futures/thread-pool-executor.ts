/**
 * Python's `ThreadPoolExecutor` (Lib/concurrent/futures/thread.py, 3.11): calls run in worker threads of the pool's own.
 * Invariants: an idle worker is used before a new one is made; work begins in the order in which it was submitted; what
 * a call throws goes into its future, and its worker goes on.
 */
import { encodeArguments } from "../arguments.ts";
import { nameOfBody } from "../bodies.ts";
import { currentContext } from "../context.ts";
import { BrokenThreadPool, RuntimeError, ValueError } from "../exceptions.ts";
import { handleAt, register } from "../handles.ts";
import { Header } from "../layout.ts";
import { inMonitor } from "../monitor.ts";
import { newThread } from "../new-thread.ts";
import { Attach, SharedObject } from "../shared-object.ts";
import type { ContextManager } from "../sync-with.ts";
import { Thread } from "../thread.ts";
import { Future } from "./future.ts";
import { putCall } from "./future-call.ts";
import { PoolCell, putWork, takeIdle, WorkerNode } from "./pool-cell.ts";
import { brokenText, drainWork, joinWorkers, poolWorkerBody } from "./pool-worker.ts";

/** CPython takes the machine's processors and 4 more, 32 at most; a program here can't ask how many there are. */
const defaultWorkers = 8;

export interface ThreadPoolExecutorOptions {
  readonly maxWorkers?: number;
  /** Left out or empty: `ThreadPoolExecutor-N`. */
  readonly threadNamePrefix?: string;
  /** Called in each worker before its first work: a function that the program's module exports. */
  readonly initializer?: (...args: never[]) => unknown;
  readonly initargs?: readonly unknown[];
}

/** The iterables that `map` takes its arguments from. */
type Iterables<Args extends readonly unknown[]> = { readonly [Index in keyof Args]: Iterable<Args[Index]> };

export class ThreadPoolExecutor extends SharedObject implements ContextManager<ThreadPoolExecutor> {
  override readonly kind = "ThreadPoolExecutor";

  /** @throws ValueError for fewer than one worker. TypeError for an initializer that can't cross to another thread. */
  constructor(options: ThreadPoolExecutorOptions | Attach = {}) {
    super(options instanceof Attach ? options.address : createPool(options));
    register(this);
  }

  /** The pool at an address that another thread handed over. */
  static at(address: number): ThreadPoolExecutor {
    return handleAt(ThreadPoolExecutor, address);
  }

  /**
   * Has `target(...args)` called in a worker: a function that the program's module exports.
   * @throws RuntimeError once the pool or the program is shut down. BrokenThreadPool when an initializer failed.
   * TypeError for what can't cross to another thread.
   */
  submit<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    ...args: NoInfer<Args>
  ): Future<Result> {
    const context = currentContext();
    const { memory } = context;
    const pool = SharedObject.addressOf(this);
    return inMonitor(context, pool + PoolCell.shutdownLock, () => {
      if (memory.load(pool + PoolCell.broken) === 1) throw new BrokenThreadPool(brokenText);
      if (memory.load(pool + PoolCell.shutdown) === 1) {
        throw new RuntimeError("cannot schedule new futures after shutdown");
      }
      if (memory.load(Header.shutdown) === 1) {
        throw new RuntimeError("cannot schedule new futures after interpreter shutdown");
      }
      const future = new Future<Result>();
      const cell = SharedObject.addressOf(future);
      putCall(context, cell, target, args);
      putWork(context, pool, cell);
      this.#adjustThreadCount();
      return future;
    });
  }

  /**
   * Submits a call for each row of the iterables at once, and gives the results in order. `timeout`: seconds from now to
   * the last result. When one throws, or the time is up, the calls that have not begun are cancelled.
   */
  map<Args extends readonly unknown[], Result>(
    target: (...args: Args) => Result,
    iterables: Iterables<Args>,
    { timeout = null }: { readonly timeout?: number | null } = {},
  ): Generator<Result, void> {
    const { now } = currentContext();
    const deadline = timeout === null ? null : now() + timeout * 1e6;
    const futures = Array.from(rows<Args>(iterables), (args) => this.submit<Args, Result>(target, ...args));
    return results(futures, () => (deadline === null ? null : (deadline - now()) / 1e6));
  }

  /** Takes no more work. Blocks until what it has is done, unless `wait` is false. */
  shutdown({ wait = true, cancelFutures = false }: { wait?: boolean; cancelFutures?: boolean } = {}): void {
    const context = currentContext();
    const pool = SharedObject.addressOf(this);
    inMonitor(context, pool + PoolCell.shutdownLock, () => {
      context.memory.store(pool + PoolCell.shutdown, 1);
      if (cancelFutures) for (const future of drainWork(context, pool)) future.cancel();
      putWork(context, pool, null);
    });
    if (wait) joinWorkers(context, pool);
  }

  enter(): this {
    return this;
  }

  exit(): void {
    this.shutdown();
  }

  #adjustThreadCount(): void {
    const context = currentContext();
    const { memory } = context;
    const pool = SharedObject.addressOf(this);
    if (takeIdle(context, pool)) return;
    const workers = memory.load(pool + PoolCell.workers);
    if (workers >= memory.load(pool + PoolCell.maxWorkers)) return;
    const name = `${memory.readText(memory.load(pool + PoolCell.prefix))}_${workers}`;
    const thread = newThread({ target: poolWorkerBody, args: [pool], name });
    Thread.at(thread).start();
    const node = memory.allocate(WorkerNode.words);
    memory.store(node + WorkerNode.thread, thread);
    memory.push(pool + PoolCell.firstWorker, node);
    memory.store(pool + PoolCell.workers, workers + 1);
  }
}

function createPool({ maxWorkers, threadNamePrefix, initializer, initargs }: ThreadPoolExecutorOptions): number {
  if (maxWorkers !== undefined && maxWorkers <= 0) throw new ValueError("max_workers must be greater than 0");
  const { memory, program } = currentContext();
  const pool = memory.allocate(PoolCell.words);
  const prefix = threadNamePrefix || `ThreadPoolExecutor-${memory.add(Header.pools, 1)}`;
  memory.store(pool + PoolCell.maxWorkers, maxWorkers ?? defaultWorkers);
  memory.store(pool + PoolCell.prefix, memory.writeText(prefix));
  if (initializer !== undefined) {
    memory.store(pool + PoolCell.initializer, memory.writeText(nameOfBody(program, initializer)));
    memory.store(pool + PoolCell.initargs, memory.writeText(encodeArguments(initargs ?? [])));
  }
  memory.push(Header.firstPool, pool);
  return pool;
}

/** As Python's `zip`: as many rows as the shortest has, of which the others are asked for no more than one item further. */
function rows<Args extends readonly unknown[]>(iterables: Iterables<Args>): Iterable<Args>;
function* rows(iterables: readonly Iterable<unknown>[]): Iterable<readonly unknown[]> {
  const columns = iterables.map((iterable) => iterable[Symbol.iterator]());
  while (columns.length > 0) {
    const row: unknown[] = [];
    for (const column of columns) {
      const next = column.next();
      if (next.done === true) return;
      row.push(next.value);
    }
    yield row;
  }
}

function* results<Result>(futures: readonly Future<Result>[], left: () => number | null): Generator<Result, void> {
  const waiting = [...futures];
  try {
    for (let future = waiting.shift(); future !== undefined; future = waiting.shift()) {
      try {
        yield future.result(left());
      } finally {
        future.cancel();
      }
    }
  } finally {
    for (const future of waiting) future.cancel();
  }
}
