/**
 * Warning: events were lost. Says how many of whom, and why.
 */
import { type AnyEvent, isKnown } from "../event.ts";
import type { Warning, WarningFold } from "./warning.ts";

export class LossesWarning implements WarningFold {
  readonly #lost = new Map<string, number>();

  event(event: AnyEvent): void {
    if (!isKnown(event) || event.kind !== "gap") return;
    const what = `of producer ${event.p} were lost: ${event.reason}`;
    this.#lost.set(what, (this.#lost.get(what) ?? 0) + event.to - event.from + 1);
  }

  warnings(): readonly Warning[] {
    return [...this.#lost].map(([what, count]) => `${count} events ${what}`);
  }
}
