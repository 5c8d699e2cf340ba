/**
 * Everything that a thread host must not say to main.
 */
import { producerId } from "../../../core/trace/ids.ts";
import { badBatches } from "./bad-batches.ts";
import { badMessages } from "./bad-messages.ts";
import { fromProducerExamples } from "./examples.ts";

/** Bad messages and lies, while `run` is on. */
export function utilityMessages(run: number): readonly unknown[] {
  const lies = badBatches({ own: producerId(16), runtime: "threads", clock: 0, other: producerId(1) });
  const batches = Object.values(lies).map((batch) => ({ type: "batch", payload: { run, batch } }));
  return [...batches, ...badMessages(fromProducerExamples)];
}
