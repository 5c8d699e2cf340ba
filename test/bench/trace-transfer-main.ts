/**
 * Main of the transfer benchmark's app: passes on what comes from the utility process to the renderer, as the product
 * does (its own channel, schemas checked) for batches, as it comes for single messages. Prints events a second.
 */
import { join } from "node:path";
import { app, BrowserWindow, ipcMain, MessageChannelMain, utilityProcess } from "electron/main";
import { Channel, type Wire } from "../../core/contract/channel.ts";
import { fromProducer, toProducer } from "../../core/contract/producer-protocol.ts";
import { fromTimeline, toTimeline } from "../../core/contract/timeline-protocol.ts";
import type { TransferOrder } from "./trace/transfer-orders.ts";

const ways = ["batches", "one-message-each"] as const;

function option(name: string): number {
  return Number(app.commandLine.getSwitchValue(name));
}

/** Nothing happens: the benchmark's programs only send. */
const nothing = () => {};

async function run(): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      preload: join(__dirname, "trace-transfer-preload.cjs"),
      sandbox: false,
      backgroundThrottling: false,
    },
  });
  await window.loadURL("about:blank");
  const { port1, port2 } = new MessageChannelMain();
  window.webContents.postMessage("port", null, [port1]);
  port2.start();
  const child = utilityProcess.fork(join(__dirname, "trace-transfer-host.cjs"));
  await new Promise<void>((resolve) => void child.once("message", () => resolve()));

  let listener: ((message: unknown) => void) | undefined;
  const toPage: Wire = { post: (message) => port2.postMessage(message), listen: nothing, close: nothing };
  const fromHost: Wire = {
    post: nothing,
    listen: (given) => {
      listener = given;
    },
    close: nothing,
  };
  const timeline = new Channel({
    name: "main ⇄ timeline",
    wire: toPage,
    outgoing: toTimeline,
    incoming: fromTimeline,
    handlers: { taken: nothing },
  });
  const quiet = { prepared: nothing, producer: nothing, ended: nothing, bye: nothing, ping: nothing, beat: nothing };
  const handlers = { ...quiet, call: nothing, settled: nothing };
  const producer = new Channel({
    name: "main ⇄ threads",
    wire: fromHost,
    outgoing: toProducer,
    incoming: fromProducer,
    handlers: { ...handlers, batch: (payload) => timeline.send("batch", payload) },
  });
  let order: TransferOrder = { way: "batches", events: 0 };
  child.on("message", (message: unknown) => {
    if (order.way === "batches") listener?.(message);
    else port2.postMessage(message);
  });

  const batches: number[] = [];
  const single: number[] = [];
  const speeds = { batches, "one-message-each": single };
  for (let round = -1; round < option("rounds"); round++) {
    for (const way of ways) {
      // One round before the clock counts, of fewer events: everything is compiled then.
      order = { way, events: round < 0 ? Math.min(20_000, option("events")) : option("events") };
      const done = new Promise<void>((resolve) => void ipcMain.once("done", () => resolve()));
      window.webContents.send("expect", order);
      const begun = performance.now();
      child.postMessage(order);
      await done;
      if (round >= 0) speeds[way].push((order.events / (performance.now() - begun)) * 1_000);
    }
  }
  if (producer.counts.refused > 0) throw new Error(`${producer.counts.refused} batches were refused`);
  process.stdout.write(`${JSON.stringify(speeds)}\n`, () => app.exit(0));
}

app
  .whenReady()
  .then(run)
  .catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () =>
      app.exit(1),
    );
  });
