/** English: what the timeline's worker writes into the picture. Short: it stands in bars and beside marks. */
import { timelineDetails } from "./timeline-details.ts";

export const timelineDrawing = {
  ...timelineDetails,

  "draw.blocked-sleep": "blocked in sleep {time}",
  "draw.blocked-join": "blocked in join of {lane}",
  "draw.blocked-lock": "blocked, wants {lane}",
  "draw.blocked-gil": "wants the GIL",
  "draw.blocked-future": "blocked, wants a result",
  "draw.blocked-message": "blocked, wants a message",
  "draw.blocked-io": "blocked in input or output",
  "draw.blocked": "blocked",
  "draw.sleep": "sleep {time}",
  "draw.awaiting": "awaiting {lane}",
  "draw.awaiting-future": "awaiting a future",
  "draw.waiting-lock": "waits for {lane}",
  "draw.waiting-message": "waits for a message",
  "draw.waiting-io": "waits for an answer",
  "draw.blocks-loop": "blocks the loop {time}",
  "draw.again": "{what}, again and again",
  "draw.turn": "turn {n}",
  "draw.held": "{lane}",

  "draw.asked": "asked to stop",
  "draw.seen": "saw it",
  "draw.cancel-requested": "cancel requested",
  "draw.cancel-delivered": "delivered",
  "draw.cancel-refused": "refused",
  "draw.joined": "joined {lane}",
  "draw.times": "{what} ×{count}",

  "draw.returned": "returned",
  "draw.returned-value": "returned {value}",
  "draw.raised": "raised {error}",
  "draw.cancelled": "cancelled",
  "draw.killed": "killed",
  "draw.abandoned": "abandoned",

  "legend.running": "running",
  "legend.ready": "ready",
  "legend.blocked": "blocked, holds its thread",
  "legend.waiting": "waiting, holds no thread",
  "legend.signal": "signal",
  "legend.cancel": "cancel",
  "legend.join": "join",
  "legend.message": "message",
} as const;
