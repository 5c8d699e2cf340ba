/**
 * A `MessagePort` as the wire of a channel, in the page and in its workers.
 */
import type { Wire } from "../../core/contract/channel.ts";

/** The wire over `port`, which it starts when someone listens. */
export function portWire(port: MessagePort): Wire {
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      port.addEventListener("message", (event: MessageEvent<unknown>) => listener(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}
