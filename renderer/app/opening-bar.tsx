/** A file that is being read: how far, and a way out. A file that opens at once never shows it for long. */
import { Button } from "../ui/button.tsx";
import type { Commands } from "./commands.ts";
import { text } from "./language.ts";
import type { PageState } from "./state.ts";

export interface OpeningBarProps {
  readonly state: PageState;
  readonly commands: Commands;
}

export function OpeningBar({ state, commands }: OpeningBarProps) {
  const { opening } = state.recording.value;
  if (opening === null) return null;
  const label = text("opening.label", { name: opening.name });
  return (
    <section class="opening" aria-label={label}>
      <label for="opening-progress">{label}</label>
      <progress id="opening-progress" value={opening.read} max={Math.max(opening.size, 1)} />
      <Button enabled title={text("opening.cancel")} onPress={commands.cancelOpening}>
        {text("opening.cancel")}
      </Button>
    </section>
  );
}
