/**
 * From a message's type to its handler. The one place where a payload that its type's schema has just accepted is
 * taken to have that type: nothing else may call what the table holds.
 */
import type { MessageMap, PayloadOf } from "./envelope.ts";

/** A handler for each type; `Extra`: what a handler is given beside the payload. */
export type Handlers<In extends MessageMap, Extra extends readonly unknown[] = [], Result = void> = {
  readonly [T in keyof In]: (payload: PayloadOf<In, T>, ...extra: Extra) => Result;
};

type Opened<Extra extends readonly unknown[], Result> = (payload: unknown, ...extra: Extra) => Result;

/** The handlers by type, to be called with payloads that `openEnvelope` let through. */
export function dispatchTable<In extends MessageMap, Extra extends readonly unknown[], Result>(
  incoming: In,
  handlers: Handlers<In, Extra, Result>,
): ReadonlyMap<string, Opened<Extra, Result>> {
  const table = new Map<string, Opened<Extra, Result>>();
  for (const type of Object.keys(incoming)) {
    table.set(type, handlers[type as keyof In] as Opened<Extra, Result>);
  }
  return table;
}
