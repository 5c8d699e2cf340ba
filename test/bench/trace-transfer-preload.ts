/**
 * The renderer of the transfer benchmark: counts the events that arrive, and says when all are there.
 */
import { ipcRenderer } from "electron/renderer";

let missing = 0;

ipcRenderer.on("expect", (_event, order: { readonly events: number }) => {
  missing = order.events;
});

ipcRenderer.on("port", (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  port.onmessage = ({ data }: MessageEvent<{ readonly payload?: { readonly batch: { readonly count: number } } }>) => {
    missing -= data.payload === undefined ? 1 : data.payload.batch.count;
    if (missing === 0) ipcRenderer.send("done");
  };
});
