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
  overlaps: Overlap[];
}

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
      for (const overlap of group.overlaps) this.#judge(overlap, this.#context.last, overlap.began.p);
    }
  }

  #run(event: TraceEvent): void {
    const group = this.#groupOf(event.lane);
    if (group === undefined || group.running.has(event.lane)) return;
    for (const other of group.running.keys()) {
      group.overlaps.push({ first: other, second: event.lane, began: this.#context.place(event) });
    }
    group.running.set(event.lane, event.p);
  }

  #stop(lane: LaneId, t: number, producer: ProducerId): void {
    const group = this.#groupOf(lane);
    if (group?.running.delete(lane) !== true || group.overlaps.length === 0) return;
    for (const overlap of group.overlaps) {
      if (overlap.first === lane || overlap.second === lane) this.#judge(overlap, t, producer);
    }
    group.overlaps = group.overlaps.filter(({ first, second }) => first !== lane && second !== lane);
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
      group = { running: new Map(), overlaps: [] };
      this.#groups.set(declared.parent, group);
    }
    return group;
  }
}
