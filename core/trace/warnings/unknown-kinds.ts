/**
 * Warning: kinds of events that this version does not know, and so does not check.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { Warning, WarningFold } from "./warning.ts";

export class UnknownKindsWarning implements WarningFold {
  readonly #counts = new Map<string, number>();

  event(event: AnyEvent): void {
    if (!isKnown(event)) this.#counts.set(event.kind, (this.#counts.get(event.kind) ?? 0) + 1);
  }

  warnings(): readonly Warning[] {
    return [...this.#counts].map(([kind, count]) => `${count} events of the unknown kind "${kind}" were not checked`);
  }
}
