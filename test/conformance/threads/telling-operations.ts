/**
 * Operations that give a result.
 */
import * as library from "../../../core/threading/index.ts";
import { list, number, text } from "../json.ts";
import type { Named, ScenarioProgram } from "./scenario-program.ts";
import { compare, type Frame, nameOf } from "./scenario-values.ts";

/** A result; a box, since it can be anything. */
export interface Result {
  readonly value: unknown;
}

/** Milliseconds as seconds; null for none. */
export function secondsOf(ms: unknown): number | null {
  return typeof ms === "number" ? ms / 1_000 : null;
}

/** A thread's state, or a future's. */
export function stateOf(target: library.Thread | library.Future): string {
  if (target instanceof library.Thread) return /, (initial|started|stopped)[^,]*>$/.exec(String(target))?.[1] ?? "?";
  if (target.running()) return "running";
  return target.cancelled() ? "cancelled" : target.done() ? "finished" : "pending";
}

/** Does one; undefined when there is none of that kind. */
export function resultOf(
  program: ScenarioProgram,
  kind: string,
  target: unknown,
  given: Named,
  frame: Frame,
): Result | undefined {
  if (target instanceof library.Thread) return ofThread(kind, target);
  if (target instanceof library.Queue) return ofQueue(kind, target, given);
  if (target instanceof library.Future) return ofFuture(kind, target, given);
  if (target instanceof library.SharedCell && kind === "load") return { value: target.value };
  if (target instanceof library.Condition && kind === "wait_for") {
    const [cell, comparison, wanted] = list(given["pred"]);
    const watched = program.objects.the<library.SharedCell>(nameOf(frame, cell), library.SharedCell);
    const predicate = () => compare(text(comparison), watched.value, wanted);
    return { value: target.waitFor(predicate, secondsOf(given["timeout"])) };
  }
  return ofLock(kind, target, given);
}

function ofThread(kind: string, target: library.Thread): Result | undefined {
  switch (kind) {
    case "is_alive":
      return { value: target.isAlive() };
    case "name":
      return { value: target.name };
    case "daemon":
      return { value: target.daemon };
    case "ident":
      return { value: target.ident === null ? null : "IDENT" };
    case "repr":
      return { value: String(target).replace(/ \d+\)>$/, " IDENT)>") };
    case "state":
      return { value: stateOf(target) };
    default:
      return undefined;
  }
}

function ofLock(kind: string, target: unknown, { blocking, timeout }: Named): Result | undefined {
  const blocks = blocking !== false;
  if (kind === "acquire") {
    if (target instanceof library.Semaphore) return { value: target.acquire(blocks, secondsOf(timeout)) };
    if (target instanceof library.Lock || target instanceof library.RLock || target instanceof library.Condition) {
      const seconds = timeout === undefined || timeout === -1 ? -1 : number(timeout) / 1_000;
      return { value: target.acquire(blocks, seconds) };
    }
  }
  if (kind === "locked" && target instanceof library.Lock) return { value: target.locked() };
  if (target instanceof library.Event || target instanceof library.Condition) {
    if (kind === "wait") return { value: target.wait(secondsOf(timeout)) };
  }
  if (target instanceof library.Event && kind === "is_set") return { value: target.isSet() };
  return target instanceof library.Barrier ? ofBarrier(kind, target, timeout) : undefined;
}

function ofBarrier(kind: string, target: library.Barrier, timeout: unknown): Result | undefined {
  switch (kind) {
    case "wait":
      return { value: target.wait(secondsOf(timeout)) };
    case "broken":
      return { value: target.broken };
    case "n_waiting":
      return { value: target.nWaiting };
    case "parties":
      return { value: target.parties };
    default:
      return undefined;
  }
}

function ofQueue(kind: string, target: library.Queue, { block, timeout }: Named): Result | undefined {
  switch (kind) {
    case "get":
      return { value: target.get(block !== false, secondsOf(timeout)) };
    case "get_nowait":
      return { value: target.getNowait() };
    case "qsize":
      return { value: target.qsize() };
    case "empty":
      return { value: target.empty() };
    case "full":
      return { value: target.full() };
    default:
      return undefined;
  }
}

function ofFuture(kind: string, target: library.Future, { timeout }: Named): Result | undefined {
  switch (kind) {
    case "result":
      return { value: target.result(secondsOf(timeout)) };
    case "exception":
      return { value: target.exception(secondsOf(timeout)) };
    case "cancel":
      return { value: target.cancel() };
    case "done":
      return { value: target.done() };
    case "running":
      return { value: target.running() };
    case "cancelled":
      return { value: target.cancelled() };
    case "state":
      return { value: stateOf(target) };
    case "set_running":
      return { value: target.setRunningOrNotifyCancel() };
    default:
      return undefined;
  }
}
