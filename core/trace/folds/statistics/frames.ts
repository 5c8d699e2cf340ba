/**
 * Frames of the spinner, and how late each came: from the moment at which its lane's last sleep should have ended to
 * the write of the frame. The first frame has no sleep before it, so it counts but has no lateness.
 */
import { isLaneId } from "../../ids.ts";
import { Code, codeOf, onStderr, type Runtime, whys } from "../../kinds.ts";
import type { TraceTable } from "../../table.ts";
import { Samples } from "./samples.ts";

const sleep = codeOf(whys, "sleep");

/** Whether a write is a frame: one of the spinner's four characters, a space, and the message. */
export function isFrame(text: string): boolean {
  return /^[|/\-\\] ./.test(text);
}

export class FrameFold {
  /** µs from due to written. */
  readonly lateness = new Samples();
  readonly #counts = new Map<number, number>();
  readonly #due = new Map<number, number>();

  /** Frames that one way of running wrote. */
  count(table: TraceTable, runtime: Runtime): number {
    let count = 0;
    for (const [lane, own] of this.#counts) {
      if (isLaneId(lane) && table.lanes.get(lane)?.runtime === runtime) count += own;
    }
    return count;
  }

  row(table: TraceTable, row: number): void {
    const kind = table.kind(row);
    const lane = table.lane(row);
    if (kind === Code.wait) {
      const ms = table.n(row);
      if (table.code(row) === sleep && !Number.isNaN(ms)) this.#due.set(lane, table.t(row) + ms * 1_000);
    } else if (kind === Code.output && table.code(row) !== onStderr && isFrame(table.text(row))) {
      this.#counts.set(lane, (this.#counts.get(lane) ?? 0) + 1);
      const due = this.#due.get(lane);
      if (due !== undefined) this.lateness.add(lane, table.t(row) - due);
      this.#due.delete(lane);
    }
  }
}
