/**
 * Which menu items mean something now, and which are ticked: derived from how things stand, remembered nowhere.
 */
import type { exportFormats, Theme } from "../../../core/contract/page-protocol.ts";
import type { RecordingState } from "../../../core/contract/recording-state.ts";
import type { RunState } from "../../../core/contract/run.ts";

type ExportFormat = (typeof exportFormats)[number];

/** Whether each item is enabled, by its id in the menu. */
export type EnabledItems = Readonly<
  Record<"open" | "run" | "earlier" | "cancel" | "stop" | `export.${ExportFormat}`, boolean>
>;

export interface MenuState {
  readonly enabled: EnabledItems;
  /** Whether each item that can be ticked is, by its id. */
  readonly checked: Readonly<Record<"earlier" | `theme.${Theme}`, boolean>>;
}

/** How things stand, as far as the menu follows it. */
export interface MenuFacts {
  readonly run: Pick<RunState, "phase" | "cancelled">;
  readonly recording: Pick<RecordingState, "shown" | "earlier">;
  readonly theme: Theme;
}

/** Before a run Cancel and Stop are off, after it too; one Cancel is enough; what is shown can be exported. */
export function menuState({ run, recording, theme }: MenuFacts): MenuState {
  const canRun = run.phase === "idle" || run.phase === "ended";
  const canInterrupt = run.phase === "running";
  const canExport = recording.shown !== null;
  return {
    enabled: {
      open: canRun,
      run: canRun,
      earlier: canRun && recording.earlier !== "none",
      cancel: canInterrupt && !run.cancelled,
      stop: canInterrupt,
      "export.spinscope": canExport,
      "export.trace-event": canExport,
      "export.csv": canExport,
      "export.svg": canExport,
    },
    checked: {
      earlier: recording.earlier === "shown",
      "theme.system": theme === "system",
      "theme.dark": theme === "dark",
      "theme.light": theme === "light",
    },
  };
}

/** The little that is used of Electron's `Menu`. */
export interface MenuItems {
  getMenuItemById(id: string): { enabled: boolean; checked: boolean } | null;
}

/** Enables, disables and ticks the items of a menu that was built already. */
export function applyMenuState(menu: MenuItems, { enabled, checked }: MenuState): void {
  for (const [id, isEnabled] of Object.entries(enabled)) {
    const item = menu.getMenuItemById(id);
    if (item !== null) item.enabled = isEnabled;
  }
  for (const [id, isChecked] of Object.entries(checked)) {
    const item = menu.getMenuItemById(id);
    if (item !== null) item.checked = isChecked;
  }
}
