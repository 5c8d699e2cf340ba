/**
 * Programs that the tests run on real threads: an event loop in MainThread, pools and other threads beside it.
 */
import {
  sleep as asyncSleep,
  coroutine,
  createTask,
  ensureFuture,
  gather,
  getRunningLoop,
  toThread,
  wrapFuture,
} from "../../../core/asyncio/index.ts";
import { getLoopHandle, run, runCoroutineThreadsafe } from "../../../core/bridges/index.ts";
import { Barrier, Event, Queue, Thread, ThreadPoolExecutor } from "../../../core/threading/index.ts";
import type { Json } from "../../../core/trace/event.ts";
import * as bodies from "./bridge-bodies.ts";
import { thrown } from "./thrown.ts";

const pooled = coroutine(function* pooled(pool: ThreadPoolExecutor) {
  const future = pool.submit(bodies.slowly, 42, 0.05);
  const directly = thrown(() => ensureFuture(future));
  const value = yield* wrapFuture(future);
  const again = yield* wrapFuture(future);
  let raised = "";
  try {
    yield* wrapFuture(pool.submit(bodies.fail, "boom"));
  } catch (error) {
    raised = String(error);
  }
  const busy = pool.submit(bodies.slowly, 1, 0.2);
  const queued = pool.submit(bodies.slowly, 2, 0);
  const waiting = wrapFuture(queued);
  yield* asyncSleep(0.02);
  waiting.cancel();
  yield* asyncSleep(0.02);
  const cancelled = [waiting.cancelled(), queued.cancelled()];
  return { directly, value, again, raised, cancelled, busy: yield* wrapFuture(busy) };
});

/** Says so once its loop, which is not blocked, has turned a few times. */
const ticking = coroutine(function* ticking(turned: Event) {
  for (let turn = 0; turn < 3; turn++) yield* asyncSleep(0.005);
  turned.set();
});

const inThreads = coroutine(function* inThreads() {
  const [both, turned] = [new Barrier(2), new Event()];
  createTask(ticking(turned));
  const names = yield* gather([toThread(bodies.whoAmI, both, turned), toThread(bodies.whoAmI, both, turned)]);
  return { names: [...names].sort(), ticked: turned.isSet() };
});

const served = coroutine(function* served() {
  const answers = new Queue<unknown>();
  new Thread({ target: bodies.askLoop, args: [getLoopHandle(), answers] }).start();
  const all: unknown[] = [];
  for (;;) {
    while (answers.empty()) yield* asyncSleep(0.005);
    const answer = answers.get();
    if (answer === "over") return all.map(String);
    all.push(answer);
  }
});

const careless = coroutine(function* careless() {
  getRunningLoop().callSoon(bodies.fail, "in a callback");
  createTask(bodies.failing("in a task"));
  bodies.soon(1, 1);
  yield* asyncSleep(0.01);
});

const nested = coroutine(function* nested() {
  const inner = bodies.soon(1, 1);
  const within = thrown(() => run(inner));
  inner.close();
  yield* asyncSleep(0);
  return [within, thrown(() => Reflect.apply(run, undefined, [5]))];
});

const handsOut = coroutine(function* handsOut() {
  yield* asyncSleep(0);
  return getLoopHandle();
});

const servedCancel = coroutine(function* servedCancel() {
  const answers = new Queue<Json>();
  new Thread({ target: bodies.waitForCancelled, args: [getLoopHandle(), answers] }).start();
  while (answers.empty()) yield* asyncSleep(0.005);
  return answers.get();
});

const mains = {
  "awaits a pool": () => {
    const pool = new ThreadPoolExecutor({ maxWorkers: 1 });
    const result = run(pooled(pool));
    pool.shutdown();
    return result;
  },
  "calls in threads": () => run(inThreads()),
  "serves a thread": () => run(served()),
  "warns of what it left": () => {
    run(careless());
    return null;
  },
  "runs a loop within a loop": () => run(nested()),
  "asks a closed loop": () => {
    const handle = run(handsOut());
    return thrown(() => runCoroutineThreadsafe(handle, bodies.soon, 1, 0));
  },
  "waits for the cancelled": () => run(servedCancel()),
  "has nobody to wait for": () => run(bodies.soon(7, 0.2)),
} satisfies Readonly<Record<string, () => Json>>;

export const bridgePrograms = Object.fromEntries(
  Object.entries<() => Json>(mains).map(([name, main]) => [name, { module: bodies, main }]),
);
