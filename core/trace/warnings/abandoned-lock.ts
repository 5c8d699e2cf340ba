/**
 * Warning: a thread ended while it held a lock, and nobody released it after that.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { LaneId } from "../ids.ts";
import type { End } from "../kinds.ts";
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

/** Ends that are a thread's own, or its worker's death; at the others the whole run ended, and all locks with it. */
const noticeable: ReadonlySet<End> = new Set<End>(["returned", "raised", "killed"]);

export class AbandonedLockWarning implements WarningFold {
  readonly #owners = new Map<LaneId, LaneId>();
  readonly #ends = new Map<LaneId, { readonly how: End; readonly t: number }>();

  event(event: AnyEvent): void {
    if (!isKnown(event)) return;
    if (event.kind === "lock.taken") this.#owners.set(event.lock, event.lane);
    else if (event.kind === "lock.freed") this.#owners.delete(event.lock);
    else if (event.kind === "lane.ended" && noticeable.has(event.how)) {
      this.#ends.set(event.lane, { how: event.how, t: event.t });
    }
  }

  warnings({ lanes }: RecordingHeader): readonly Warning[] {
    const names = new Map(lanes.map(({ id, name }) => [id, name]));
    return [...this.#owners].flatMap(([lock, owner]) => {
      const end = this.#ends.get(owner);
      if (end === undefined) return [];
      const who = names.get(owner) ?? `lane ${owner}`;
      const how = end.how === "killed" ? "was killed" : "ended";
      const what = names.get(lock) ?? `lock ${lock}`;
      return `${who} ${how} at ${(end.t / 1e6).toFixed(3)} s with ${what} in its hands: whoever wants it is stuck. Release it however the thread ends`;
    });
  }
}
