/**
 * "Nothing lost", N1 to N6, checked after a fault: by what the disk held when it struck, by what main had acknowledged,
 * by what the producers are known to have written, against the file that was exported afterwards. Returns sentences, so
 * that a test can expect none, and the same test with a bug planted can expect some.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatOf } from "../../../core/formats/registry.ts";
import { isKnown } from "../../../core/trace/event.ts";
import type { Committed, EventName } from "./committed.ts";
import { type ExportedFile, readExported, recordingIn, recordingOf } from "./exported-file.ts";

export interface Evidence {
  /** The `.spinscope` that was exported after the fault, absolute. */
  readonly exported: string;
  /** What the journal held when the fault struck, or at any moment before the export. */
  readonly committed?: Committed;
  /** The numbers that main acknowledged, by producer: all below are committed. */
  readonly acknowledged?: ReadonlyMap<number, number>;
  /** How many events a producer is known to have written. */
  readonly emitted?: ReadonlyMap<number, number>;
  /** How many of them may be missing at most of one that died: those of one batch. */
  readonly exposure?: number;
  /** The producers that died without a word: no others may have an unknown tail, and these must. */
  readonly died?: (producer: number) => boolean;
  /** The same recording exported in other formats, absolute. */
  readonly others?: readonly string[];
  /** Folders in which saves were made, absolute. */
  readonly folders?: readonly string[];
  /** Files as they were before a save of them failed; undefined: there was none. */
  readonly untouched?: ReadonlyMap<string, Uint8Array | undefined>;
}

/** What was lost or is not as it should be; empty when all of N1 to N6 holds. */
export function lostAfter(evidence: Evidence): readonly string[] {
  const file = readExported(evidence.exported);
  return [
    ...missing(file, evidence),
    ...file.check.breaches.map(({ invariant, sentence }) => `N2, N4 (${invariant}): ${sentence}`),
    ...wrongCounts(file, evidence),
    ...wrongEnds(file),
    ...wrongFiles(file, evidence),
    ...wrongAgain(file, evidence),
  ];
}

/** N1: no committed event is absent. A gap in its place would be a loss, too. */
function missing(file: ExportedFile, { committed, acknowledged }: Evidence): readonly string[] {
  const kept = new Set<EventName>();
  const covered = new Map<number, number>();
  for (const event of file.events) {
    const isGap = isKnown(event) && event.kind === "gap";
    kept.add(isGap ? `${event.p}:${event.s} gap` : `${event.p}:${event.s}`);
    const last = isGap ? event.to : event.s;
    covered.set(event.p, Math.max(covered.get(event.p) ?? -1, last));
  }
  const absent = [...(committed?.events ?? [])].filter((name) => !kept.has(name));
  const short = [...(acknowledged ?? [])].filter(([producer, next]) => (covered.get(producer) ?? -1) < next - 1);
  return [
    ...(absent.length === 0 ? [] : [`N1: ${absent.length} committed events are absent, the first is ${absent[0]}`]),
    ...short.map(([producer, next]) => {
      return `N1: producer ${producer} was acknowledged up to ${next - 1}, and its last number is ${covered.get(producer) ?? -1}`;
    }),
  ];
}

/** N3: emitted = kept + dropped, or the tail is unknown, which is so for those that died and for no others. */
function wrongCounts(
  file: ExportedFile,
  { emitted, died, exposure = Number.POSITIVE_INFINITY }: Evidence,
): readonly string[] {
  const wrong: string[] = [];
  for (const { id, tail } of file.header.producers) {
    const own = file.events.filter(({ p }) => p === id);
    const counts = own.map((event) => (isKnown(event) && event.kind === "gap" ? event.to - event.from + 1 : 1));
    const sum = counts.reduce((before, each) => before + each, 0);
    const written = emitted?.get(id);
    const most = tail === "known" ? 0 : exposure;
    if (written !== undefined && (sum > written || written - sum > most)) {
      wrong.push(`N3: producer ${id} wrote ${written} events, and ${sum} are kept or said to be dropped`);
    }
    if (died !== undefined && own.length > 0 && died(id) !== (tail === "unknown")) {
      wrong.push(`N3: the tail of producer ${id} is ${tail}, though it ${died(id) ? "died" : "said its last number"}`);
    }
  }
  return wrong;
}

/** N4: each lane has one end, also the processes'. */
function wrongEnds({ header, events }: ExportedFile): readonly string[] {
  const ends = new Map<number, number>();
  for (const event of events) {
    if (event.kind === "lane.ended") ends.set(event.lane, (ends.get(event.lane) ?? 0) + 1);
  }
  return header.lanes
    .filter(({ id, kind }) => kind !== "lock" && ends.get(id) !== 1)
    .map(({ id, name }) => `N4: lane "${name}" has ${ends.get(id) ?? 0} ends`);
}

/** N5: files are the old bytes or the new ones, and no litter remains. */
function wrongFiles({ cut }: ExportedFile, { folders, untouched }: Evidence): readonly string[] {
  const litter = litterIn(folders ?? []);
  const changed = [...(untouched ?? [])].filter(([path, before]) => !isSame(before, bytesAt(path)));
  return [
    ...(cut === undefined ? [] : [`N5: the exported file is not whole: ${cut}`]),
    ...litter.map((path) => `N5: ${path} was left behind`),
    ...changed.map(([path]) => `N5: ${path} is not what it was before the save failed`),
  ];
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** The drafts that stay: one that is there now may be a save of this moment, which the app makes of its own files, too. */
function litterIn(folders: readonly string[]): readonly string[] {
  let left = draftsIn(folders);
  for (let look = 0; look < 20 && left.length > 0; look++) {
    Atomics.wait(pause, 0, 0, 100);
    const again = draftsIn(folders);
    left = left.filter((path) => again.includes(path));
  }
  return left;
}

function draftsIn(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".part"))
      .map((name) => join(folder, name)),
  );
}

/** N6: exported again it is the same, to the byte; other formats have the same records, in whatever order. */
function wrongAgain(file: ExportedFile, { exported, others }: Evidence): readonly string[] {
  const again = writtenAs(exported, () => recordingIn(file.bytes));
  const wrong = isSame(file.bytes, Buffer.from(again)) ? [] : ["N6: exported again the file has other bytes"];
  for (const other of others ?? []) {
    const there = recordsOf(readFileSync(other, "utf8"));
    const expected = recordsOf(writtenAs(other, () => recordingOf(file)));
    const absent = [...expected].filter((line) => !there.has(line)).length;
    const more = [...there].filter((line) => !expected.has(line)).length;
    if (absent + more > 0) wrong.push(`N6: ${other} lacks ${absent} records and has ${more} others`);
  }
  return wrong;
}

function writtenAs(path: string, recording: () => Parameters<NonNullable<ReturnType<typeof formatOf>>["write"]>[0]) {
  const format = formatOf(path);
  if (format === undefined) throw new Error(`${path} names no format`);
  return [...format.write(recording())].join("");
}

/** A text format's records: its lines, without what joins them to the next. */
function recordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split("\n").map((line) => line.replace(/,$/, "")));
}

function bytesAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}
