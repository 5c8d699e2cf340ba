/**
 * Hands the page its ports: a channel's one end goes to the page by way of the preload script, the other stays here
 * as a wire.
 */
import { MessageChannelMain, type WebContents } from "electron/main";
import type { Wire } from "../../../core/contract/channel.ts";
import { ipcChannels } from "../../../core/contract/page-api.ts";
import type { PortName } from "../../../core/contract/page-protocol.ts";
import { portWire } from "./port-wire.ts";

/** Opens the port `name` to the page in `contents`. */
export function openPagePort(contents: WebContents, name: PortName, onClosed: () => void): Wire {
  const { port1, port2 } = new MessageChannelMain();
  const wire = portWire(port1, onClosed);
  contents.postMessage(ipcChannels.port, name, [port2]);
  return wire;
}
