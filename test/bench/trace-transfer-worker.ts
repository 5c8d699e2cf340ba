/**
 * The worker thread of the transfer benchmark: makes the same events either way, as a program's lines, waits and output
 * come. Into its ring it writes no faster than the ring is emptied, since here nothing may be dropped.
 */
import { parentPort, workerData } from "node:worker_threads";
import { RingWriter } from "../../core/threading/ring.ts";
import { RingWord } from "../../core/threading/ring-layout.ts";
import { Code, kinds } from "../../core/trace/kinds.ts";
import { isOrder, type TransferOrder, type WorkerGear } from "./trace/transfer-orders.ts";

const { ring }: WorkerGear = workerData;
const header = new Int32Array(ring, 0, 32);
const writer = new RingWriter(ring, () => false);
const idle = new Int32Array(new SharedArrayBuffer(4));
/** Slots that may be full before the writer waits. */
const highWater = 24_576;
const lane = 17;
const cycle = [Code.line, Code.output, Code.line, Code.output, Code.line, Code.wait, Code.run] as const;

parentPort?.on("message", (message: unknown) => {
  if (!isOrder(message)) return;
  if (message.way === "batches") intoTheRing(message);
  else oneMessageEach(message);
});

function intoTheRing({ events }: TransferOrder): void {
  for (let i = 0; i < events; i++) {
    if (i % 256 === 0) waitForRoom();
    const kind = cycle[i % cycle.length] ?? Code.line;
    const text = kind === Code.line ? "threads.ts" : kind === Code.output ? "| thinking!" : "";
    writer.write(kind, performance.now() * 1_000, lane, 0, -1, -1, 0, -1, 0, i % 40, text);
  }
}

function waitForRoom(): void {
  while (Atomics.load(header, RingWord.written) - Atomics.load(header, RingWord.read) > highWater) {
    Atomics.wait(idle, 0, 0, 1);
  }
}

function oneMessageEach({ events }: TransferOrder): void {
  for (let i = 0; i < events; i++) {
    const kind = kinds[cycle[i % cycle.length] ?? Code.line] ?? "line";
    const stamp = { p: 17, s: i, t: performance.now() * 1_000, lane, kind };
    if (kind === "line") parentPort?.postMessage({ ...stamp, file: "threads.ts", line: i % 40 });
    else if (kind === "output") parentPort?.postMessage({ ...stamp, text: "| thinking!" });
    else if (kind === "wait") parentPort?.postMessage({ ...stamp, why: "sleep", ms: i % 40 });
    else parentPort?.postMessage(stamp);
  }
}
