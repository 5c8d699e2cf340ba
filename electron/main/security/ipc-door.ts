/**
 * The one door for requests from the page (Electron's checklist items 17 and 20): each comes from the main frame
 * of our one window, showing our one page, and fits its type's schema, or it changes nothing but the count of
 * refusals. Invariant: no handler sees an unchecked payload, and the door never throws to the page.
 */

import { dispatchTable, type Handlers } from "../../../core/contract/dispatch.ts";
import { openEnvelope } from "../../../core/contract/envelope.ts";
import { type Answer, pageRequests } from "../../../core/contract/page-protocol.ts";
import type { EventRef } from "../../../core/trace/ids.ts";
import { pageAddress } from "./navigation.ts";

/** The little that the door needs to know of a `WebFrameMain`. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: object | null;
}

/** What carries out a request. `id` names its `message.sent` event, when the request is recorded. */
export type RequestHandlers = Handlers<typeof pageRequests, [id: EventRef | undefined], Answer | Promise<Answer>>;

const gone = "the frame is gone";

/** Why a request from `frame` is not heard; `undefined` when it is. `own`: our window's main frame. */
export function whyUnheard(frame: SenderFrame | null, own: SenderFrame | null): string | undefined {
  if (frame === null || own === null) return gone;
  if (frame !== own) return "the frame is not the main frame of the window";
  try {
    if (frame.parent !== null) return "the frame is inside another one";
    return frame.url === pageAddress ? undefined : `the frame shows ${frame.url.slice(0, 200)}`;
  } catch {
    // What is asked of a frame that was disposed throws.
    return gone;
  }
}

/**
 * The function that answers a request, given who sent it and what it says. `refuse` is told of what was not heard,
 * `fail` of what a handler threw.
 */
export function openDoor(
  handlers: RequestHandlers,
  refuse: (reason: string) => void,
  fail: (reason: string) => void,
): (frame: SenderFrame | null, own: SenderFrame | null, raw: unknown) => Promise<Answer> {
  const dispatch = dispatchTable(pageRequests, handlers);
  return async (frame, own, raw) => {
    const unheard = whyUnheard(frame, own);
    if (unheard !== undefined) return refused(refuse, unheard);
    const opened = openEnvelope(pageRequests, raw);
    if (!opened.ok) return refused(refuse, opened.reason);
    const handler = dispatch.get(opened.type);
    if (handler === undefined) return refused(refuse, `nothing answers ${opened.type}`);
    try {
      return await handler(opened.payload, opened.id);
    } catch (error) {
      fail(`${opened.type}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { ok: false, problem: `${opened.type} failed: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
}

function refused(refuse: (reason: string) => void, reason: string): Answer {
  refuse(`request: ${reason}`);
  return { ok: false, problem: `The request was refused: ${reason}.` };
}
