/**
 * Which menu items mean something now: derived from the run's phase, remembered nowhere.
 */
import type { RunState } from "../../../core/contract/run.ts";

/** Whether each item is enabled, by its id in the menu. */
export type MenuState = Readonly<
  Record<"run" | "cancel" | "stop" | "export.spinscope" | "export.trace-event", boolean>
>;

/** Before a run Cancel and Stop are off, after it too; one Cancel is enough; what has begun can be exported. */
export function menuState({ phase, cancelled }: Pick<RunState, "phase" | "cancelled">): MenuState {
  const canRun = phase === "idle" || phase === "ended";
  const canInterrupt = phase === "running";
  const canExport = phase === "running" || phase === "stopping" || phase === "ended";
  return {
    run: canRun,
    cancel: canInterrupt && !cancelled,
    stop: canInterrupt,
    "export.spinscope": canExport,
    "export.trace-event": canExport,
  };
}

/** The little that is used of Electron's `Menu`. */
export interface MenuItems {
  getMenuItemById(id: string): { enabled: boolean } | null;
}

/** Enables and disables the items of a menu that was built already. */
export function applyMenuState(menu: MenuItems, state: MenuState): void {
  for (const [id, enabled] of Object.entries(state)) {
    const item = menu.getMenuItemById(id);
    if (item !== null) item.enabled = enabled;
  }
}
