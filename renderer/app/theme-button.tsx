/** One button that goes round the themes and says which one is on. */
import type { Signal } from "@preact/signals";
import { Icon } from "../ui/icon.tsx";
import { text } from "./language.ts";
import { nextTheme, type Theme } from "./theme.ts";

export function ThemeButton({ theme }: { readonly theme: Signal<Theme> }) {
  const label = text("theme.change", { theme: text(`theme.${theme.value}`) });
  const change = () => {
    theme.value = nextTheme(theme.value);
  };
  return (
    <button type="button" class="button plain only-icon" aria-label={label} title={label} onClick={change}>
      <Icon name={theme.value} />
    </button>
  );
}
