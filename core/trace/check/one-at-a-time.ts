/**
 * Invariants: at most one thread lane of one GIL runs at once while it is on; at most one task of a loop runs at once.
 * Two that meet at one instant, within the clocks' error, do not overlap: ties in the file's order say nothing. A
 * task that blocks holds its loop's thread, so it counts as running. Where events were lost, a `wait` may be among
 * them, so nothing is said.
 */
import { toNanos } from "../clock/row-times.ts";
import type { TraceEvent } from "../event.ts";
import type { LaneId, ProducerId } from "../ids.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

interface Overlap {
  readonly first: LaneId;
  readonly second: LaneId;
  /** Where the second began to run while the first did. */
  readonly began: Place;
}

interface Group {
  readonly running: Map<LaneId, ProducerId>;
  /** By each of their two lanes. */
  readonly overlaps: Map<LaneId, Set<Overlap>>;
}

/** Lanes beside which one that begins to run is looked at, so that what is kept grows with lanes and not with pairs. */
const besideAtMost = 8;

export class OneAtATimeInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #groups = new Map<LaneId, Group>();
  readonly #gilIsOn: boolean;

  constructor(context: CheckContext) {
    this.#context = context;
    this.#gilIsOn = context.header.params["gil"] === "on";
  }

  known(event: TraceEvent): void {
    if (event.kind === "run") this.#run(event);
    else if (event.kind === "ready" || event.kind === "lane.ended") this.#stop(event.lane, event.t, event.p);
    else if (event.kind === "wait" && event.why !== "block") this.#stop(event.lane, event.t, event.p);
  }

  end(): void {
    for (const group of this.#groups.values()) {
      for (const [lane, overlaps] of group.overlaps) {
        for (const overlap of overlaps) {
          if (overlap.second === lane) this.#judge(overlap, this.#context.last, overlap.began.p);
        }
      }
    }
  }

  #run(event: TraceEvent): void {
    const group = this.#groupOf(event.lane);
    if (group === undefined || group.running.has(event.lane)) return;
    let beside = 0;
    for (const first of group.running.keys()) {
      beside += 1;
      if (beside > besideAtMost) break;
      const overlap = { first, second: event.lane, began: this.#context.place(event) };
      for (const lane of [first, event.lane]) {
        const known = group.overlaps.get(lane);
        if (known === undefined) group.overlaps.set(lane, new Set([overlap]));
        else known.add(overlap);
      }
    }
    group.running.set(event.lane, event.p);
  }

  #stop(lane: LaneId, t: number, producer: ProducerId): void {
    const group = this.#groupOf(lane);
    if (group?.running.delete(lane) !== true) return;
    const overlaps = group.overlaps.get(lane);
    if (overlaps === undefined) return;
    group.overlaps.delete(lane);
    for (const overlap of overlaps) {
      this.#judge(overlap, t, producer);
      const other = overlap.first === lane ? overlap.second : overlap.first;
      const left = group.overlaps.get(other);
      left?.delete(overlap);
      if (left?.size === 0) group.overlaps.delete(other);
    }
  }

  #judge({ first, second, began }: Overlap, until: number, producer: ProducerId): void {
    const context = this.#context;
    if (context.hasLosses) return;
    if (until - began.t <= context.tolerance(began.p, producer)) return;
    const isTask = context.lane(first)?.kind === "task";
    context.breach(
      isTask ? "one task" : "GIL",
      `${placeText(began)}: ${context.laneName(second)} runs while ${context.laneName(first)} does, for ${toNanos(until - began.t)} µs; ${
        isTask ? "a loop runs one task at once" : "with the GIL on one thread runs at once"
      }`,
    );
  }

  #groupOf(lane: LaneId): Group | undefined {
    const declared = this.#context.lane(lane);
    if (declared?.parent === undefined) return undefined;
    if (declared.kind !== "task" && !(declared.kind === "thread" && this.#gilIsOn)) return undefined;
    let group = this.#groups.get(declared.parent);
    if (group === undefined) {
      group = { running: new Map(), overlaps: new Map() };
      this.#groups.set(declared.parent, group);
    }
    return group;
  }
}
