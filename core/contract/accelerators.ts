/**
 * The keys of the menu, in Electron's notation, in the one place from which the native menu takes them and
 * from which the page names them beside its buttons.
 */
export const accelerators = {
  open: "CmdOrCtrl+O",
  exportTimeline: "CmdOrCtrl+E",
  exportTraceEvents: "CmdOrCtrl+Shift+E",
  run: "CmdOrCtrl+R",
  /** The recording a step back, and the latest one again. */
  earlier: "CmdOrCtrl+Shift+R",
  cancel: "CmdOrCtrl+K",
  /** Handled in main before the page sees the key, so that it works while the page is blocked. */
  stop: "CmdOrCtrl+.",
  zoomIn: "CmdOrCtrl+=",
  zoomOut: "CmdOrCtrl+-",
  fit: "CmdOrCtrl+0",
  follow: "CmdOrCtrl+L",
} as const;

export type Action = keyof typeof accelerators;

/** An action's key as a person of that platform reads it: `⇧⌘E`, `Ctrl+Shift+E`. */
export function readableAccelerator(action: Action, isMac: boolean): string {
  const accelerator: string = accelerators[action];
  if (!isMac) return accelerator.replace("CmdOrCtrl", "Ctrl");
  return accelerator.replace("CmdOrCtrl+Shift+", "⇧⌘").replace("CmdOrCtrl+", "⌘");
}
