/**
 * File > Recovered Recordings: there as long as something was recovered of which nobody has decided.
 */
import type { MenuItemConstructorOptions } from "electron";
import type { OfferedRecording } from "../../../core/contract/recovery-state.ts";
import { type Language, translate } from "../../../core/i18n/index.ts";
import { defaultFileName } from "../files/default-file-name.ts";

export interface RecoveredActions {
  /** Shows the recovered recording of that number. */
  readonly openRecovered: (number: number) => void;
}

/** The submenu, with one item a recording, the newest first; nothing when there is none. */
export function recoveredMenu(
  recovered: readonly OfferedRecording[],
  language: Language,
  actions: RecoveredActions,
): MenuItemConstructorOptions[] {
  if (recovered.length === 0) return [];
  const submenu = recovered.map(({ number, lesson, started, events }, index) => ({
    id: `recovered.${index}`,
    // A menu shows `&` only when it is doubled.
    label: translate(language, "menu.recovered.item", {
      name: defaultFileName({ lesson, started }).replaceAll("&", "&&"),
      events,
    }),
    click: () => actions.openRecovered(number),
  }));
  return [{ id: "recovered", label: translate(language, "menu.recovered"), submenu }];
}
