/**
 * Small recordings that somebody made to cost much: valid line by line, and of a shape for which a careless reader takes time
 * or memory beyond measure. Each is some MB and a few ten thousand events, as lines.
 */

export interface HostileRecording {
  readonly name: string;
  /** How many of what it is made of: its cost may grow in proportion. */
  readonly lines: (count: number) => Iterable<string>;
  /** Of so many it is some MB. */
  readonly many: number;
  /** Whether it is refused as no recording at all. */
  readonly isRefused?: true;
}

type Fields = Readonly<Record<string, unknown>>;

interface HeaderParts {
  readonly clocks?: readonly Fields[];
  readonly producers?: readonly Fields[];
  readonly lanes?: readonly unknown[];
  readonly modes?: readonly unknown[];
  readonly params?: Fields;
}

export const clock = { id: 0, kind: "hrtime", errorUs: 0 };
const producer = { id: 0, role: "threads", pid: 1, thread: 0, epoch: 0, clock: 0, tail: "known" };

export function header({
  clocks = [clock],
  producers = [producer],
  lanes = [],
  modes = ["threads"],
  params = {},
}: HeaderParts) {
  const about = { app: "", lesson: "x", modes, params, started: "", host: {} };
  return JSON.stringify({ format: "spinscope", version: 1, ...about, clocks, producers, lanes });
}

export const lane = (id: number, more: Fields = {}): Fields => ({
  id,
  kind: "thread",
  name: `lane ${id}`,
  runtime: "threads",
  ...more,
});

export const ids = (count: number) => Array.from({ length: count }, (_, id) => id);

/** The events with their numbers and stamps, each a µs after the one before, and the footer. */
function* events(list: Iterable<Fields>): Generator<string> {
  let s = 0;
  for (const event of list) {
    yield JSON.stringify({ p: 0, s, t: s, ...event });
    s += 1;
  }
  yield JSON.stringify({ end: true, events: s, dropped: 0 });
}

export function* recording(parts: HeaderParts, list: Iterable<Fields>): Generator<string> {
  yield header(parts);
  yield* events(list);
}

/** Lanes that are created, and what they then do. */
export function* created(lanes: readonly number[], then: Iterable<Fields>): Generator<Fields> {
  for (const id of lanes) yield { lane: id, kind: "lane.created" };
  yield* then;
}
