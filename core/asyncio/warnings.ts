/**
 * What asyncio says where nobody catches it: on the program's standard error, as Python's `warnings` and `logging` do.
 */
import { writeError } from "../programs/console.ts";

/** Reports something that went wrong and that no caller can be told of. A RuntimeWarning is named, a log line is not. */
export function warn(category: "RuntimeWarning" | "Log", message: string): void {
  writeError(category === "Log" ? `${message}\n` : `${category}: ${message}\n`);
}
