/** A button's title with its key: `Run (Ctrl+R)`. */
import { type Action, readableAccelerator } from "../../core/contract/accelerators.ts";
import { text } from "./language.ts";

const isMac = navigator.userAgent.includes("Mac OS X");

/** `label` followed by the key of `action` as this platform writes it. */
export function withKey(label: string, action: Action): string {
  return text("run.with-key", { label, key: readableAccelerator(action, isMac) });
}
