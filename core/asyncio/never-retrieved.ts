/**
 * Finds errors that nobody asked a future for, and reports them: when the future is collected, at the latest when its
 * loop closes. Mirrors `Future.__del__` of `Lib/asyncio/futures.py`; where threads have a loop each, their realm ends with
 * it, and never comes to finalizers before.
 *
 * Nearly every failed future is asked within two turns by whoever awaits it. Only what was not by then is given to the
 * garbage collector to watch, which costs many times as much.
 */
import { type FutureView, futureRepr } from "./future-repr.ts";
import type { ExceptionContext } from "./handles.ts";

interface Reporter {
  callExceptionHandler(context: ExceptionContext): void;
}

export interface FailureView {
  readonly className: string;
  readonly view: FutureView;
}

interface Failed {
  readonly loop: Reporter;
  failureView(): FailureView;
}

/** What is left of a future that is gone: it still prints itself. */
class CollectedFuture implements FailureView {
  readonly className: string;
  readonly view: FutureView;

  constructor({ className, view }: FailureView) {
    this.className = className;
    this.view = view;
  }

  toString(): string {
    return futureRepr(this.className, this.view);
  }
}

/** Invariant: nothing of it leads to the future itself, which could then never be collected. */
interface Report {
  readonly loop: Reporter;
  readonly future: CollectedFuture;
}

/** What failed in this turn, and in the one before: some task is to wake up and ask. */
let fresh = new Set<Failed>();
let older = new Set<Failed>();

const open = new Set<Report>();
const reports = new WeakMap<Failed, Report>();
const collected = new FinalizationRegistry<Report>((report) => {
  if (open.delete(report)) tell(report);
});

/** A future has failed, and who waits for it will look at its exception in a turn that is to come. */
export function expectRetrieval(future: Failed): void {
  fresh.add(future);
}

/** The end of a turn: who has not looked by now may never. */
export function sweepUnretrieved(): void {
  if (older.size > 0) for (const future of older) watchUnretrieved(future);
  else if (fresh.size === 0) return;
  older.clear();
  [fresh, older] = [older, fresh];
}

/** A future has failed, its callbacks are told, and nobody has looked at its exception yet. */
export function watchUnretrieved(future: Failed): void {
  const gone = new CollectedFuture(future.failureView());
  dropFrames(gone.view.value);
  const report: Report = { loop: future.loop, future: gone };
  open.add(report);
  reports.set(future, report);
  collected.register(future, report, report);
}

/** Somebody has looked. */
export function forgetUnretrieved(future: Failed): void {
  if (fresh.delete(future) || older.delete(future)) return;
  const report = reports.get(future);
  if (report === undefined) return;
  reports.delete(future);
  drop(report);
}

/** Reports what nobody has looked at so far: the loop closes, and nobody will. */
export function reportUnretrieved(loop: Reporter): void {
  for (const future of takeExpected(loop)) watchUnretrieved(future);
  for (const report of open) {
    if (report.loop !== loop) continue;
    drop(report);
    tell(report);
  }
}

/** Nobody is to hear of that loop's errors any more: its run was given up. */
export function dropUnretrieved(loop: Reporter): void {
  takeExpected(loop);
  for (const report of open) if (report.loop === loop) drop(report);
}

function takeExpected(loop: Reporter): readonly Failed[] {
  const taken = [...older, ...fresh].filter((future) => future.loop === loop);
  for (const future of taken) if (!older.delete(future)) fresh.delete(future);
  return taken;
}

function drop(report: Report): void {
  open.delete(report);
  collected.unregister(report);
}

function tell({ loop, future }: Report): void {
  const message = `${future.className} exception was never retrieved`;
  loop.callExceptionHandler({ message, exception: future.view.value, future });
}

/** Errors within errors that are looked into. */
const deepest = 8;

/**
 * V8 keeps a stack that nobody has read as frames, and with them whatever they ran on: of a task that failed, the task.
 * Reading makes a text of them. Errors that an error holds have been in other tasks, which lead on to this one.
 */
function dropFrames(error: unknown, depth = 0): void {
  if (!(error instanceof Error) || depth > deepest) return;
  try {
    void error.stack;
    dropFrames(error.cause, depth + 1);
    const inner: unknown = Reflect.get(error, "errors") ?? Reflect.get(error, "exceptions");
    if (Array.isArray(inner)) for (const each of inner) dropFrames(each, depth + 1);
  } catch {
    // A stack of the program's own making: it holds what the program wants held.
  }
}
