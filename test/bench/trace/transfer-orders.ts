/**
 * What the parts of the transfer benchmark tell each other: send `events` events, in the product's batches or one
 * message each.
 */
export interface TransferOrder {
  readonly way: "batches" | "one-message-each";
  readonly events: number;
}

/** Whether a message from another process is an order. */
export function isOrder(message: unknown): message is TransferOrder {
  return typeof message === "object" && message !== null && "way" in message && "events" in message;
}

/** What the worker thread is given when it boots. */
export interface WorkerGear {
  readonly ring: SharedArrayBuffer;
}
