/**
 * The utility process of the transfer benchmark: its host thread pumps what the worker thread writes, as the product's
 * does: every 8 ms what is in the ring, as batches; or each message as it comes.
 */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Channel } from "../../core/contract/channel.ts";
import { fromProducer, toProducer } from "../../core/contract/producer-protocol.ts";
import { createRing } from "../../core/threading/ring.ts";
import { RingReader } from "../../core/trace/adapters/threading-ring-reader.ts";
import { producerId } from "../../core/trace/ids.ts";
import { isOrder } from "./trace/transfer-orders.ts";

/** As the product's host pumps, ms. */
const period = 8;
const nothing = () => {};

const { parentPort } = process;
const ring = createRing();
const reader = new RingReader(ring, producerId(17));
/** As the build lays it out, beside this file. */
const workerFile = join(__dirname, "trace-transfer-worker.cjs");
const worker = new Worker(workerFile, { workerData: { ring } });
const channel = new Channel({
  name: "threads ⇄ main",
  wire: { post: (message) => parentPort.postMessage(message), listen: nothing, close: nothing },
  outgoing: fromProducer,
  incoming: toProducer,
  handlers: {
    prepare: nothing,
    start: nothing,
    cancel: nothing,
    stop: nothing,
    call: nothing,
    settled: nothing,
    finish: nothing,
    acknowledge: nothing,
    pong: nothing,
    beat: nothing,
  },
});

worker.on("message", (message: unknown) => parentPort.postMessage(message));
setInterval(() => {
  for (const batch of reader.read()) channel.send("batch", { run: 1, batch });
}, period);
parentPort.on("message", ({ data }) => {
  if (isOrder(data)) worker.postMessage(data);
});
worker.once("online", () => parentPort.postMessage("ready"));
