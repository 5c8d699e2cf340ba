/**
 * Operations that give no result.
 */
import * as library from "../../../core/threading/index.ts";
import { BadScenario, number, text } from "../json.ts";
import { makeError } from "./scenario-errors.ts";
import { argumentsOf, compare, evaluate, type Frame } from "./scenario-values.ts";
import { secondsOf, stateOf } from "./telling-operations.ts";

/** Does one. False when it is none of them. */
export function done(frame: Frame, kind: string, target: unknown, operands: readonly unknown[]): boolean {
  const [, second, third] = operands;
  switch (kind) {
    case "until":
      while (!compare(text(second), probe(target), evaluate(frame, third))) library.sleep(0.001);
      return true;
    case "store":
      if (!(target instanceof library.SharedCell)) return false;
      target.value = evaluate(frame, second);
      return true;
    case "local_set":
      if (target instanceof library.Local) target.set(text(second), evaluate(frame, third));
      return true;
    case "local_del":
      if (target instanceof library.Local) target.delete(text(second));
      return true;
    default: {
      const given = argumentsOf(frame, second);
      return (
        onThread(kind, target, given) ||
        onLock(kind, target, given) ||
        onQueue(kind, target, given) ||
        onFuture(kind, target, given)
      );
    }
  }
}

type Given = { readonly [name: string]: unknown };

function onThread(kind: string, target: unknown, given: Given): boolean {
  if (!(target instanceof library.Thread)) return false;
  switch (kind) {
    case "start":
      target.start();
      return true;
    case "join":
      target.join(secondsOf(given["timeout"]));
      return true;
    case "set_name":
      target.name = text(given["name"]);
      return true;
    case "set_daemon":
      target.daemon = given["value"] === true;
      return true;
    case "cancel_timer":
      if (target instanceof library.Timer) target.cancel();
      return true;
    default:
      return false;
  }
}

function onLock(kind: string, target: unknown, given: Given): boolean {
  const count = given["n"] === undefined ? 1 : number(given["n"]);
  if (target instanceof library.Semaphore && kind === "release") target.release(count);
  else if (target instanceof library.Lock && kind === "release") target.release();
  else if (target instanceof library.RLock && kind === "release") target.release();
  else if (target instanceof library.Condition && kind === "release") target.release();
  else if (target instanceof library.Condition && kind === "notify") target.notify(count);
  else if (target instanceof library.Condition && kind === "notify_all") target.notifyAll();
  else if (target instanceof library.Event && kind === "set") target.set();
  else if (target instanceof library.Event && kind === "clear") target.clear();
  else if (target instanceof library.Barrier && kind === "abort") target.abort();
  else if (target instanceof library.Barrier && kind === "reset") target.reset();
  else return false;
  return true;
}

function onQueue(kind: string, target: unknown, { item, block, timeout }: Given): boolean {
  if (!(target instanceof library.Queue)) return false;
  if (kind === "put") target.put(item, block !== false, secondsOf(timeout));
  else if (kind === "put_nowait") target.putNowait(item);
  else if (kind === "task_done") target.taskDone();
  else if (kind === "join") target.join();
  else return false;
  return true;
}

function onFuture(kind: string, target: unknown, given: Given): boolean {
  if (target instanceof library.ThreadPoolExecutor && kind === "shutdown") {
    target.shutdown({ wait: given["wait"] !== false, cancelFutures: given["cancel_futures"] === true });
    return true;
  }
  if (!(target instanceof library.Future)) return false;
  if (kind === "set_result") target.setResult(given["value"]);
  else if (kind === "set_exception") target.setException(makeError(text(given["type"]), text(given["msg"])));
  else return false;
  return true;
}

/** What `until` looks at. */
function probe(target: unknown): unknown {
  if (target instanceof library.SharedCell) return target.value;
  if (target instanceof library.Barrier) return target.nWaiting;
  if (target instanceof library.Queue) return target.qsize();
  if (target instanceof library.Future || target instanceof library.Thread) return stateOf(target);
  throw new BadScenario("until can't look at that");
}
