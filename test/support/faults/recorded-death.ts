/**
 * A fault and the recording it struck: what was committed when it struck, when that was on the recording's own clock,
 * and what the file that was exported afterwards says of it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JournalReader } from "../../../core/journal/journal-reader.ts";
import { isKnown } from "../../../core/trace/event.ts";
import { monotonicMicros } from "../../../electron/node/monotonic-clock.ts";
import { type Committed, committedAt } from "../nothing-lost/committed.ts";
import { type ExportedFile, recordingIn } from "../nothing-lost/exported-file.ts";

export interface Struck {
  /** The journal of the recording, absolute. */
  readonly journal: string;
  /** What it held just before. */
  readonly committed: Committed;
  /** When, on main's monotonic clock, µs: all processes of a host share it. */
  readonly at: number;
}

/** The journal that was begun last in the app's data folder. */
export function latestJournal(data: string): string {
  const folder = join(data, "recordings");
  const latest = readdirSync(folder)
    .filter((name) => name.endsWith(".journal"))
    .sort()
    .at(-1);
  if (latest === undefined) throw new Error(`no journal in ${folder}`);
  return join(folder, latest);
}

/** Does it, `strike`, to the recording that is being made. */
export function strike(data: string, blow: () => void): Struck {
  const journal = latestJournal(data);
  const committed = committedAt(journal);
  const at = monotonicMicros();
  blow();
  return { journal, committed, at };
}

/** The origin of a journal's recording on main's monotonic clock, µs. */
export function originOf(journal: string): number {
  for (const entry of new JournalReader().push(readFileSync(journal))) {
    if (entry.type === "start") return entry.start.origin;
  }
  throw new Error(`${journal} has no start`);
}

/** How the lanes of the producers that `owned` names ended, from the file. */
export function endsOf(
  file: ExportedFile,
  owned: (producer: number) => boolean,
): { readonly lane: string; readonly how: string; readonly error: string; readonly t: number }[] {
  return file.events.flatMap((event) => {
    if (!isKnown(event) || event.kind !== "lane.ended" || !owned(Math.floor(event.lane / 2 ** 20))) return [];
    const lane = file.header.lanes.find(({ id }) => id === event.lane)?.name ?? String(event.lane);
    return [{ lane, how: event.how, error: event.error ?? "", t: event.t }];
  });
}

/**
 * Those that died, for a check of tails, and the page where the file says so: on a busy machine it may not have said its
 * last number in the half second that it is given, and then its tail must be unknown.
 */
export function orLatePage(path: string, died: (producer: number) => boolean): (producer: number) => boolean {
  const { header } = recordingIn(readFileSync(path));
  const late = header.producers.filter(({ id, tail }) => ofPage(id) && tail === "unknown").map(({ id }) => Number(id));
  return (producer) => died(producer) || late.includes(producer);
}

/** Whether a producer is one of the threads'. */
export const ofThreads = (producer: number): boolean => producer >= 16 && producer < 272;
/** Whether a producer is the page's. */
export const ofPage = (producer: number): boolean => producer >= 1 && producer < 16;
