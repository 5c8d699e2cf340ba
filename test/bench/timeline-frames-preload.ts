/**
 * The page of the timeline's benchmark: measures the product's own parts, a round after the other; the first one only
 * warms up.
 */
import { ipcRenderer } from "electron/renderer";
import { measureRound, type Round } from "./timeline/measurements.ts";

/** Bytes that live in this process, typed arrays included, once what is dead was collected. */
function memory(): number {
  for (let pass = 0; pass < 2; pass++) if ("gc" in globalThis && typeof globalThis.gc === "function") globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measure(events: number, rounds: number): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = -1; round < rounds; round++) {
    const each = measureRound(events, memory);
    if (round >= 0) measured.push(each);
    // A turn of its own for each round: what the last one left is dead by then.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return measured;
}

ipcRenderer.on("measure", (_event, order: { readonly events: number; readonly rounds: number }) => {
  void measure(order.events, order.rounds).then((rounds) => ipcRenderer.send("rounds", rounds));
});
