/** A program's state as a person reads it: the sentence of its key with every duration in its unit, and its pictogram. */

import type { StateWords } from "../../core/contract/worker-protocol.ts";
import { milliseconds } from "../../core/i18n/index.ts";
import { reportedText } from "../app/language.ts";
import type { IconName } from "../ui/icon.tsx";

/** The words of a state. */
export function stateText({ key, us, ...values }: StateWords): string {
  return reportedText(key, us === undefined ? values : { ...values, ms: milliseconds(us / 1_000) });
}

const icons: Readonly<Record<StateWords["key"], IconName>> = {
  "state.idle": "state-idle",
  "state.preparing": "state-idle",
  "state.running": "state-running",
  "state.ready": "state-ready",
  "state.blocked-sleep": "state-blocked",
  "state.blocked-join": "state-blocked",
  "state.blocked-lock": "state-blocked",
  "state.waiting-gil": "state-blocked",
  "state.waiting-message": "state-waiting",
  "state.waiting-io": "state-waiting",
  "state.sleeping": "state-waiting",
  "state.awaiting": "state-waiting",
  "state.awaiting-future": "state-waiting",
  "state.blocking-loop": "state-blocked",
  "state.deadlock": "state-blocked",
  "state.asked": "state-asked",
  "state.seen": "state-asked",
  "state.seen-by-all": "state-asked",
  "state.cancel-requested": "state-asked",
  "state.cancelled": "state-cancelled",
  "state.reached": "state-asked",
  "state.reached-all": "state-asked",
  "state.returned": "state-returned",
  "state.raised": "state-raised",
  "state.stopped": "state-stopped",
  "state.lost": "state-lost",
  "state.ended": "state-returned",
};

/** The pictogram of a state: a shape of its own for each kind of state, so that colour says nothing alone. */
export function stateIcon({ key }: StateWords): IconName {
  return icons[key];
}

const troubles: ReadonlySet<StateWords["key"]> = new Set<StateWords["key"]>([
  "state.cancelled",
  "state.raised",
  "state.stopped",
  "state.lost",
  "state.deadlock",
]);

/** Whether a state is against the program's will: it is set in the colour of cancellation. */
export function isTrouble({ key }: StateWords): boolean {
  return troubles.has(key);
}
