/**
 * How a program stands, in words beside a pictogram: never by colour alone. While a person looks back the instant that is
 * looked at comes first.
 */
import type { ReadonlySignal } from "@preact/signals";
import type { StateWords } from "../../core/contract/worker-protocol.ts";
import { text } from "../app/language.ts";
import { bareSeconds } from "../inspector/instant.ts";
import { Icon } from "../ui/icon.tsx";
import { isTrouble, stateIcon, stateText } from "./state-words.ts";

export interface StateChipProps {
  readonly words: ReadonlySignal<StateWords>;
  /** The instant in the past that is looked at, µs; undefined: how it stands now or at its end. */
  readonly past: ReadonlySignal<number | undefined>;
}

export function StateChip({ words, past }: StateChipProps) {
  const state = stateText(words.value);
  return (
    <p class={isTrouble(words.value) ? "state-chip trouble" : "state-chip"}>
      <Icon name={stateIcon(words.value)} />
      <span>{past.value === undefined ? state : text("stage.past", { at: bareSeconds(past.value), state })}</span>
    </p>
  );
}
