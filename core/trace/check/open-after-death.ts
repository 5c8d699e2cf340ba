/**
 * Invariant: no lane ends `open` after a death: of a process that ended its lanes are abandoned or killed, and so are
 * those of a producer that died without saying its last number; where that was main, no lane is open.
 */
import type { TraceEvent } from "../event.ts";
import type { LaneId, ProducerId } from "../ids.ts";
import type { End } from "../kinds.ts";
import { LaneAncestors } from "../lane-ancestors.ts";
import { type CheckContext, type Place, placeText } from "./check-context.ts";
import type { Invariant } from "./invariant.ts";

const name = "open";

export class OpenAfterDeathInvariant implements Invariant {
  readonly #context: CheckContext;
  readonly #open = new Map<LaneId, Place>();
  readonly #deadProcesses = new Map<LaneId, End>();
  /** Who wrote what a lane did, where that is a producer with an unknown tail. */
  readonly #deadWriters = new Map<LaneId, ProducerId>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  known(event: TraceEvent): void {
    if (event.kind === "lane.ended") {
      if (event.how === "open") this.#open.set(event.lane, this.#context.place(event));
      else if (this.#context.lane(event.lane)?.kind === "process") this.#deadProcesses.set(event.lane, event.how);
    } else if (event.kind === "run" || event.kind === "wait") {
      if (this.#context.producer(event.p)?.tail === "unknown") this.#deadWriters.set(event.lane, event.p);
    }
  }

  end(): void {
    const { header } = this.#context;
    const ancestors = new LaneAncestors(header.lanes, ({ id }) => this.#deadProcesses.has(id));
    const main = header.producers.find(({ role, tail }) => role === "main" && tail === "unknown");
    for (const [lane, place] of this.#open) {
      const parent = this.#context.lane(lane)?.parent;
      const dead = parent === undefined ? undefined : ancestors.nearest(parent);
      const writer = this.#deadWriters.get(lane);
      const whose = this.#context.laneName(lane);
      if (dead !== undefined) {
        const how = this.#deadProcesses.get(dead) ?? "killed";
        this.#context.breach(
          name,
          `${placeText(place)}: ${whose} ends open, though its process ${this.#context.laneName(dead)} ended "${how}"`,
        );
      } else if (main !== undefined) {
        this.#context.breach(name, `${placeText(place)}: ${whose} ends open, though main died (its tail is unknown)`);
      } else if (writer !== undefined) {
        this.#context.breach(
          name,
          `${placeText(place)}: ${whose} ends open, though its producer ${writer} died (its tail is unknown)`,
        );
      }
    }
  }
}
