/** The keys of commands, and a button's title with its key: `Run (Ctrl+R)`. */
import { type Action, readableAccelerator } from "../../core/contract/accelerators.ts";
import { text } from "./language.ts";

const isMac = navigator.userAgent.includes("Mac OS X");

/** The key of `action` as this platform writes it. */
export function keyOf(action: Action): string {
  return readableAccelerator(action, isMac);
}

/** `label` followed by the key of `action` as this platform writes it. */
export function withKey(label: string, action: Action): string {
  return text("run.with-key", { label, key: keyOf(action) });
}
