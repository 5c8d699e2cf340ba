/**
 * What the page shows beside the timeline, read off a recording at one instant.
 */
import type { Mode } from "../../contract/run.ts";
import type {
  LaneReport,
  LineDoing,
  ModeStatistics,
  Stage,
  StageLine,
  StageMode,
} from "../../contract/worker-protocol.ts";
import { type LaneSpans, SpanState } from "../../trace/folds/lane-spans.ts";
import { whys } from "../../trace/kinds.ts";
import type { Lane } from "../../trace/lane.ts";
import { circleLinks } from "../circle-words.ts";
import type { ShownLane } from "../lanes.ts";
import type { Recording } from "../recording.ts";
import { deadlockAt } from "./deadlock-at.ts";
import { endOf, laneWords } from "./lane-words.ts";
import { modeWords } from "./mode-words.ts";

/** Lanes of a program that are named, and whose lines are told. */
const lanesAtMost = 64;

const object = /^spinner object: (.*)$/m;

/**
 * How the programs of a recording stand at `now`, µs; or stood, when that lies before its end. `statistics` are those of
 * the whole; they are made by the caller, who knows how often.
 */
export function stageOf(recording: Recording, now: number, statistics: (mode: Mode) => ModeStatistics): Stage {
  const { run, live, table, dropped, errorUs, modes } = recording;
  const past = !live && now < recording.now(0);
  return {
    ...(past ? { past: true as const } : {}),
    run,
    live,
    at: now,
    events: table.length,
    dropped,
    errorUs,
    modes: modes.map((mode) => stageMode(recording, mode, now, past, statistics(mode))),
  };
}

/** Lanes from top to bottom, in words. */
export function laneReports(recording: Recording, lanes: readonly ShownLane[], now: number): readonly LaneReport[] {
  return lanes.map(({ lane, level }) => {
    const ended = endOf(recording, lane.id, now);
    const { name, kind, runtime } = lane;
    const state = laneWords(recording, lane, now);
    return ended === undefined ? { name, kind, runtime, level, state } : { name, kind, runtime, level, state, ended };
  });
}

function stageMode(
  recording: Recording,
  mode: Mode,
  now: number,
  past: boolean,
  statistics: ModeStatistics,
): StageMode {
  const workers = recording.workers(mode);
  const process = workers.process?.name;
  const console = past ? recording.consoles.at(mode, now) : recording.consoles.of(mode);
  const { text } = console;
  const circle = deadlockAt(recording, mode, now);
  return {
    mode,
    process,
    pid: process === undefined ? undefined : pidIn(process),
    lanes: workers.lanes.slice(0, lanesAtMost).map(({ name }) => name),
    laneCount: workers.lanes.length,
    console: text,
    consoleLine: console.lines.length - 1,
    object: object.exec(text)?.[1],
    state: modeWords(recording, workers, circle, now),
    ...(circle === undefined ? {} : { deadlock: circleLinks(recording.table, circle) }),
    lines: workers.at(now, lanesAtMost).flatMap((lane) => stageLine(recording, lane, now, past)),
    statistics,
  };
}

function stageLine(recording: Recording, lane: Lane, now: number, past: boolean): StageLine[] {
  const { table, lines } = recording;
  const row = past ? lines.at(table, lane.id, now) : lines.of(lane.id);
  const spans = recording.spans.of(lane.id);
  if (row === undefined || spans === undefined) return [];
  return [{ lane: lane.name, file: table.text(row), line: table.n(row), does: doing(recording, lane, spans, now) }];
}

/** A thread that waits is blocked: it holds the operating system's thread meanwhile; a task only where it blocks its loop. */
function doing({ table }: Recording, { kind }: Lane, spans: LaneSpans, now: number): LineDoing {
  const index = spans.indexAt(now);
  // An odd file may have a lane's first line before its first state.
  if (index < 0) return "waits";
  const state = spans.state(index);
  if (state === SpanState.running) return "runs";
  const blocks = kind === "thread" || whys[table.code(spans.row(index))] === "block";
  return state === SpanState.waiting && blocks ? "blocked" : "waits";
}

/** A process lane's name ends in its process id. */
function pidIn(name: string): number | undefined {
  const digits = /(\d+)$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
