/**
 * Breaks a recording in one place, and tells what `check` says of it.
 */
import { checkRecording } from "../../../../../core/trace/check/check-recording.ts";
import { type AnyEvent, type Json, knownEvent } from "../../../../../core/trace/event.ts";
import type { Kind } from "../../../../../core/trace/kinds.ts";
import type { MadeUpRecording } from "../made-up-recording.ts";

/** The invariants that a recording breaks, by name, each once. */
export function broken(made: MadeUpRecording): string[] {
  return [...new Set(checkRecording(made.recording).breaches.map(({ invariant }) => invariant))];
}

export function sentences(made: MadeUpRecording): string[] {
  return checkRecording(made.recording).breaches.map(({ sentence }) => sentence);
}

/** Replaces the fields of the first event that fits. */
export function change(
  made: MadeUpRecording,
  kind: Kind,
  lane: number,
  fields: Record<string, Json>,
  fits?: Partial<AnyEvent>,
) {
  const at = made.events.findIndex((event) => {
    return event.kind === kind && event.lane === lane && (fits?.t === undefined || event.t === fits.t);
  });
  const event = made.events[at];
  if (event === undefined) throw new Error(`no ${kind} on lane ${lane}`);
  const before: Record<string, Json> = { ...event };
  made.events[at] = knownEvent({ ...before, ...fields });
  made.events.sort((a, b) => a.t - b.t || a.p - b.p || a.s - b.s);
}

/** Takes the first event that fits out, and closes the producer's numbers behind it. */
export function remove(made: MadeUpRecording, kind: Kind, lane: number, t?: number) {
  const at = made.events.findIndex(
    (event) => event.kind === kind && event.lane === lane && (t === undefined || event.t === t),
  );
  const [gone] = made.events.splice(at, 1);
  if (gone === undefined) throw new Error(`no ${kind} on lane ${lane}`);
  const renumber = (json: Json): Json => {
    if (!Array.isArray(json) || json.length !== 2 || json[0] !== gone.p) return json;
    return [gone.p, Number(json[1]) > gone.s ? Number(json[1]) - 1 : (json[1] ?? 0)];
  };
  for (const [index, event] of made.events.entries()) {
    const fields: Record<string, Json> = { ...event };
    for (const name of ["id", "cause"]) if (fields[name] !== undefined) fields[name] = renumber(fields[name]);
    if (event.p === gone.p && event.s > gone.s) fields["s"] = event.s - 1;
    made.events[index] = knownEvent(fields);
  }
}

/** Adds an event at its place in time, as its producer's next number would be; the later ones move up. */
export function insert(
  made: MadeUpRecording,
  p: number,
  t: number,
  lane: number,
  kind: Kind,
  fields: Record<string, Json> = {},
) {
  const later = made.events.filter((event) => event.p === p && event.t > t);
  const s = Math.min(...later.map((event) => event.s), 1e9);
  const own = s === 1e9 ? Math.max(-1, ...made.events.filter((event) => event.p === p).map((event) => event.s)) + 1 : s;
  const shift = (json: Json): Json => {
    return Array.isArray(json) && json[0] === p && Number(json[1]) >= own ? [p, Number(json[1]) + 1] : json;
  };
  for (const [index, event] of made.events.entries()) {
    const copy: Record<string, Json> = { ...event };
    for (const name of ["id", "cause"]) if (copy[name] !== undefined) copy[name] = shift(copy[name]);
    if (event.p === p && event.s >= own) copy["s"] = event.s + 1;
    made.events[index] = knownEvent(copy);
  }
  const id = fields["id"] === "own" ? { id: [p, own] } : {};
  made.events.push(knownEvent({ p, s: own, t, lane, kind, ...fields, ...id }));
  made.events.sort((a, b) => a.t - b.t || a.p - b.p || a.s - b.s);
}
