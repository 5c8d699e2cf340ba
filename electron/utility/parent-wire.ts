/**
 * The wire from a utility process to main. Its messages are not durable: what matters is acknowledged.
 */
import type { Wire } from "../../core/contract/channel.ts";

/** The utility process's end. It stays open for as long as the process lives. */
export function parentWire(): Wire {
  const port = process.parentPort;
  return {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on("message", ({ data }) => listener(data)),
    close: () => {},
  };
}
