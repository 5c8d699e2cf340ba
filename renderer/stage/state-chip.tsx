/** How a program stands, in words beside a pictogram: never by colour alone. */
import type { ReadonlySignal } from "@preact/signals";
import type { StateWords } from "../../core/contract/worker-protocol.ts";
import { Icon } from "../ui/icon.tsx";
import { isTrouble, stateIcon, stateText } from "./state-words.ts";

export function StateChip({ words }: { readonly words: ReadonlySignal<StateWords> }) {
  return (
    <p class={isTrouble(words.value) ? "state-chip trouble" : "state-chip"}>
      <Icon name={stateIcon(words.value)} />
      <span>{stateText(words.value)}</span>
    </p>
  );
}
