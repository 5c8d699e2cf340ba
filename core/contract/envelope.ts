/**
 * What every message between two processes is wrapped in, and the one place where a received one is opened:
 * its type must be in the map, its payload must fit the type's schema, and a message that is recorded carries
 * the name of its `message.sent` event. Nothing else is let through.
 */
import type { EventRef } from "../trace/ids.ts";
import { whyUnbounded } from "./message-bounds.ts";
import { eventRefSchema, z } from "./schema.ts";

/** One type of message: what it carries, and whether a person or a program causes it (then it is recorded). */
export interface MessageSpec<Payload = unknown> {
  readonly schema: z.ZodType<Payload>;
  readonly recorded: boolean;
  /** What one weighs, where the recorder's own traffic is counted in bytes. A method, so that maps of messages mix. */
  weigh?(payload: Payload): number;
  /** Values that one may hold, where it may hold more than others (message-bounds.ts). */
  readonly most?: number;
}

/** All the messages that may cross one boundary in one direction, by type. */
export type MessageMap = { readonly [type: string]: MessageSpec };
export type PayloadOf<M extends MessageMap, T extends keyof M> = z.infer<M[T]["schema"]>;

export type Opened =
  | {
      readonly ok: true;
      readonly type: string;
      readonly payload: unknown;
      readonly id: EventRef | undefined;
      readonly recorded: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/** Characters of what a refusal says of the message: it may quote what was sent. */
const longestReason = 300;

const envelopeSchema = z.strictObject({
  type: z.string().max(64),
  payload: z.unknown(),
  id: eventRefSchema.optional(),
});

/** Opens what came from another process against the map of what may come. Never throws. */
export function openEnvelope(messages: MessageMap, raw: unknown): Opened {
  try {
    return open(messages, raw);
  } catch (error) {
    // What no checker has thought of must not end the process that it was sent to.
    return { ok: false, reason: `can't be checked: ${String(error).slice(0, longestReason)}` };
  }
}

function open(messages: MessageMap, raw: unknown): Opened {
  const unbounded = whyUnbounded(raw, specOf(messages, raw)?.most);
  if (unbounded !== undefined) return { ok: false, reason: unbounded };
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return { ok: false, reason: "not an envelope { type, payload, id? }" };
  const { type, payload, id } = envelope.data;
  const spec = Object.hasOwn(messages, type) ? messages[type] : undefined;
  if (spec === undefined) return { ok: false, reason: `unknown message type ${JSON.stringify(type)}` };
  const parsed = spec.schema.safeParse(payload);
  if (!parsed.success) return { ok: false, reason: `${type}: ${firstIssue(parsed.error)}` };
  return { ok: true, type, payload: parsed.data, id, recorded: spec.recorded };
}

/** Of a message that was not checked yet. */
function specOf(messages: MessageMap, raw: unknown): MessageSpec | undefined {
  if (typeof raw !== "object" || raw === null || !("type" in raw) || typeof raw.type !== "string") return undefined;
  return Object.hasOwn(messages, raw.type) ? messages[raw.type] : undefined;
}

/** What a payload weighs as text: the size that a recorded message is said to have, in bytes of JSON. */
export function payloadBytes(payload: unknown): number {
  return JSON.stringify(payload ?? null).length;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "does not fit its schema";
  return `${issue.path.join(".") || "payload"}: ${issue.message}`.slice(0, longestReason);
}
