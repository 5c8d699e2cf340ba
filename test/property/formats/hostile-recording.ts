/**
 * Recordings in whose every text somebody put what is dangerous elsewhere: formulas, markup, separators, control
 * characters, halves of surrogate pairs.
 */
import fc from "fast-check";
import type { AnyEvent, Json } from "../../../core/trace/event.ts";
import { knownEvent } from "../../../core/trace/event.ts";
import type { Lane } from "../../../core/trace/lane.ts";
import type { RecordingHeader } from "../../../core/trace/recording.ts";
import { arbitraryRecording } from "../trace/arbitrary-recording.ts";

/** What a test should also meet each time it runs. */
export const hostileTexts = [
  "=1+1",
  '=HYPERLINK("http://evil.example","x")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)",
  "\t=1",
  "\r\n=1",
  " =1",
  "a;=1",
  'a";"=1',
  "'=1",
  "＝1",
  "\\u003b",
  '"',
  ",,",
  "<script>alert(1)</script>",
  "</text><script>alert(1)</script>",
  '"><image href="x" onerror="alert(1)"/>',
  "]]><!--",
  "&lt;&#0;",
  "<?xml-stylesheet href='x'?>",
  "javascript:alert(1)",
  "\u0000\u0007\u001b[2J\u007f\u0085\u009b",
  "\ud800",
  "\udc00 \ufffe \uffff",
  "\u202egnp.exe",
  "\b\b\b\b",
] as const;

const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: fc.constantFrom(..."=+-@;,\t\r\n'\"\\<>&\u0000\u001b\ud83d\ude00ab ") }),
  fc.string({ unit: "binary" }),
);

export interface HostileRecording {
  readonly header: RecordingHeader;
  readonly events: readonly AnyEvent[];
}

/** Each event of every kind, with such texts in its own fields, in its lane's name and in the header. */
export const hostileRecording: fc.Arbitrary<HostileRecording> = fc
  .tuple(arbitraryRecording, fc.infiniteStream(hostile))
  .map(([{ header, events }, texts]) => {
    const next = (): string => texts.next().value;
    const lanes = header.lanes.map((lane): Lane => ({ ...lane, name: next() }));
    const params = { [`p${next()}`]: next() };
    return {
      header: { ...header, lesson: next(), modes: [next()], app: next(), started: next(), params, lanes },
      events: events.map((event) => withTexts(event, next)),
    };
  });

/** Texts of words that have a meaning stay. */
const meant: ReadonlySet<string> = new Set(["kind", "how", "why"]);

function withTexts(event: AnyEvent, next: () => string): AnyEvent {
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(event)) {
    fields[name] = typeof value === "string" && !meant.has(name) ? next() || "x" : value;
  }
  if ("value" in event) fields["value"] = { [next().replaceAll("__proto__", "")]: next() };
  return knownEvent(fields);
}
