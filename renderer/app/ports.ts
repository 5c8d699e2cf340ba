/**
 * The two ports that main gives the page, one for the program that runs here and one for the timeline's worker. They
 * arrive as window messages from the preload script, after `page.ready`, again after every reconnection; anything else
 * that is posted to this window is not looked at.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { PortName } from "../../core/contract/page-protocol.ts";
import { portNames } from "../../core/contract/page-protocol.ts";

export type Ports = Readonly<Record<PortName, ReadonlySignal<MessagePort | undefined>>>;

/** Begins to listen for the ports on `target`, the page's own window. */
export function receivePorts(target: Window): Ports {
  const ports = {
    coroutines: signal<MessagePort | undefined>(undefined),
    timeline: signal<MessagePort | undefined>(undefined),
  };
  target.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== target || event.origin !== target.origin) return;
    const name = portNameIn(event.data);
    const port = event.ports[0];
    if (name !== undefined && port !== undefined) ports[name].value = port;
  });
  return ports;
}

function portNameIn(message: unknown): PortName | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  if (!("spinscope" in message && message.spinscope === "port" && "name" in message)) return undefined;
  return portNames.find((name) => name === message.name);
}
