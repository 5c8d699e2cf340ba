/**
 * The keys of the window's commands, once: main's menu registers them, the page names them beside its buttons.
 * Spelled as Electron spells accelerators; `CmdOrCtrl` is ⌘ on macOS and Ctrl elsewhere.
 */
export const accelerators = {
  run: "CmdOrCtrl+R",
  cancel: "CmdOrCtrl+K",
  stop: "CmdOrCtrl+.",
  "export.spinscope": "CmdOrCtrl+S",
  "export.trace-event": "CmdOrCtrl+Shift+S",
  "zoom-in": "CmdOrCtrl+=",
  "zoom-out": "CmdOrCtrl+-",
  fit: "CmdOrCtrl+0",
  follow: "CmdOrCtrl+L",
} as const;
export type AcceleratedCommand = keyof typeof accelerators;

/** An accelerator as a person of that platform reads it: `⇧⌘S`, `Ctrl+Shift+S`. */
export function readableAccelerator(command: AcceleratedCommand, isMac: boolean): string {
  const accelerator: string = accelerators[command];
  if (!isMac) return accelerator.replace("CmdOrCtrl", "Ctrl");
  return accelerator.replace("CmdOrCtrl+Shift+", "⇧⌘").replace("CmdOrCtrl+", "⌘");
}
