/**
 * Where asyncio's warnings go: what Python writes to standard error. Set once by the runtime; core has no console.
 */

export type WarningCategory = "RuntimeWarning" | "Warning" | "Error";
export type WarningSink = (category: WarningCategory, message: string) => void;

let warningSink: WarningSink = () => {};

/** Sets who is told of warnings: coroutines never awaited, errors that nobody handled. */
export function setWarningSink(sink: WarningSink): void {
  warningSink = sink;
}

/** Reports something that went wrong and that no caller can be told of. */
export function warn(category: WarningCategory, message: string): void {
  warningSink(category, message);
}
