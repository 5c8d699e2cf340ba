/**
 * A producer's events on their way to main: flushed a few milliseconds after the first one, kept until
 * acknowledged. The recorder's own traffic: counted, never recorded.
 */
import type { Channel } from "../contract/channel.ts";
import type { fromProducer, toProducer } from "../contract/producer-protocol.ts";
import type { Batch } from "../trace/batch.ts";
import type { ProducerId } from "../trace/ids.ts";
import { Recorder } from "../trace/recorder.ts";

/** ms an event may wait for company. */
const flushDelay = 8;

export type ProducerChannel = Channel<typeof fromProducer, typeof toProducer>;

export interface OutboxOptions {
  readonly run: number;
  readonly producer: ProducerId;
  readonly channel: ProducerChannel;
  readonly after: (ms: number, action: () => void) => () => void;
}

export class Outbox {
  readonly recorder: Recorder;
  readonly #options: OutboxOptions;
  #isClosed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.recorder = new Recorder({
      producer: options.producer,
      copiedWhenSent: true,
      onFirstRow: () => void options.after(flushDelay, () => this.flush()),
    });
  }

  /** Sends nothing any more: nobody listens. */
  close(): void {
    this.#isClosed = true;
  }

  /** Sends what was written since the last flush. */
  flush(): void {
    if (this.#isClosed) return;
    this.#send(this.recorder.flush());
  }

  /** Sends the rest and says the last number: nothing comes after it. */
  bye(): void {
    this.#send(this.recorder.close());
    const { channel, run, producer } = this.#options;
    channel.send("bye", { run, last: [{ producer, lastSeq: this.recorder.nextSeq - 1 }] });
  }

  #send(batches: readonly Batch[]): void {
    const { channel, run } = this.#options;
    for (const batch of batches) channel.send("batch", { run, batch });
  }
}
