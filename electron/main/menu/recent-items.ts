/**
 * The items of File > Open Recent.
 */
import { basename } from "node:path";
import type { MenuItemConstructorOptions } from "electron";
import { type Language, translate } from "../../../core/i18n/index.ts";
import { shownText } from "../../../core/text/shown-text.ts";

export interface RecentActions {
  readonly openRecent: (path: string) => void;
  readonly clearRecents: () => void;
}

/** One item a path (absolute), the newest first, and one that clears them. */
export function recentItems(
  paths: readonly string[],
  language: Language,
  actions: RecentActions,
): MenuItemConstructorOptions[] {
  if (paths.length === 0) return [{ label: translate(language, "menu.recent.none"), enabled: false }];
  const files = paths.map((path, index) => ({
    id: `recent.${index}`,
    label: recentLabel(path, paths),
    click: () => actions.openRecent(path),
  }));
  const clear = translate(language, "menu.recent.clear");
  return [...files, { type: "separator" }, { id: "recent.clear", label: clear, click: () => actions.clearRecents() }];
}

/** The file's name, or its whole path where another one has the same name. A menu shows `&` only when it is doubled. */
export function recentLabel(path: string, paths: readonly string[]): string {
  const name = basename(path);
  const isAlone = paths.every((each) => each === path || basename(each) !== name);
  return shownText(isAlone ? name : path).replaceAll("&", "&&");
}
