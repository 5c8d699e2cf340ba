/**
 * What the preload script puts on `window.spinscope`, and nothing more: the page's only way to main. The lists here
 * are values without a schema, so that the preload script stays a few lines and never loads zod.
 * Invariants: `requestTypes` are exactly the keys of `pageRequests` without those that only the preload script sends;
 * the object and its functions are frozen; the page names no path, it hands over files that a person gave it.
 */
import type { EventRef } from "../trace/ids.ts";
import type { PayloadOf } from "./envelope.ts";
import type { Answer, PortName, pageEvents, pageRequests } from "./page-protocol.ts";

/** Where the page lives: the one origin whose messages main hears. */
export const pageOrigin = "app://spinscope";

/** Electron's IPC channels, one a direction, and the one that brings the ports. */
export const ipcChannels = {
  request: "spinscope:request",
  event: "spinscope:event",
  port: "spinscope:port",
} as const;

/** The request behind `openDropped`: the preload script's own, closed to the page. */
export const droppedRequest = "file.dropped";

export type RequestType = Exclude<keyof typeof pageRequests, typeof droppedRequest>;

/** Every request that the preload script lets through. */
export const requestTypes = [
  "page.ready",
  "run.start",
  "run.cancel",
  "run.stop",
  "recording.export",
  "recording.toggle-earlier",
  "file.open",
  "file.cancel",
  "recovery.open",
  "recovery.save",
  "recovery.later",
  "theme.choose",
  "page.report",
] as const satisfies readonly RequestType[];

/** What the page is told: one of `pageEvents`, with its payload. */
export type PageEvent = {
  readonly [T in keyof typeof pageEvents]: { readonly type: T; readonly payload: PayloadOf<typeof pageEvents, T> };
}[keyof typeof pageEvents];

export interface PageApi {
  /**
   * Asks main for one thing. `id` names the `message.sent` event of a request that is recorded (`run.cancel`,
   * `run.stop`). Never rejects for what main refuses: the answer's `problem` says why.
   */
  request<T extends RequestType>(type: T, payload: PayloadOf<typeof pageRequests, T>, id?: EventRef): Promise<Answer>;
  /**
   * Opens a `File` that a person dropped on the window. Answers when it is shown, or with the reason. One that a script
   * made has no path and is refused.
   */
  openDropped(file: object): Promise<Answer>;
  /** Calls `listener` for each event from main. Returns a function that ends it. */
  onEvent(listener: (event: PageEvent) => void): () => void;
}

/**
 * A port on its way from the preload script to the page: a window `message` event whose source is the window
 * itself, whose origin is `pageOrigin`, and whose `ports[0]` is the port. Sent after `page.ready`.
 */
export interface PortMessage {
  readonly spinscope: "port";
  readonly name: PortName;
}
