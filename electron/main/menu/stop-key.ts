/**
 * The key of Stop, seen in main before the page gets it. A menu accelerator would not do: the key goes to the page
 * first, and a page whose thread is blocked never gives it back.
 */
import type { Input, WebContents } from "electron";

/** Whether this key press is Stop's accelerator, `CmdOrCtrl+.`. */
export function isStopKey(input: Pick<Input, "type" | "key" | "control" | "meta" | "alt">, mac: boolean): boolean {
  const command = mac ? input.meta && !input.control : input.control && !input.meta;
  return input.type === "keyDown" && command && !input.alt && input.key === ".";
}

/** Calls `stop` when a person presses Stop's key in these web contents. */
export function listenForStop(contents: WebContents, mac: boolean, stop: () => void): void {
  contents.on("before-input-event", (event, input) => {
    if (!isStopKey(input, mac)) return;
    event.preventDefault();
    stop();
  });
}
