/**
 * A recording from a file as rows of columns, one after the other, with the lanes that they stand on.
 */
import { rowOfEvent } from "../trace/encode.ts";
import type { AnyEvent } from "../trace/event.ts";
import type { LaneId } from "../trace/ids.ts";
import type { Lane } from "../trace/lane.ts";
import type { Recording, RecordingHeader } from "../trace/recording.ts";
import type { Row } from "../trace/row.ts";
import { LaneAliases } from "./lane-aliases.ts";
import { numberedOnce } from "./numbered-once.ts";
import { UnreadableRecording } from "./unreadable.ts";

export class RecordingRows {
  /** The declared lanes by the file's ids, under ids that columns can hold. */
  readonly lanes: ReadonlyMap<number, Lane>;
  readonly #aliases: LaneAliases;

  constructor(header: RecordingHeader) {
    this.#aliases = new LaneAliases(header.lanes);
    this.lanes = new Map(header.lanes.map((lane) => [lane.id, this.#aliases.lane(lane)]));
  }

  /** The file's own id of each lane that has another one in the rows. */
  get originals(): ReadonlyMap<LaneId, number> {
    return this.#aliases.originals;
  }

  /** The rows of the events of `source`, in their order. @throws UnreadableRecording for events that no row can hold. */
  *rows(events: Iterable<AnyEvent>, source: Pick<Recording, "line">): Generator<Row> {
    let line = 1;
    for (const event of numberedOnce(events, source)) {
      line += 1;
      const declared = this.lanes.get(event.lane);
      if (event.kind === "lane.created" && declared === undefined) {
        throw new UnreadableRecording(
          `lane ${event.lane} is created but not declared in the header`,
          source.line ?? line,
        );
      }
      yield rowOfEvent(this.#aliases.event(event), declared);
    }
  }
}
