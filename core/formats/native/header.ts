/**
 * The header of a recording, read and printed. Unknown fields are kept at every level; a file of a newer version is
 * refused by name. Invariant: printing what was read from a print gives the same text.
 */
import { list, z } from "../../contract/schema.ts";
import type { Json } from "../../trace/event.ts";
import { fileLaneId, type LaneId, type ProducerId } from "../../trace/ids.ts";
import { laneKinds, runtimes } from "../../trace/kinds.ts";
import { clockKinds, roles } from "../../trace/producer.ts";
import { type JsonFields, type RecordingHeader, recordingVersion } from "../../trace/recording.ts";
import { isJsonObject } from "../json/safe-json.ts";
import { UnreadableRecording } from "../unreadable.ts";

const lane: z.ZodType<LaneId> = z.int().transform(fileLaneId);
const producer = z.custom<ProducerId>((id) => Number.isInteger(id) && Number(id) >= 0 && Number(id) <= 2_046, {
  message: "must be a whole number from 0 to 2046",
});
/** The line was read as JSON: all that an object of it holds is. */
const fields = z.custom<JsonFields>(isAnyObject, { message: "must be an object" });
/** Ways of running that a recording may name: many times what there are. */
const mostModes = 64;

const clockSchema = z.looseObject({ id: z.int().min(0), kind: z.enum(clockKinds), errorUs: z.number().min(0) });
const producerSchema = z.looseObject({
  id: producer,
  role: z.enum(roles),
  pid: z.int(),
  thread: z.int(),
  epoch: z.int(),
  clock: z.int(),
  tail: z.enum(["known", "unknown"]),
});
const laneSchema = z.looseObject({
  id: lane,
  kind: z.enum(laneKinds),
  name: z.string(),
  parent: z.exactOptional(lane),
  runtime: z.enum(runtimes),
});
const headerSchema = z.looseObject({
  format: z.literal("spinscope"),
  version: z.literal(recordingVersion),
  app: z.string().default(""),
  lesson: z.string().default(""),
  modes: list(z.string(), mostModes).default([]),
  params: fields.default({}),
  started: z.string().default(""),
  host: fields.default({}),
  clocks: list(clockSchema),
  producers: list(producerSchema),
  lanes: list(laneSchema),
});

function isAnyObject(value: unknown): value is JsonFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is said of any other file. */
export const noRecording = 'this is no Spinscope recording: its first line must say "format":"spinscope"';

/** @throws UnreadableRecording, without a line. */
export function readHeader(value: Json): RecordingHeader {
  if (!isJsonObject(value) || value["format"] !== "spinscope") {
    throw new UnreadableRecording(noRecording);
  }
  const { version } = value;
  if (typeof version === "number" && version > recordingVersion) {
    throw new UnreadableRecording(
      `this recording has version ${version} of the format, this Spinscope reads up to ${recordingVersion}: open it with a newer Spinscope`,
    );
  }
  const parsed = headerSchema.safeParse(withoutNulls(value));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new UnreadableRecording(`the header's "${issue?.path.join(".") ?? ""}": ${issue?.message ?? "is wrong"}`);
  }
  demandUnique("clock", parsed.data.clocks);
  demandUnique("producer", parsed.data.producers);
  demandUnique("lane", parsed.data.lanes);
  return parsed.data;
}

/** The header's line, without its line end. */
export function headerLine(header: RecordingHeader): string {
  const { app, lesson, modes, params, started, host, clocks, producers, lanes, ...more } = header;
  return JSON.stringify({
    format: "spinscope",
    version: recordingVersion,
    app,
    lesson,
    modes,
    params,
    started,
    host,
    clocks: clocks.map(({ id, kind, errorUs, ...rest }) => ({ id, kind, errorUs, ...rest })),
    producers: producers.map(({ id, role, pid, thread, epoch, clock, tail, ...rest }) => {
      return { id, role, pid, thread, epoch, clock, tail, ...rest };
    }),
    lanes: lanes.map(({ id, kind, name, parent, runtime, ...rest }) => {
      return parent === undefined ? { id, kind, name, runtime, ...rest } : { id, kind, name, parent, runtime, ...rest };
    }),
    ...withoutFormat(more),
  });
}

/** A read header carries its format and version among its further fields. */
function withoutFormat(more: object): object {
  return Object.fromEntries(Object.entries(more).filter(([name]) => name !== "format" && name !== "version"));
}

/** A lane without a parent may say so by `null`. */
function withoutNulls(value: { readonly [key: string]: Json }): Json {
  const { lanes } = value;
  if (!Array.isArray(lanes)) return value;
  const cleaned = lanes.map((each: Json) => {
    if (!isJsonObject(each) || each["parent"] !== null) return each;
    const { parent: _none, ...rest } = each;
    return rest;
  });
  return { ...value, lanes: cleaned };
}

function demandUnique(what: string, list: readonly { readonly id: number }[]): void {
  const seen = new Set<number>();
  for (const { id } of list) {
    if (seen.has(id)) throw new UnreadableRecording(`the header declares ${what} ${id} twice`);
    seen.add(id);
  }
}
