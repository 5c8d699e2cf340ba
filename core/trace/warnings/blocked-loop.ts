/**
 * Warning: a task held its loop's thread for so long that nothing else of the loop could run.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { LaneId } from "../ids.ts";
import type { RecordingHeader } from "../recording.ts";
import type { Warning, WarningFold } from "./warning.ts";

/** µs: about three frames of a display. */
const noticeable = 50_000;
/** So many are told one by one, the longest: nobody reads more. */
const mostTold = 100;

export class BlockedLoopWarning implements WarningFold {
  readonly #since = new Map<LaneId, number>();
  readonly #longest = new Map<LaneId, { readonly from: number; readonly length: number }>();

  event(event: AnyEvent): void {
    if (!isKnown(event)) return;
    if (event.kind === "wait" || event.kind === "run" || event.kind === "ready" || event.kind === "lane.ended") {
      this.#unblock(event.lane, event.t);
    }
    if (event.kind === "wait" && event.why === "block") this.#since.set(event.lane, event.t);
  }

  warnings({ lanes }: RecordingHeader): readonly Warning[] {
    const names = new Map(lanes.map(({ id, name }) => [id, name]));
    const blocks = [...this.#longest];
    const told =
      blocks.length > mostTold ? blocks.sort((a, b) => b[1].length - a[1].length).slice(0, mostTold) : blocks;
    const words = told.map(([lane, { from, length }]) => {
      const name = names.get(lane) ?? `lane ${lane}`;
      return `${name} blocked its loop for ${(length / 1_000).toFixed(1)} ms, from ${(from / 1e6).toFixed(3)} s on: await instead`;
    });
    const left = this.#longest.size - told.length;
    return left === 0 ? words : [...words, `${left} more tasks blocked their loops for less: await instead`];
  }

  #unblock(lane: LaneId, t: number): void {
    const from = this.#since.get(lane);
    if (from === undefined) return;
    this.#since.delete(lane);
    const length = t - from;
    if (length >= Math.max(noticeable, this.#longest.get(lane)?.length ?? 0)) this.#longest.set(lane, { from, length });
  }
}
