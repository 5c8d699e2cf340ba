/**
 * Dark, light, or as the system: a `data-theme` on the root that style/tokens.css obeys. Main has the
 * choice and remembers it; the page keeps it, too, so that its first picture is in the right one. A store that can't be
 * read or written only means that it is not.
 */

import { effect, type Signal, signal } from "@preact/signals";
import { type Theme, themes } from "../../core/contract/page-protocol.ts";

const storeKey = "spinscope.theme";

/** The window's theme, remembered; the root element follows it from now on. */
export function createTheme(root: HTMLElement, store: Storage): Signal<Theme> {
  const theme = signal<Theme>(remembered(store));
  effect(() => {
    if (theme.value === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme.value;
    remember(store, theme.value);
  });
  return theme;
}

/** The theme after this one, in the order of `themes`. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
}

function remembered(store: Storage): Theme {
  try {
    return themes.find((theme) => theme === store.getItem(storeKey)) ?? "system";
  } catch {
    return "system";
  }
}

function remember(store: Storage, theme: Theme): void {
  try {
    store.setItem(storeKey, theme);
  } catch {
    // Full or forbidden: the theme holds for this window only.
  }
}
