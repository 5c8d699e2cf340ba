/**
 * What a run on real threads left: how it came out, and its events in order of time.
 */
import type { Outcome, RunState } from "../../../core/contract/run.ts";
import { outcomes } from "../../../core/runs/run.ts";
import { type CheckResult, checkRecording } from "../../../core/trace/check/check-recording.ts";
import { eventOf } from "../../../core/trace/decode.ts";
import { type AnyEvent, type EventOf, isKnown } from "../../../core/trace/event.ts";
import type { Kind } from "../../../core/trace/kinds.ts";
import { rowOf } from "../../../core/trace/read-row.ts";
import type { RecordingHeader } from "../../../core/trace/recording.ts";
import type { KeptFeed, KeptJournal } from "../recorded.ts";

export class Recorded {
  readonly outcome: Outcome;
  readonly state: RunState;
  readonly journal: KeptJournal;
  readonly feed: KeptFeed;
  /** In order of time. */
  readonly events: readonly AnyEvent[];

  constructor(state: RunState, journal: KeptJournal, feed: KeptFeed) {
    this.state = state;
    this.outcome = outcomes(state).get("threads") ?? { how: "lost" };
    this.journal = journal;
    this.feed = feed;
    const rows = Array.from({ length: feed.table.length }, (_, row) => eventOf(rowOf(feed.table, row)));
    this.events = rows.sort((a, b) => a.t - b.t || a.p - b.p || a.s - b.s);
  }

  /** The events of one kind, in order of time. */
  of<K extends Kind>(kind: K): readonly EventOf<K>[] {
    return this.events.filter((event): event is EventOf<K> => isKnown(event) && event.kind === kind);
  }

  /** What the program wrote to its console. */
  get console(): string {
    return this.of("output")
      .map((event) => event.text)
      .join("");
  }

  /** What the checker says of it, as of an exported file; as if the GIL had been `gil`, if that is given. */
  check(gil?: "on" | "off"): CheckResult {
    const { start, producers, ended } = this.journal;
    if (start === undefined) throw new Error("nothing was recorded");
    const header: RecordingHeader = {
      app: "test",
      lesson: start.lesson,
      modes: start.modes,
      params: gil === undefined ? start.parameters : { ...start.parameters, gil },
      started: start.started,
      host: {},
      clocks: start.clocks,
      producers: ended?.producers ?? producers,
      lanes: [...this.feed.table.lanes.values()],
    };
    return checkRecording({ header, events: this.events });
  }

  /** The name of an event's lane. */
  lane(event: AnyEvent): string {
    return this.feed.table.lanes.get(event.lane)?.name ?? "?";
  }
}
