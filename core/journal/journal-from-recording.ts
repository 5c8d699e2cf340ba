/**
 * A recording from a file made a journal, so that whatever reads a run's journal reads the file's: its stamps are aligned
 * already, so all its producers have main's clock and the origin is zero. Reads once, in bounded memory. What the file
 * says that no row holds (fields of a newer version) is not in the journal: an export is made of the file itself.
 */
import { type ModeState, mostParameters, type Parameters, parametersSchema } from "../contract/run.ts";
import { longestText } from "../contract/schema.ts";
import { RecordingRows } from "../formats/recording-rows.ts";
import { UnreadableRecording } from "../formats/unreadable.ts";
import type { AnyEvent } from "../trace/event.ts";
import { Code } from "../trace/kinds.ts";
import type { Lane } from "../trace/lane.ts";
import type { JsonFields, Recording, RecordingHeader } from "../trace/recording.ts";
import type { JournalWriter } from "./journal-writer.ts";
import { RootOutcomes } from "./root-outcomes.ts";
import { RowBatches } from "./row-batches.ts";

/** What is known of a file once it was read. */
export interface RecordingSummary {
  readonly lesson: string;
  readonly modes: readonly ModeState[];
  /** Those that a run could have had. */
  readonly parameters: Parameters;
  readonly started: string;
  readonly events: number;
  /** Events that its gaps say were lost. */
  readonly dropped: number;
  /** The last instant, µs since the origin. */
  readonly end: number;
  /** Bound on the clocks' error, µs; null for a file that names no clock. */
  readonly errorUs: number | null;
  /** Lanes that events stand on and that no event creates. */
  readonly lanes: readonly Lane[];
}

/** Writes `recording` by `journal`. @throws UnreadableRecording for what no journal holds, and what the disk throws. */
export function journalFromRecording(recording: Recording, journal: JournalWriter): RecordingSummary {
  const { header } = recording;
  const outcomes = new RootOutcomes(header);
  const reading = new RecordingRows(header);
  const batches = new RowBatches();
  const present = new Set<number>();
  const created = new Set<number>();
  let events = 0;
  let dropped = 0;
  let end = 0;
  begin(header, journal);
  for (const row of reading.rows(told(recording.events, outcomes), recording)) {
    events += 1;
    if (row.text.length > longestText) {
      throw new UnreadableRecording(
        `a text of ${row.text.length} characters is too long`,
        recording.line ?? events + 1,
      );
    }
    end = Math.max(end, row.t);
    present.add(row.lane);
    if (row.kind === Code.laneCreated) created.add(row.lane);
    // A file may say what it likes: a sum of such counts still has to be one.
    if (row.kind === Code.gap) dropped = Math.min(dropped + row.n - row.seq + 1, Number.MAX_SAFE_INTEGER);
    for (const batch of batches.add(row)) journal.append(batch);
  }
  for (const batch of batches.flush()) journal.append(batch);
  journal.end({ clocks: [], producers: [], dropped });
  const { lesson, started } = header;
  return {
    lesson,
    modes: outcomes.modes,
    parameters: knownParameters(header.params),
    started,
    events,
    dropped,
    end,
    errorUs:
      header.clocks.length === 0 ? null : header.clocks.reduce((worst, { errorUs }) => Math.max(worst, errorUs), 0),
    lanes: [...reading.lanes.values()].filter(({ id }) => present.has(id) && !created.has(id)).map(plainLane),
  };
}

function begin({ lesson, modes, params, started }: RecordingHeader, journal: JournalWriter): void {
  journal.begin({ lesson, modes, parameters: params, started, origin: 0, clocks: [] });
}

/** Tells `outcomes` of each event on its way. */
function* told(events: Iterable<AnyEvent>, outcomes: RootOutcomes): Generator<AnyEvent> {
  for (const event of events) {
    outcomes.event(event);
    yield event;
  }
}

/** Those among what a header says that a run could have had. */
export function knownParameters(params: JsonFields): Parameters {
  const kept: Record<string, Parameters[string]> = {};
  for (const [name, value] of Object.entries(params)) {
    const parsed = parametersSchema.safeParse({ [name]: value });
    if (parsed.success && Object.keys(kept).length < mostParameters) Object.assign(kept, parsed.data);
  }
  return kept;
}

/** A file's lane without the further fields that it may have. */
function plainLane({ id, kind, name, parent, runtime }: Lane): Lane {
  return parent === undefined ? { id, kind, name, runtime } : { id, kind, name, parent, runtime };
}
