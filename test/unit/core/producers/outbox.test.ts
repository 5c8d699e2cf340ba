import { expect, test } from "vitest";
import { Channel } from "../../../../core/contract/channel.ts";
import { fromProducer, toProducer } from "../../../../core/contract/producer-protocol.ts";
import { Outbox } from "../../../../core/producers/outbox.ts";
import type { Batch } from "../../../../core/trace/batch.ts";
import { noLane, noProducer, producerId } from "../../../../core/trace/ids.ts";
import { Code } from "../../../../core/trace/kinds.ts";
import { ManualTime } from "../../../support/manual-time.ts";
import { memoryWires } from "../../../support/memory-wire.ts";

const time = new ManualTime();
const wires = memoryWires();
const batches: Batch[] = [];
const byes: unknown[] = [];

function ignored(): void {}
const channel = new Channel({
  name: "page",
  wire: wires.far,
  outgoing: fromProducer,
  incoming: toProducer,
  handlers: {
    prepare: ignored,
    start: ignored,
    cancel: ignored,
    stop: ignored,
    call: ignored,
    settled: ignored,
    finish: ignored,
    acknowledge: ignored,
    pong: ignored,
    beat: ignored,
  },
});
new Channel({
  name: "main",
  wire: wires.near,
  outgoing: toProducer,
  incoming: fromProducer,
  handlers: {
    prepared: ignored,
    producer: ignored,
    batch: ({ batch }) => void batches.push(batch),
    ended: ignored,
    call: ignored,
    settled: ignored,
    bye: ({ last }) => void byes.push(...last),
    ping: ignored,
    beat: ignored,
  },
});

test("a page that ends while main is suspended says itself what it dropped, and why", () => {
  const outbox = new Outbox({ run: 1, producer: producerId(1), channel, after: time.after });
  for (let n = 0; n < 300; n++) {
    outbox.recorder.write(Code.run, n, 7, 0, noLane, noProducer, 0, noProducer, 0, Number.NaN, "");
    time.advance(8);
  }
  outbox.bye();
  while (wires.deliver());
  expect(batches.map(({ from }) => from)).toEqual(Array.from({ length: 257 }, (_, n) => n));
  expect(batches.at(-1)).toMatchObject({ from: 256, count: 1, texts: ["main did not acknowledge in time"] });
  expect(batches.at(-1)?.columns.n[0]).toBe(299);
  expect(byes).toEqual([{ producer: 1, lastSeq: 299 }]);
});
