/**
 * A `MessagePortMain` as the wire of a channel. `onClosed`: the other end is gone, with its page or worker.
 */
import type { MessagePortMain } from "electron";
import type { Wire } from "../../../core/contract/channel.ts";

/** The wire over `port`, which it starts when someone listens. */
export function portWire(port: MessagePortMain, onClosed: () => void): Wire {
  port.on("close", onClosed);
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => {
      port.on("message", (event) => listener(event.data));
      port.start();
    },
    close: () => port.close(),
  };
}
