/**
 * The page of the timeline's benchmark: measures the product's own parts, a round after the other; the first one only
 * warms up.
 */
import { ipcRenderer } from "electron/renderer";
import { measureRound, type Round } from "./timeline/measurements.ts";

/** Bytes that live in this process, once what is dead was collected. */
function memory(): number {
  if ("gc" in globalThis && typeof globalThis.gc === "function") globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

ipcRenderer.on("measure", (_event, order: { readonly events: number; readonly rounds: number }) => {
  const measured: Round[] = [];
  for (let round = -1; round < order.rounds; round++) {
    const each = measureRound(order.events, memory);
    if (round >= 0) measured.push(each);
  }
  ipcRenderer.send("rounds", measured);
});
