/** One button that goes round the themes and says which one is on. */
import type { ReadonlySignal } from "@preact/signals";
import type { Theme } from "../../core/contract/page-protocol.ts";
import { Icon } from "../ui/icon.tsx";
import { text } from "./language.ts";
import { nextTheme } from "./theme.ts";

export interface ThemeButtonProps {
  readonly theme: ReadonlySignal<Theme>;
  readonly choose: (theme: Theme) => void;
}

export function ThemeButton({ theme, choose }: ThemeButtonProps) {
  const label = text("theme.change", { theme: text(`theme.${theme.value}`) });
  return (
    <button
      type="button"
      class="button plain only-icon"
      aria-label={label}
      title={label}
      onClick={() => choose(nextTheme(theme.value))}
    >
      <Icon name={theme.value} />
    </button>
  );
}
