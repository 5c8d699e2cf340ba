/**
 * What trace-format.md promises of a `.trace.json`, checked on the file itself: spans nest on each lane, no two without length
 * have one start, arrows come in pairs with unique ids and lie inside spans of their lane, the handling of messages begins and ends.
 */
import { z } from "zod";

const recordSchema = z.looseObject({
  ph: z.enum(["X", "i", "s", "f", "b", "e", "M"]),
  name: z.string(),
  cat: z.string().optional(),
  ts: z.number().optional(),
  dur: z.number().min(0).optional(),
  pid: z.int(),
  tid: z.int(),
  id: z.union([z.number(), z.string()]).optional(),
  bp: z.string().optional(),
  s: z.string().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
});
const fileSchema = z.looseObject({
  traceEvents: z.array(recordSchema),
  displayTimeUnit: z.string(),
  otherData: z.looseObject({ format: z.literal("spinscope") }),
});
export type TraceRecord = z.infer<typeof recordSchema>;
export type TraceFile = z.infer<typeof fileSchema>;

/** @throws when it is not even of the form. */
export function parseTraceFile(text: string): TraceFile {
  return fileSchema.parse(JSON.parse(text));
}

/** Every broken promise as a sentence. */
export function brokenPromises({ traceEvents }: TraceFile): string[] {
  const spans = traceEvents.filter(({ ph }) => ph === "X");
  return [
    ...overlaps(spans),
    ...coinciding(spans),
    ...brokenArrows(traceEvents, spans),
    ...brokenHandling(traceEvents),
  ];
}

/** The records of one phase. */
export function ofPhase({ traceEvents }: TraceFile, phase: TraceRecord["ph"]): TraceRecord[] {
  return traceEvents.filter(({ ph }) => ph === phase);
}

function overlaps(spans: readonly TraceRecord[]): string[] {
  const problems: string[] = [];
  for (const lane of groups(spans, ({ pid, tid }) => `${pid} ${tid}`).values()) {
    const sorted = lane.map((span, index) => ({ span, index, start: start(span), end: end(span) }));
    // As viewers do: by start, ties in the file's order.
    sorted.sort((a, b) => a.start - b.start || a.index - b.index);
    const open: (typeof sorted)[number][] = [];
    for (const each of sorted) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= each.start) open.pop();
      const outer = open.at(-1);
      if (outer !== undefined && each.end > outer.end) {
        problems.push(`"${each.span.name}" at ${each.start} overlaps "${outer.span.name}" at ${outer.start}`);
      }
      open.push(each);
    }
  }
  return problems;
}

/** speedscope makes a beginning and an end of each, sorts them by time, and finds the ends of these in the wrong order. */
function coinciding(spans: readonly TraceRecord[]): string[] {
  const empty = spans.filter(({ dur }) => dur === 0);
  return [...groups(empty, ({ pid, tid, ts }) => `${pid} ${tid} ${ts}`)]
    .filter(([, list]) => list.length > 1)
    .map(([place, list]) => `${list.length} spans of no length at ${place}`);
}

function brokenArrows(records: readonly TraceRecord[], spans: readonly TraceRecord[]): string[] {
  const problems: string[] = [];
  const arrows = groups(
    records.filter(({ ph }) => ph === "s" || ph === "f"),
    ({ id }) => String(id),
  );
  for (const [id, ends] of arrows) {
    const [from, to] = [ends.filter(({ ph }) => ph === "s"), ends.filter(({ ph }) => ph === "f")];
    if (from.length !== 1 || to.length !== 1) problems.push(`arrow ${id} has ${from.length} starts, ${to.length} ends`);
    if (new Set(ends.map(({ cat, name }) => `${cat} ${name}`)).size !== 1) problems.push(`arrow ${id} has two names`);
    if (to.some(({ bp }) => bp !== "e")) problems.push(`arrow ${id} has no bp`);
    for (const each of ends) {
      const t = start(each);
      const inside = spans.some(
        (span) => span.pid === each.pid && span.tid === each.tid && start(span) <= t && t <= end(span),
      );
      if (!inside) problems.push(`arrow ${id} (${each.cat}) has an end outside any span, at ${t}`);
    }
  }
  return problems;
}

function brokenHandling(records: readonly TraceRecord[]): string[] {
  const asyncs = records.filter(({ ph }) => ph === "b" || ph === "e");
  return [...groups(asyncs, ({ id }) => String(id))]
    .filter(
      ([, list]) => list.length !== 2 || list[0]?.ph !== "b" || list[1]?.ph !== "e" || start(list[0]) > start(list[1]),
    )
    .map(([id, list]) => `the handling of ${id} has ${list.map(({ ph }) => ph).join("")}`);
}

function start({ ts }: TraceRecord): number {
  return ts ?? Number.NaN;
}

function end({ ts, dur }: TraceRecord): number {
  return (ts ?? Number.NaN) + (dur ?? Number.NaN);
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = map.get(key);
    if (group === undefined) map.set(key, [item]);
    else group.push(item);
  }
  return map;
}
